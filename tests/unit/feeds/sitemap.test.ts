import { expect, it } from "vitest";
import { robotsTxt } from "../../../src/feeds/robots.ts";
import { sitemapFiles, sitemapXml } from "../../../src/feeds/sitemap.ts";
import { siteOf } from "./samples.ts";
import { faultsOf } from "./well-formed.ts";

it("lists absolute, encoded addresses with the last change of their text", () => {
  const text = sitemapXml(siteOf(), [{ url: "/" }, { url: "/été/?a=1&b=2", lastmod: "2021-04-01" }]);
  expect(faultsOf(text)).toEqual([]);
  expect(text).toContain("<loc>https://blog.example.org/</loc>\n  </url>");
  expect(text).toContain(
    "<loc>https://blog.example.org/%C3%A9t%C3%A9/?a=1&amp;b=2</loc>\n    <lastmod>2021-04-01</lastmod>",
  );
});

it("does not encode an address twice", () => {
  expect(sitemapXml(siteOf(), [{ url: "https://blog.example.org/%C3%A9/" }])).toContain(
    "<loc>https://blog.example.org/%C3%A9/</loc>",
  );
});

it("lists the translations of a page, and nothing for a page without any", () => {
  const alternates = [
    { lang: "fr", url: "/a/" },
    { lang: "en", url: "/en/a/" },
  ];
  const text = sitemapXml(siteOf(), [
    { url: "/a/", alternates },
    { url: "/b/", alternates: [{ lang: "fr", url: "/b/" }] },
  ]);
  expect(text.match(/<xhtml:link.*/g)).toEqual([
    '<xhtml:link rel="alternate" hreflang="fr" href="https://blog.example.org/a/"/>',
    '<xhtml:link rel="alternate" hreflang="en" href="https://blog.example.org/en/a/"/>',
    '<xhtml:link rel="alternate" hreflang="x-default" href="https://blog.example.org/a/"/>',
  ]);
});

it("lists each picture of a page once, absolute, a thousand at most", () => {
  const text = sitemapXml(siteOf(), [
    { url: "/a/", pictures: () => ["/été.jpg", "/été.jpg", "https://blog.example.org/b.png"] },
    { url: "/b/", pictures: () => Array.from({ length: 1001 }, (_, i) => `/${String(i)}.jpg`) },
  ]);
  expect(faultsOf(text)).toEqual([]);
  const [first = "", second = ""] = text.split("  </url>");
  expect(first.match(/<image:.*/g)).toEqual([
    "<image:image><image:loc>https://blog.example.org/%C3%A9t%C3%A9.jpg</image:loc></image:image>",
    "<image:image><image:loc>https://blog.example.org/b.png</image:loc></image:image>",
  ]);
  expect(second.match(/<image:.*/g)).toHaveLength(1000);
});

it("leaves out pictures once a file is long enough, but no page", () => {
  const entries = ["/a/", "/b/"].map((url) => ({ url, pictures: () => ["/c.jpg"] }));
  const text = sitemapXml(siteOf(), entries, sitemapXml(siteOf(), [{ url: "/" }]).length);
  expect(text.match(/<loc>.*?<\/loc>/g)).toHaveLength(2);
  expect(text.match(/<image:image>/g)).toHaveLength(1);
});

it("a sitemap is one file if its pages fit in one", () => {
  const entries = [{ url: "/a/" }, { url: "/b/" }];
  const files = sitemapFiles(siteOf(), { count: 2, entries: () => entries }, { most: 2, split: 1 });
  expect(files.map(({ url, text }) => [url, text()])).toEqual([
    ["/sitemap.xml", sitemapXml(siteOf(), entries)],
  ]);
});

it("a sitemap is an index of several files, each with its latest change, if they do not", () => {
  const entries = [
    { url: "/a/", lastmod: "2021-04-01" },
    { url: "/b/", lastmod: "2021-04-03" },
    { url: "/c/", lastmod: "2021-04-02" },
    { url: "/d/" },
    { url: "/e/" },
    { url: "/f/" },
    { url: "/g/", lastmod: "2020-01-01" },
  ];
  const files = sitemapFiles(siteOf(), { count: 7, entries: () => entries }, { most: 6, split: 3 });
  expect(files.map(({ url }) => url)).toEqual([
    "/sitemap.xml",
    "/sitemap-1.xml",
    "/sitemap-2.xml",
    "/sitemap-3.xml",
  ]);
  const [index = "", ...parts] = files.map(({ text }) => text());
  expect(index).toBe(
    [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      "  <sitemap>",
      "    <loc>https://blog.example.org/sitemap-1.xml</loc>",
      "    <lastmod>2021-04-03</lastmod>",
      "  </sitemap>",
      "  <sitemap>",
      "    <loc>https://blog.example.org/sitemap-2.xml</loc>",
      "  </sitemap>",
      "  <sitemap>",
      "    <loc>https://blog.example.org/sitemap-3.xml</loc>",
      "    <lastmod>2020-01-01</lastmod>",
      "  </sitemap>",
      "</sitemapindex>",
      "",
    ].join("\n"),
  );
  expect(parts).toEqual(
    [entries.slice(0, 3), entries.slice(3, 6), entries.slice(6)].map((part) => sitemapXml(siteOf(), part)),
  );
});

it("robots.txt lets robots in and gives the address of the sitemap", () => {
  expect(robotsTxt(siteOf())).toBe(
    "User-agent: *\nAllow: /\n\nSitemap: https://blog.example.org/sitemap.xml\n",
  );
});

it("robots.txt names no sitemap for a site without an address", () => {
  expect(robotsTxt(siteOf({ url: undefined }))).toBe("User-agent: *\nAllow: /\n");
});

it.each(["<a>", "<a></b>", "<a/><b/>", "<a>&x</a>", "<a>\u0001</a>", '<a b="1" b="2"/>', "<a>< </a>"])(
  "the XML check of these tests refuses %j",
  (text) => {
    expect(faultsOf(text)).not.toEqual([]);
  },
);
