import { expect, it } from "vitest";
import { robotsTxt, sitemapXml } from "../../../src/feeds/sitemap.ts";
import { siteOf } from "./samples.ts";

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

it("robots.txt lets robots in, and names the sitemap of a site that has an address", () => {
  expect(robotsTxt(siteOf())).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${SITE}/sitemap.xml\n`);
  expect(robotsTxt(siteOf({ url: undefined }))).toBe("User-agent: *\nAllow: /\n");
});
