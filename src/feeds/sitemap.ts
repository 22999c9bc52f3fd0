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

/** A file may have up to 50,000 addresses and 50 MB; half as many leave room for their pictures. */
const MOST = 50_000;
const SPLIT = 25_000;

/** Files of a sitemap: one, or as many as it needs and an index of them. `entries` is called when a file is written. */
export function sitemapFiles(
  site: Site,
  { count, entries }: { count: number; entries: () => readonly SitemapEntry[] },
  { most = MOST, split = SPLIT } = {},
): { url: string; text: () => string }[] {
  if (count <= most) return [{ url: "/sitemap.xml", text: () => sitemapXml(site, entries()) }];
  const parts = Array.from({ length: Math.ceil(count / split) }, (_, i) => ({
    url: `/sitemap-${String(i + 1)}.xml`,
    part: () => entries().slice(i * split, (i + 1) * split),
  }));
  const index = (): string =>
    document(
      'sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
      parts.map(({ url, part }) => {
        const lastmod = latestDay(part().flatMap((entry) => entry.lastmod ?? []));
        return ["  <sitemap>", ...lines(site, { url, lastmod }), "  </sitemap>"];
      }),
    );
  return [
    { url: "/sitemap.xml", text: index },
    ...parts.map(({ url, part }) => ({ url, text: () => sitemapXml(site, part()) })),
  ];
}

/** The whole text of the sitemap's file. The site must have a `url`. */
export function sitemapXml(site: Site, entries: readonly SitemapEntry[]): string {
  return document(
    'urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml"',
    entries.map((entry) => ["  <url>", ...lines(site, entry), "  </url>"]),
  );
}

function document(root: string, parts: readonly string[][]): string {
  const end = `</${root.replace(/ .*/, "")}>`;
  return `${['<?xml version="1.0" encoding="utf-8"?>', `<${root}>`, ...parts.flat(), end].join("\n")}\n`;
}

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

/** Latest of days such as `2026-03-02`; undefined if there are none. */
export function latestDay(days: readonly string[]): string | undefined {
  return days.toSorted().at(-1);
}

/** The whole text of robots.txt, which allows everyone (RFC 9309). Without `url` there is no sitemap to point to. */
export function robotsTxt(site: Site): string {
  const rules = "User-agent: *\nAllow: /\n";
  return site.origin === "" ? rules : `${rules}\nSitemap: ${absoluteUrl(site, "/sitemap.xml")}\n`;
}
