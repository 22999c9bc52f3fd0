import { expect, it } from "vitest";
import { robotsTxt } from "../../../src/feeds/robots.ts";
import { sitemapXml } from "../../../src/feeds/sitemap.ts";
import { feedsPossible } from "../../../src/feeds/types.ts";
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

it("does not encode twice what is encoded", () => {
  expect(sitemapXml(siteOf(), [{ url: "https://blog.example.org/%C3%A9/" }])).toContain(
    "<loc>https://blog.example.org/%C3%A9/</loc>",
  );
});

it("gives the translations of a page, and nothing for a page that has none", () => {
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

it("lets robots in and tells them where the sitemap is", () => {
  expect(robotsTxt(siteOf())).toBe(
    "User-agent: *\nAllow: /\n\nSitemap: https://blog.example.org/sitemap.xml\n",
  );
});

it("names no sitemap for a site without address, which can have no feed either", () => {
  const site = siteOf({ url: undefined });
  expect(robotsTxt(site)).toBe("User-agent: *\nAllow: /\n");
  expect(feedsPossible(site)).toBe(false);
});

it.each(["<a>", "<a></b>", "<a/><b/>", "<a>&x</a>", "<a>\u0001</a>", '<a b="1" b="2"/>', "<a>< </a>"])(
  "the yardstick of these tests refuses %j",
  (text) => {
    expect(faultsOf(text)).not.toEqual([]);
  },
);
