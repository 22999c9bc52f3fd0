import { describe, expect, it } from "vitest";
import { checkFeed } from "../../../src/checks/feed-file.ts";
import { show } from "../../../src/shown-problems.ts";

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">';
const NEEDED = "<id>x</id><title>T</title><updated>2026-03-02T00:00:00Z</updated>";
const atom = (inside: string): string => `${HEAD}\n${NEEDED}\n${inside}\n</feed>\n`;
const entry = (id: string, more = ""): string =>
  `<entry><id>${id}</id><title>T</title><updated>2026-03-02T00:00:00Z</updated>${more}</entry>`;

const found = (text: string, file = "feed.xml"): string[] =>
  checkFeed(text, file).problems.map(({ line, column, key }) => `${String(line)}:${String(column)} ${key}`);

describe("Atom feeds and sitemaps", () => {
  it("may contain entries, escaped HTML, a comment and CDATA", () => {
    const more =
      '<link href="https://x.org/a?b&amp;c"/><content type="html">&lt;p&gt;a &amp; b&lt;/p&gt;</content>';
    expect(
      found(atom(`<!-- a < b & c -->${entry("1", more)}${entry("2", "<x><![CDATA[a < b & c]]></x>")}`)),
    ).toEqual([]);
  });

  it.each([
    ["a bare ampersand", "<x>a & b</x>", "4:6 feed/malformed"],
    ["a bare ampersand in an attribute", '<x a="b & c"/>', "4:1 feed/malformed"],
    ["an HTML entity, which XML does not define", "<x>&nbsp;</x>", "4:4 feed/malformed"],
    ["a control character", "<x>\u0008</x>", "4:4 feed/malformed"],
    ["an attribute without quotation marks", "<x a=b></x>", "4:1 feed/malformed"],
    ["overlapping elements", "<x><y></x></y>", "4:7 feed/malformed"],
  ])("are malformed if they contain %s", (_, inside, expected) => {
    expect(found(atom(inside))[0]).toBe(expected);
  });

  it("are malformed if truncated or empty", () => {
    expect(found(atom(entry("1")).slice(0, -9))).toEqual(["2:1 feed/malformed"]);
    expect(found("")).toEqual(["1:1 feed/malformed"]);
  });

  it("need an id, a title and a date, and so does each entry", () => {
    expect(found(atom("<entry><id>1</id><title>T</title></entry>"))).toEqual(["4:1 feed/missing"]);
    expect(found(`${HEAD}<title>T</title></feed>`)).toEqual(["2:1 feed/missing", "2:1 feed/missing"]);
  });

  it("may not have two entries with the same id", () => {
    expect(found(atom(`${entry("1")}\n${entry("2")}\n${entry("1")}`))).toEqual(["6:8 feed/duplicate-id"]);
    const { problems } = checkFeed(atom(entry("1") + entry("1")), "feed.xml");
    expect(show(problems, { lang: "en" })[0]?.hint).toContain("each its own");
  });

  it("have their addresses collected", () => {
    const links = checkFeed(atom('<link rel="self" href="https://x.org/?a&amp;b"/>'), "feed.xml");
    expect(links.references.map(({ href }) => href)).toEqual(["https://x.org/?a&b"]);
    const map = checkFeed("<urlset><url><loc> https://x.org/a </loc></url></urlset>", "sitemap.xml");
    expect(map.references.map(({ href }) => href)).toEqual(["https://x.org/a"]);
  });
});

describe("a JSON feed", () => {
  const feed = (items: readonly object[]): string => JSON.stringify({ version: "1.1", title: "T", items });

  it("is valid with a title and distinct item ids", () => {
    const { problems, references } = checkFeed(feed([{ id: "1", url: "/a/" }, { id: "2" }]), "feed.json");
    expect(problems).toEqual([]);
    expect(references.map(({ href }) => href)).toEqual(["/a/"]);
  });

  it.each([
    ["is cut short", '{"version":', ["feed/malformed"]],
    ["has no items", '{"version":"1.1","title":"T"}', ["feed/missing"]],
    ["has an item without id", feed([{}]), ["feed/missing"]],
    ["has two items with the same id", feed([{ id: "1" }, { id: "1" }]), ["feed/duplicate-id"]],
  ])("is reported if it %s", (_, text, keys) => {
    expect(checkFeed(text, "feed.json").problems.map(({ key }) => key)).toEqual(keys);
  });
});
