import { describe, expect, it } from "vitest";
import { addressOf, termFeed, pagedAddress, taxonomyIndexAddress } from "../../../src/pages/addresses.ts";
import { termPattern } from "../../../src/content/terms.ts";
import { siteOf } from "../feeds/samples.ts";

describe("an address", () => {
  it.each([
    ["fr", "tag", "fr", "/mots-cles/ete/"],
    ["fr", "tag", "en", "/en/tags/ete/"],
    ["en", "tag", "en", "/tags/ete/"],
    ["en", "tag", "fr", "/fr/mots-cles/ete/"],
    ["fr", "person", "de", "/de/auteurs/ete/"],
  ] as const)("of a site in %s: %s in %s is %s", (own, name, lang, url) => {
    expect(addressOf(siteOf({ lang: own }), name, lang, { slug: "ete" })).toBe(url);
  });

  it("follows the owner's pattern in every language, under the language's prefix", () => {
    const site = siteOf({ addresses: { tag: "/t/:slug.html" } });
    expect(addressOf(site, "tag", "en", { slug: "summer" })).toBe("/en/t/summer.html");
  });

  it.each([
    ["/blog/", undefined, 1, "/blog/"],
    ["/blog/", undefined, 3, "/blog/page/3/"],
    ["/tag/x.html", undefined, 2, "/tag/x/page/2/"],
    ["/blog", undefined, 2, "/blog/page/2/"],
    ["/blog/", "/p:n.html", 2, "/blog/p2.html"],
  ])("of a list at %s with page pattern %s: page %i is %s", (list, page, n, url) => {
    expect(pagedAddress(siteOf(page === undefined ? {} : { addresses: { page } }), list, "fr", n)).toBe(url);
  });

  it.each([
    ["/tag/x/", "/tag/x/feed.xml"],
    ["/tag/x.html", "/tag/x/feed.xml"],
    ["/tag/x", "/tag/x/feed.xml"],
    ["/", "/feed.xml"],
  ])("of a feed beside %s is %s", (list, feed) => {
    expect(termFeed(list)).toBe(feed);
  });

  it.each([
    ["promotion", undefined, "/promotion/"],
    ["promotion", "/promotions/:slug/", "/promotions/"],
    ["promotion", "/promotions/:slug.html", "/promotions/"],
    ["promotion", "/p/promo-:slug.html", "/p/promo-/"],
    ["ma_taxo", undefined, "/ma-taxo/"],
    ["Promo", undefined, "/promo/"],
    ["été", undefined, "/ete/"],
  ])("of the index of the taxonomy %s, whose terms are at %s, is %s", (name, address, url) => {
    const site = siteOf({ taxonomies: { [name]: { label: "Promotion", ...(address && { address }) } } });
    expect(taxonomyIndexAddress(site, name, "fr")).toBe(url);
    expect(taxonomyIndexAddress(site, name, "en")).toBe(`/en${url}`);
    expect(termPattern(site, name, "fr")).toBe(address ?? `${url}:slug/`);
  });
});
