import { expect, it } from "vitest";
import { robotsTxt, sitemapFiles, sitemapXml } from "../../../src/feeds/sitemap.ts";
import { siteOf } from "./samples.ts";
import { faultsOf } from "./well-formed.ts";

const SITE = "https://blog.example.org";

it("lists absolute, encoded addresses with the last change, the translations and each picture of their text", () => {
  const alternates = [
    { lang: "fr", url: "/a/" },
    { lang: "en", url: "/en/a/" },
  ];
  const text = sitemapXml(siteOf(), [
    { url: "/été/?a=1&b=2", lastmod: "2021-04-01" },
    { url: "/a/", alternates, pictures: ["/été.jpg", "/été.jpg", `${SITE}/b.png`] },
    { url: `${SITE}/%C3%A9/`, alternates: alternates.slice(0, 1) },
  ]);
  expect(faultsOf(text)).toEqual([]);
  expect(text.split("\n").slice(2)).toEqual([
    "  <url>",
    `    <loc>${SITE}/%C3%A9t%C3%A9/?a=1&amp;b=2</loc>`,
    "    <lastmod>2021-04-01</lastmod>",
    "  </url>",
    "  <url>",
    `    <loc>${SITE}/a/</loc>`,
    `    <xhtml:link rel="alternate" hreflang="fr" href="${SITE}/a/"/>`,
    `    <xhtml:link rel="alternate" hreflang="en" href="${SITE}/en/a/"/>`,
    `    <xhtml:link rel="alternate" hreflang="x-default" href="${SITE}/a/"/>`,
    `    <image:image><image:loc>${SITE}/%C3%A9t%C3%A9.jpg</image:loc></image:image>`,
    `    <image:image><image:loc>${SITE}/b.png</image:loc></image:image>`,
    "  </url>",
    "  <url>",
    `    <loc>${SITE}/%C3%A9/</loc>`,
    "  </url>",
    "</urlset>",
    "",
  ]);
});

it("is one file if its pages fit in one, or else an index of several, each with its latest change", () => {
  const entries = [
    ...[{ url: "/a/", lastmod: "2021-04-01" }, { url: "/b/", lastmod: "2021-04-03" }, { url: "/c/" }],
    ...[{ url: "/d/" }, { url: "/e/" }],
  ];
  const files = (most: number): [string, string][] =>
    sitemapFiles(siteOf(), { count: 5, entries: () => entries }, { most, split: 3 }).map(({ url, text }) => [
      url,
      text(),
    ]);
  expect(files(5)).toEqual([["/sitemap.xml", sitemapXml(siteOf(), entries)]]);
  const [index, ...parts] = files(4);
  expect(index?.[1].split("\n").slice(1)).toEqual([
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...[
      "  <sitemap>",
      `    <loc>${SITE}/sitemap-1.xml</loc>`,
      "    <lastmod>2021-04-03</lastmod>",
      "  </sitemap>",
    ],
    ...["  <sitemap>", `    <loc>${SITE}/sitemap-2.xml</loc>`, "  </sitemap>"],
    ...["</sitemapindex>", ""],
  ]);
  expect(parts).toEqual([
    ["/sitemap-1.xml", sitemapXml(siteOf(), entries.slice(0, 3))],
    ["/sitemap-2.xml", sitemapXml(siteOf(), entries.slice(3))],
  ]);
});

it("robots.txt lets robots in, and names the sitemap of a site that has an address", () => {
  expect(robotsTxt(siteOf())).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${SITE}/sitemap.xml\n`);
  expect(robotsTxt(siteOf({ url: undefined }))).toBe("User-agent: *\nAllow: /\n");
});
