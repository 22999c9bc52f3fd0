// Pages → a sitemap, with the last change of each text (https://www.sitemaps.org/protocol.html). Dates come from the content
// alone: a page without one has no `lastmod`, instead of the date of the build. And robots.txt, which says where the sitemap is.
import { absoluteUrl, type Site } from "../site/site.ts";
import { element } from "./xml.ts";

export interface SitemapEntry {
  /** Absolute. */
  url: string;
  /** Day of the last change. */
  lastmod?: string | undefined;
}

/** The whole text of the sitemap's file. */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ url, lastmod }) => {
    // Percent-encoded, as sitemaps require; what is already encoded stays so.
    const loc = element("loc", {}, new URL(url).href);
    return `  <url>${loc}${lastmod === undefined ? "" : element("lastmod", {}, lastmod)}</url>`;
  });
  const opening = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
  return `${['<?xml version="1.0" encoding="utf-8"?>', opening, ...urls, "</urlset>"].join("\n")}\n`;
}

/** The whole text of robots.txt, which allows everyone (RFC 9309). Without `url` there is no sitemap to point to. */
export function robotsTxt(site: Site): string {
  const rules = "User-agent: *\nAllow: /\n";
  return site.origin === "" ? rules : `${rules}\nSitemap: ${absoluteUrl(site, "/sitemap.xml")}\n`;
}
