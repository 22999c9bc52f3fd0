// Pages → a sitemap, with the last change of each text, its pictures and its translations
// (https://www.sitemaps.org/protocol.html). Dates come from the content alone: a page without one has no `lastmod`, instead of
// the date of the build.
import { absoluteUrl, type Site } from "../site/site.ts";
import { element } from "./xml.ts";

export interface SitemapEntry {
  /** Site path, or absolute address. */
  url: string;
  /** Day or RFC 3339 instant of the last change. */
  lastmod?: string;
  /**
   * The page in each language, its own included; the first is also for readers of any other language. Site paths or absolute
   * addresses.
   */
  alternates?: readonly { lang: string; url: string }[];
  /** Pictures on the page, found when the file is written. Site paths or absolute addresses. */
  pictures?: () => readonly string[];
}

/** A file may have up to 50,000 addresses and 50 MB; half as many leave room for the longest addresses. */
const MOST = 50_000;
const SPLIT = 25_000;
/** Length of a file, in characters, beyond which pictures, the only part without a limit, are left out. */
const LONGEST = 25_000_000;
const MOST_PICTURES = 1000;

/** What a sitemap lists; `entries` is called when a file is written. */
export interface Listed {
  count: number;
  entries: () => readonly SitemapEntry[];
}

interface Part {
  url: string;
  entries: () => readonly SitemapEntry[];
}

/** Files of a site's sitemap: one, or as many as its pages need and an index of them. */
export function sitemapFiles(
  site: Site,
  { count, entries }: Listed,
  { most = MOST, split = SPLIT } = {},
): { url: string; text: () => string }[] {
  if (count <= most) return [{ url: "/sitemap.xml", text: () => sitemapXml(site, entries()) }];
  const parts = Array.from({ length: Math.ceil(count / split) }, (_, i): Part => ({
    url: `/sitemap-${String(i + 1)}.xml`,
    entries: () => entries().slice(i * split, (i + 1) * split),
  }));
  return [
    { url: "/sitemap.xml", text: () => indexXml(site, parts) },
    ...parts.map((part) => ({ url: part.url, text: () => sitemapXml(site, part.entries()) })),
  ];
}

/** The whole text of the sitemap's file. The site must have a `url`. */
export function sitemapXml(site: Site, entries: readonly SitemapEntry[], longest = LONGEST): string {
  let text = `${[
    HEAD,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
  ].join("\n")}\n`;
  for (const entry of entries) {
    const pictures = text.length < longest ? picturesOf(site, entry) : [];
    text += `${["  <url>", ...linesOf(site, entry), ...pictures, "  </url>"].join("\n")}\n`;
  }
  return `${text}</urlset>\n`;
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>';

function linesOf(site: Site, { url, lastmod, alternates = [] }: SitemapEntry): string[] {
  const lines = [`    ${element("loc", {}, encoded(site, url))}`];
  if (lastmod !== undefined) lines.push(`    ${element("lastmod", {}, lastmod)}`);
  const [first] = alternates;
  if (first === undefined || alternates.length < 2) return lines;
  for (const { lang, url: other } of [...alternates, { ...first, lang: "x-default" }])
    lines.push(
      `    ${element("xhtml:link", { rel: "alternate", hreflang: lang, href: encoded(site, other) })}`,
    );
  return lines;
}

function picturesOf(site: Site, { pictures }: SitemapEntry): string[] {
  return [...new Set(pictures?.())]
    .slice(0, MOST_PICTURES)
    .map((url) => `    <image:image>${element("image:loc", {}, encoded(site, url))}</image:image>`);
}

function indexXml(site: Site, parts: readonly Part[]): string {
  const lines = [HEAD, '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'];
  for (const { url, entries } of parts) {
    const lastmod = latestDay(entries().flatMap((entry) => entry.lastmod ?? []));
    lines.push("  <sitemap>", `    ${element("loc", {}, encoded(site, url))}`);
    if (lastmod !== undefined) lines.push(`    ${element("lastmod", {}, lastmod)}`);
    lines.push("  </sitemap>");
  }
  return `${[...lines, "</sitemapindex>"].join("\n")}\n`;
}

/** Latest of days such as `2026-03-02`; undefined if there are none. */
export function latestDay(days: readonly string[]): string | undefined {
  return days.reduce<string | undefined>(
    (last, day) => (last === undefined || day > last ? day : last),
    undefined,
  );
}

/** Absolute and percent-encoded, as sitemaps require; what is already encoded stays so. */
function encoded(site: Site, url: string): string {
  return new URL(url.startsWith("/") ? absoluteUrl(site, url) : url).href;
}
