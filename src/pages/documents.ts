// Files that are not HTML pages: feeds, sitemap, robots.txt, and the hosts' `_redirects`, `_headers`.
import { adminConfig } from "../admin/config.ts";
import { ADMIN, adminPage, CONFIG } from "../admin/page.ts";
import type { Content } from "../content/types.ts";
import { robotsTxt } from "../feeds/robots.ts";
import { sitemapFiles, type SitemapEntry } from "../feeds/sitemap.ts";
import type { Site } from "../site/site.ts";
import { fileDraft, type Draft } from "./draft.ts";
import { feedDocuments } from "./feed-documents.ts";
import { siteFeeds } from "./feed-links.ts";
import { headersFile } from "./headers.ts";
import { MANIFEST } from "./icons.ts";
import type { Shelf } from "./lists.ts";
import { manifestFile } from "./manifest.ts";
import { frameHostsOf } from "./policy.ts";
import { redirectsFile } from "./redirects.ts";
import { isListed, sitemapEntry } from "./sitemap-entries.ts";
import type { Page, PageKind, PlanInputs } from "./types.ts";

export function documentPages(
  content: Content,
  shelves: readonly Shelf[],
  pages: readonly Page[],
  { rendered, cover, assets, preview }: PlanInputs,
): Draft[] {
  const { site } = content;
  const file = (kind: PageKind, url: string, text: () => string): Draft =>
    fileDraft(kind, url, text, site.lang);
  const documents = [
    file("robots", "/robots.txt", () => robotsTxt(site)),
    file("manifest", MANIFEST, () => manifestFile(site)),
    file("redirects", "/_redirects", () => redirectsFile(content)),
    file("headers", "/_headers", () =>
      headersFile(site, {
        frameHosts: frameHostsOf(content, rendered),
        searchUrls: pages.filter(({ kind }) => kind === "search").map(({ url }) => url),
        feedUrls: shelves.flatMap(({ lang }) => siteFeeds(site, lang).map(({ url }) => url)),
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
  const facts = { rendered, cover };
  return [...documents, ...sitemaps(site, pages, facts), ...feedDocuments(site, shelves, facts)];
}

function sitemaps(
  site: Site,
  pages: readonly Page[],
  facts: Pick<PlanInputs, "rendered" | "cover">,
): Draft[] {
  const listed = pages.filter(isListed);
  let known: SitemapEntry[] | undefined;
  const entries = (): SitemapEntry[] => (known ??= listed.map((page) => sitemapEntry(page, site, facts)));
  return sitemapFiles(site, { count: listed.length, entries }).map(({ url, text }) => ({
    ...fileDraft("sitemap", url, text, site.lang),
    madeOf: () => [url, entries().map(({ pictures, ...entry }) => [entry, pictures?.()])],
  }));
}
