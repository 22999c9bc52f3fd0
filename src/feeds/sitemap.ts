// Pages → a sitemap, with the last change of each text and its translations (https://www.sitemaps.org/protocol.html).
// Dates come from the content alone: a page without one has no `lastmod`, rather than that of the build.
import { absoluteUrl, type Site } from "../site.ts";
import { element } from "./xml.ts";

export interface SitemapEntry {
  /** Site path, or absolute address. */
  url: string;
  /** Day or RFC 3339 instant of the last change. */
  lastmod?: string;
  /** The page in each language, its own included. Site paths or absolute addresses. */
  alternates?: readonly { lang: string; url: string }[];
}

/** The sitemap as a file's whole text. The site must have a `url`. */
export function sitemapXml(site: Site, entries: readonly SitemapEntry[]): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
  ];
  for (const { url, lastmod, alternates = [] } of entries) {
    lines.push("  <url>", `    ${element("loc", {}, encoded(site, url))}`);
    if (lastmod !== undefined) lines.push(`    ${element("lastmod", {}, lastmod)}`);
    if (alternates.length > 1)
      for (const { lang, url: other } of alternates)
        lines.push(
          `    ${element("xhtml:link", { rel: "alternate", hreflang: lang, href: encoded(site, other) })}`,
        );
    lines.push("  </url>");
  }
  lines.push("</urlset>");
  return `${lines.join("\n")}\n`;
}

/** Absolute and percent-encoded, as sitemaps require; what is already encoded stays so. */
function encoded(site: Site, url: string): string {
  return new URL(url.startsWith("/") ? absoluteUrl(site, url) : url).href;
}
