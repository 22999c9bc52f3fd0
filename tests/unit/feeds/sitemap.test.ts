import { expect, it } from "vitest";
import { robotsTxt, sitemapXml } from "../../../src/feeds/sitemap.ts";
import { siteOf } from "./samples.ts";

const SITE = "https://blog.example.org";

it("lists encoded addresses with the day of the last change", () => {
  const text = sitemapXml([
    { url: `${SITE}/été/?a=1&b=2`, lastmod: "2021-04-01" },
    { url: `${SITE}/%C3%A9/`, lastmod: undefined },
  ]);
  expect(text.split("\n").slice(2)).toEqual([
    `  <url><loc>${SITE}/%C3%A9t%C3%A9/?a=1&amp;b=2</loc><lastmod>2021-04-01</lastmod></url>`,
    `  <url><loc>${SITE}/%C3%A9/</loc></url>`,
    "</urlset>",
    "",
  ]);
});

it("robots.txt lets robots in, and names the sitemap of a site that has an address", () => {
  expect(robotsTxt(siteOf())).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${SITE}/sitemap.xml\n`);
  expect(robotsTxt(siteOf({ url: undefined }))).toBe("User-agent: *\nAllow: /\n");
});
