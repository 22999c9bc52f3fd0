// A post → links to share it and to propose a correction: plain links, and nothing loaded. Addresses are
// those that the networks document; Mastodon's own share page asks readers for their server.
import type { Entry } from "../content/types.ts";
import { encodePath } from "../images/paths.ts";
import { inRepository, repositoryOf } from "../site/forge.ts";
import type { Forge, Network } from "../site/schema.ts";
import type { Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";

export interface ShareLink {
  network: Network;
  label: string;
  url: string;
}

/** None on a site without `url`: a shared address must be absolute. */
export function shareLinks(
  site: Site,
  page: { title: string; canonical: string; lang: string },
): ShareLink[] {
  if (site.origin === "") return [];
  const words = ui(page.lang, site.lang).share;
  const url = new URL(page.canonical).href;
  const title = encodeURIComponent(page.title);
  const address = encodeURIComponent(url);
  const links: Record<Network, string> = {
    mail: `mailto:?subject=${title}&body=${address}`,
    mastodon: `https://share.joinmastodon.org/#text=${title}%20${address}`,
    bluesky: `https://bsky.app/intent/compose?text=${title}%20${address}`,
    linkedin: `https://www.linkedin.com/sharing/share-offsite/?url=${address}`,
    x: `https://x.com/intent/post?text=${title}&url=${address}`,
  };
  return [...new Set(site.share)].map((network) => ({ network, label: words[network], url: links[network] }));
}

const EDITORS: Readonly<Record<Forge, string>> = { github: "edit", gitlab: "-/edit", forgejo: "_edit" };

/** Where the source of an entry can be edited on its forge; undefined if the forge is unknown. */
export function correctionLink(site: Site, { file }: Pick<Entry, "file">): string | undefined {
  const repository = repositoryOf(site);
  if (repository === undefined) return undefined;
  const { origin, name, forge, branch } = repository;
  const path = encodePath(`${branch}/${inRepository(repository, file)}`);
  return `${origin}/${encodePath(name)}/${EDITORS[forge]}/${path}`;
}

/** The locale for Open Graph, which includes a country: `fr` → `fr_FR`, `fr-CA` → `fr_CA`; undefined if none is known. */
export function openGraphLocale(lang: string): string | undefined {
  const [language = "", ...rest] = lang.toLowerCase().split("-");
  const country = rest.find((part) => /^[a-z]{2}$/.test(part)) ?? { fr: "fr", en: "us" }[language];
  return country === undefined ? undefined : `${language}_${country.toUpperCase()}`;
}
