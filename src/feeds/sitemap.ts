// Pages → a sitemap, with the last change of each text, its pictures and its translations
// (https://www.sitemaps.org/protocol.html). Dates come from the content alone: a page without one has no `lastmod`, instead of
// the date of the build. And robots.txt, which says where the sitemap is.
import { absoluteUrl, type Site } from "../site/site.ts";
import { element } from "./xml.ts";

/** Addresses are site paths, or absolute. */
export interface SitemapEntry {
  url: string;
  /** Day of the last change. */
  lastmod?: string | undefined;
  /** The page in each language, its own included; the first is also for readers of any other language. */
  alternates?: readonly { lang: string; url: string }[];
  /** Pictures on the page. */
  pictures?: readonly string[];
}

/** The whole text of the sitemap's file. The site must have a `url`. */
export function sitemapXml(site: Site, entries: readonly SitemapEntry[]): string {
  const urls = entries.flatMap((entry) => ["  <url>", ...lines(site, entry), "  </url>"]);
  return `${['<?xml version="1.0" encoding="utf-8"?>', URLSET, ...urls, "</urlset>"].join("\n")}\n`;
}

const URLSET =
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">';

function lines(site: Site, { url, lastmod, alternates = [], pictures = [] }: SitemapEntry): string[] {
  // Absolute and percent-encoded, as sitemaps require; what is already encoded stays so.
  const whole = (one: string): string => new URL(one.startsWith("/") ? absoluteUrl(site, one) : one).href;
  const [first] = alternates;
  const languages = first && alternates.length > 1 ? [...alternates, { ...first, lang: "x-default" }] : [];
  return [
    element("loc", {}, whole(url)),
    ...(lastmod === undefined ? [] : [element("lastmod", {}, lastmod)]),
    ...languages.map((one) =>
      element("xhtml:link", { rel: "alternate", hreflang: one.lang, href: whole(one.url) }),
    ),
    ...[...new Set(pictures)].map(
      (one) => `<image:image>${element("image:loc", {}, whole(one))}</image:image>`,
    ),
  ].map((line) => `    ${line}`);
}

/** The whole text of robots.txt, which allows everyone (RFC 9309). Without `url` there is no sitemap to point to. */
export function robotsTxt(site: Site): string {
  const rules = "User-agent: *\nAllow: /\n";
  return site.origin === "" ? rules : `${rules}\nSitemap: ${absoluteUrl(site, "/sitemap.xml")}\n`;
}
