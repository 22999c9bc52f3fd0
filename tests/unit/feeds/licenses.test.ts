import { describe, expect, it } from "vitest";
import { atomFeed } from "../../../src/feeds/atom.ts";
import { jsonFeed } from "../../../src/feeds/json-feed.ts";
import { feedOf, postOf, siteOf } from "./samples.ts";

const site = siteOf({ license: "etalab-2.0" });
const feed = feedOf([postOf({ license: "CC BY 4.0" })], { site });

describe("the licences of a feed and of its entries", () => {
  it("are in words and as links in Atom (RFC 4946)", () => {
    const [head = "", entry = ""] = atomFeed(feed).split("<entry>");
    expect(head).toContain("<rights>Licence Ouverte 2.0</rights>");
    expect(head).toMatch(/<link rel="license" href="https:\/\/www\.etalab\.gouv\.fr\/[^"]+"\/>/);
    expect(entry).toContain("<rights>CC BY 4.0</rights>");
    expect(entry).toContain(
      '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.fr"/>',
    );
  });

  it("are extensions in JSON Feed", () => {
    expect(JSON.parse(jsonFeed(feed))).toMatchObject({
      _license: { label: "Licence Ouverte 2.0" },
      items: [{ _license: { label: "CC BY 4.0" } }],
    });
  });

  it("are only in words if they are unknown", () => {
    const text = atomFeed(feedOf([postOf({ license: "Tous droits réservés" })]));
    expect(text).toContain("<rights>Tous droits réservés</rights>");
    expect(text).not.toContain('rel="license"');
  });
});
