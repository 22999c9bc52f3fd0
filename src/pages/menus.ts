// The menu at the head of a page and the links at its foot: the owner's from `site.yaml`, or else made from the site's pages.
import { languageFolders, readFileName } from "../content/file-names.ts";
import type { Content } from "../content/types.ts";
import { taxonomyWords, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { accessibilityMention } from "./accessibility.ts";
import { addressOf, taxonomyIndexAddress } from "./addresses.ts";
import { isEmptyList, type Draft } from "./draft.ts";
import { isIntroduced } from "./introductions.ts";
import { ourLabel } from "./our-words.ts";
import type { LinkView } from "./views.ts";

export function menusOf(
  content: Content,
  lang: string,
  drafts: readonly Draft[],
): { nav: LinkView[]; footer: LinkView[] } {
  const { site } = content;
  const nav = ownLinks(site.nav, site, lang) ?? standardMenu(site, lang, drafts);
  // Already at the foot of every page, in the words of the law.
  const mentioned = accessibilityMention(site, lang)?.url;
  const footer = ownLinks(site.footer, site, lang) ?? standardFoot(content, lang, drafts, nav);
  return { nav, footer: footer.filter(({ url }) => url !== mentioned) };
}

/** If a list has no link in this language, Carnet's own list is used; an empty list means no links. */
function ownLinks(links: Content["site"]["nav"], site: Site, lang: string): LinkView[] | undefined {
  const own = links?.filter((link) => (link.lang ?? site.lang) === lang);
  return links?.length === 0 || (own && own.length > 0)
    ? own?.map(({ label, url }) => ({ label, url }))
    : undefined;
}

/** The lists of the site, except empty ones other than the blog. */
function standardMenu(site: Site, lang: string, drafts: readonly Draft[]): LinkView[] {
  const words = ui(lang, site.lang);
  const ours = ourLabel({ site, lang });
  const all: LinkView[] = [
    { label: words.blog, url: addressOf(site, "blog", lang), ...ours },
    { label: words.tags, url: addressOf(site, "tags", lang), ...ours },
    ...Object.keys(site.taxonomies).map((name) => ({
      label: taxonomyWords(site, name, lang).label,
      url: taxonomyIndexAddress(site, name, lang),
    })),
    { label: words.people, url: addressOf(site, "people", lang), ...ours },
    { label: words.archives, url: addressOf(site, "archives", lang), ...ours },
  ];
  const wanted = new Set(all.map(({ url }) => url));
  const there = new Set(
    drafts
      .filter((draft) => wanted.has(draft.url) && (draft.kind === "blog" || !isEmptyList(draft)))
      .map(({ url }) => url),
  );
  return all.filter(({ url }) => there.has(url));
}

/** Pages that editors wrote, except those in folders (transcripts, projects), which something else links to. */
function standardFoot(
  { site, pages }: Content,
  lang: string,
  drafts: readonly Draft[],
  menu: readonly LinkView[],
): LinkView[] {
  const places = new Map(
    drafts.filter(({ entry, key }) => entry && key !== entry.file).map(({ url, key }) => [url, key]),
  );
  const inMenu = new Set(menu.map(({ url }) => url));
  const lists = new Set(drafts.filter(isIntroduced).map(({ url }) => url));
  /** The foot does not link to the home page, the 404 page, an index that is in the menu, or a list. */
  const isLed = (url: string): boolean => {
    const place = places.get(url);
    return (
      lists.has(url) || (place !== undefined && (place === "home" || place === "404" || inMenu.has(url)))
    );
  };
  const folders = languageFolders(site);
  const isInFolder = (file: string): boolean => readFileName(file, folders).folders.length > 0;
  return pages
    .filter(({ lang: of, url, file }) => of === lang && !isLed(url) && !isInFolder(file))
    .map(({ title, url }) => ({ label: title, url }));
}

/** Marks the links that lead to the current page or its section. Pages at the same place share one list. */
export function marker(links: readonly LinkView[]): (draft: Draft) => readonly LinkView[] {
  const made = new Map<string, readonly LinkView[]>([["", links]]);
  return ({ url, trail }) => {
    const here = new Set([url, ...trail.slice(1).map((crumb) => crumb.url)]);
    const current = links.filter((link) => here.has(link.url));
    const key = current.map((link) => link.url).join("\n");
    const known =
      made.get(key) ?? links.map((link) => (here.has(link.url) ? { ...link, current: true } : link));
    made.set(key, known);
    return known;
  };
}
