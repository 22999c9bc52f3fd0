// Files that are not HTML pages: feeds, sitemap, robots.txt, the hosts' `_redirects` and `_headers`, and the
// editors' form.
import { adminConfig } from "../admin/config.ts";
import { ADMIN, adminPage, CONFIG } from "../admin/page.ts";
import { changedOn } from "../content/collections.ts";
import type { Content } from "../content/types.ts";
import { robotsTxt, sitemapXml, type SitemapEntry } from "../feeds/sitemap.ts";
import type { Site } from "../site/site.ts";
import { calendarDocuments } from "./agenda.ts";
import { redirectsFile } from "./entries.ts";
import { feedDocuments, siteFeeds } from "./feeds.ts";
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
  const calendars = collections.flatMap(calendarDocuments);
  const subscribed = calendars.filter(({ kind }) => kind === "calendar").map(({ url }) => url);
  const documents = [
    file("robots", "/robots.txt", () => robotsTxt(site)),
    file("redirects", "/_redirects", () => redirectsFile(site, redirects)),
    file("headers", "/_headers", () =>
      headersFile(site, {
        frameHosts: frameHostsOf(content, rendered),
        searchUrls: pages.filter(({ kind }) => kind === "search").map(({ url }) => url),
        feedUrls: [
          ...collections.flatMap(({ lang }) => siteFeeds(site, lang).map(({ url }) => url)),
          ...subscribed,
        ],
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
  const feeds = feedDocuments(site, collections, { rendered, cover });
  return [...documents, sitemap(site, pages), ...feeds, ...calendars];
}

// The sitemap

function sitemap(site: Site, pages: readonly Page[]): Draft {
  const listed = pages.filter(({ kind, noindex }) => kind !== "redirect" && noindex !== true);
  return fileDraft("sitemap", "/sitemap.xml", () => sitemapXml(listed.map(sitemapEntry)), site.lang);
}

/** A list changed when the latest of its texts did; a page that shows no text has no date. */
function sitemapEntry({ entry, data }: Page): SitemapEntry {
  const { lead, posts } = data as Record<string, unknown>;
  const listed = [lead, ...(Array.isArray(posts) ? (posts as unknown[]) : [])];
  const texts = entry ? [entry] : listed.filter(isPost);
  const days = texts.flatMap((one) => changedOn(one) ?? (one.kind === "post" ? one.day : []));
  return { url: data.canonical, lastmod: days.sort().at(-1) };
}
