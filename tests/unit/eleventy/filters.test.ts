import { describe, expect, it } from "vitest";
import { ownFilters } from "../../../src/eleventy/filters.ts";
import type { Item, Model } from "../../../src/eleventy/model.ts";
import { load } from "../content/site-root.ts";

const ITEMS = ["constructor", "b", "constructor"].map(
  (term) => ({ terms: new Set([term]) }) as unknown as Item,
);
const [A, B, C] = ITEMS;

/** A filter as Nunjucks calls it, for a French site under `/blog/`, on a page in this language. */
async function filter(name: string, pageLang?: string): Promise<(...args: unknown[]) => unknown> {
  const yaml = "title: A\nurl: https://example.org/blog/\nlang: fr\ntimeZone: Europe/Paris\n";
  const { content } = await load({ "content/site.yaml": yaml });
  const model = { prepared: { plan: { content } } } as unknown as Model;
  const found = Reflect.get(ownFilters(model), name) as (...args: unknown[]) => unknown;
  return (...args) => found.apply({ ctx: pageLang === undefined ? {} : { lang: pageLang } }, args);
}

describe("a layout filter", () => {
  it.each([
    ["/a/", "/blog/a/", "https://example.org/blog/a/"],
    ["https://autre.example/a/", "https://autre.example/a/", "https://autre.example/a/"],
  ])("turns %s into an address", async (path, based, absolute) => {
    expect((await filter("url"))(path)).toBe(based);
    expect((await filter("absolute"))(path)).toBe(absolute);
  });

  it.each([
    ["//autre.example/a/", "//autre.example/a/"],
    ["#fin", "#fin"],
    ["mailto:a@example.org", "mailto:a@example.org"],
    // Where there is no address, to the home page.
    [undefined, "/blog/"],
    ["", "/blog/"],
  ])("makes of %j the address %s", async (path, address) => {
    expect((await filter("url"))(path)).toBe(address);
  });

  it("gives the day of an instant in the site's time zone, and leaves a day as it is", async () => {
    const isoDate = await filter("isoDate");
    expect(isoDate(new Date("2026-03-01T23:30:00Z"))).toBe("2026-03-02");
    expect(isoDate("2026-03-02")).toBe("2026-03-02");
  });

  it.each([
    ["the language passed to it", "fr", ["2026-03-02", "en"], "2 March 2026"],
    ["the page's language", "fr", ["2026-03-02"], "2 mars 2026"],
    ["the site's language", undefined, [new Date("2026-03-01T23:30:00Z")], "2 mars 2026"],
  ])("writes a date in %s", async (_, pageLang, args, expected) => {
    const written = (await filter("longDate", pageLang))(...args);
    expect(String(written).replaceAll("\u00a0", " ")).toBe(expected);
  });

  it.each([[undefined], [""], ["construction"]])("refuses to write %j as a date", async (value) => {
    const longDate = await filter("longDate");
    expect(() => longDate(value)).toThrow(`not a day for longDate: ${String(value)}`);
  });

  it.each([
    ["another language", ["en"], ' lang="en"'],
    ["the page's language, which needs none", ["fr"], ""],
    ["a language other than that of the element around it", ["fr", "en"], ' lang="fr"'],
    ["a language with HTML characters", ['"><b>'], ' lang="&quot;&gt;&lt;b&gt;"'],
  ])("gives the attribute of a text in %s, false in a condition if empty", async (_, args, expected) => {
    const attribute = (await filter("langAttribute", "fr"))(...args);
    expect([String(attribute), Boolean(attribute)]).toEqual([expected, expected !== ""]);
  });

  it("finds what stands before the page in a collection", async () => {
    const before = await filter("getPreviousCollectionItem");
    const items = ["./a.md", "./b.md"].map((inputPath) => ({ inputPath }));
    expect(before(items, items[1])).toBe(items[0]);
  });

  it("keeps the items of a list that have a tag, in the list's order, whatever the tag's name", async () => {
    const tagged = await filter("tagged");
    expect(tagged(ITEMS, "constructor")).toEqual([A, C]);
    expect(tagged([B], "constructor")).toEqual([]);
    expect(tagged(ITEMS, "toString")).toEqual([]);
  });
});
