// Files that are not HTML pages: feeds, sitemap, robots.txt, manifest, the hosts' `_redirects` and `_headers`, and the
// editors' form.
import { adminConfig } from "../admin/config.ts";
import { ADMIN, adminPage, CONFIG } from "../admin/page.ts";
import { changedOn } from "../content/collections.ts";
import type { Content, Entry } from "../content/types.ts";
import { robotsTxt, sitemapXml, type SitemapEntry } from "../feeds/sitemap.ts";
import { absoluteUrl, withBase, type Site } from "../site/site.ts";
import { directionOf } from "../strings/languages.ts";
import { addressOf } from "./addresses.ts";
import { redirectsFile } from "./entries.ts";
import { feedDocuments, siteFeeds } from "./feeds.ts";
import { ICONS, MANIFEST, THEME_COLOUR } from "../site/icons.ts";
import type { Collection } from "./lists.ts";
import { frameHostsOf, headersFile } from "./policy.ts";
import { fileDraft, isPost, type Draft, type Page, type PageKind, type PlanInputs } from "./types.ts";

export function documentPages(
  content: Content,
  collections: readonly Collection[],
  pages: readonly Page[],
  { rendered, cover, assets, preview }: PlanInputs,
): Draft[] {
  const { site, redirects } = content;
  const file = (kind: PageKind, url: string, text: () => string): Draft =>
    fileDraft(kind, url, text, site.lang);
  const documents = [
    file("robots", "/robots.txt", () => robotsTxt(site)),
    file("manifest", MANIFEST, () => manifestFile(site)),
    file("redirects", "/_redirects", () => redirectsFile(site, redirects)),
    file("headers", "/_headers", () =>
      headersFile(site, {
        frameHosts: frameHostsOf(content, rendered),
        searchUrls: pages.filter(({ kind }) => kind === "search").map(({ url }) => url),
        feedUrls: collections.flatMap(({ lang }) => siteFeeds(site, lang).map(({ url }) => url)),
        preview,
      }),
    ),
    ...assets.map(({ url, text }) => file("asset", url, () => text)),
    ...(site.admin
      ? [
          file("admin", ADMIN, () => adminPage(site)),
          file("admin", ADMIN + CONFIG, () => adminConfig(content)),
        ]
      : []),
  ];
  if (site.origin === "") return documents;
  const inputs = { rendered, cover };
  return [...documents, sitemap(site, pages, inputs), ...feedDocuments(site, collections, inputs)];
}

/** The name and icons with which a phone installs the site (https://www.w3.org/TR/appmanifest/). It opens in a browser. */
function manifestFile(site: Site): string {
  const png = (src: string, side: number): Record<string, string> => ({
    src: withBase(site, src),
    sizes: `${String(side)}x${String(side)}`,
    type: "image/png",
  });
  const manifest = {
    name: site.title,
    ...(site.description !== "" && { description: site.description }),
    lang: site.lang,
    dir: directionOf(site.lang),
    id: site.basePath,
    start_url: withBase(site, addressOf(site, "home", site.lang)),
    scope: site.basePath,
    display: "browser",
    background_color: THEME_COLOUR.light,
    theme_color: THEME_COLOUR.light,
    icons: [png(ICONS.small, 192), png(ICONS.large, 512), { ...png(ICONS.masked, 512), purpose: "maskable" }],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

// The sitemap

type Facts = Pick<PlanInputs, "rendered" | "cover">;

function sitemap(site: Site, pages: readonly Page[], facts: Facts): Draft {
  const listed = pages.filter(({ kind, noindex }) => kind !== "redirect" && noindex !== true);
  const entries = (): SitemapEntry[] => listed.map((page) => sitemapEntry(page, site, facts));
  const text = (): string => sitemapXml(site, entries());
  return { ...fileDraft("sitemap", "/sitemap.xml", text, site.lang), madeOf: entries };
}

/** A list changed when the latest of its texts did, including the one above it; a page that shows no text has no date. */
function sitemapEntry({ kind, entry, data }: Page, site: Site, facts: Facts): SitemapEntry {
  const { lead, posts } = data as Record<string, unknown>;
  const listed = entry?.kind === kind ? [] : [lead, ...(Array.isArray(posts) ? (posts as unknown[]) : [])];
  const texts = [...(entry ? [entry] : []), ...listed.filter(isPost)];
  return {
    url: data.canonical,
    lastmod: texts
      .flatMap((one) => lastChange(one) ?? [])
      .sort()
      .at(-1),
    alternates: data.alternates.filter(({ indexed }) => indexed).map(({ lang, url }) => ({ lang, url })),
    pictures: entry ? picturesOf(entry, site, facts) : [],
  };
}

function lastChange(entry: Entry): string | undefined {
  return changedOn(entry) ?? (entry.kind === "post" ? entry.day : undefined);
}

/** Pictures of the site on a page, its cover first if it shows one; those on other hosts are not this site's to list. */
function picturesOf(entry: Entry, site: Site, { rendered, cover }: Facts): string[] {
  const own = cover(entry)?.src;
  const text = rendered(entry);
  const above = own === undefined || text.cover?.kept === true ? [] : [absoluteUrl(site, own)];
  return [...above, ...text.shown.map((src) => site.origin + src)];
}
