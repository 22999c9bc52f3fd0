import { describe, expect, it } from "vitest";
import type { Post } from "../../../src/content/types.ts";
import { Item, UNDATED, type ItemParts } from "../../../src/eleventy/item.ts";
import { postOf } from "../feeds/samples.ts";
import { pageOf, renderedOf } from "./samples.ts";

const ALONE: Omit<ItemParts, "rendered"> = {
  cover: undefined,
  itemOf: () => {
    throw new Error("Nobody stands beside it.");
  },
};

function itemOf(post: Partial<Post>, html = "<p>Texte</p>", words = 3): Item {
  return new Item(postOf(post), { ...ALONE, rendered: renderedOf({ html, words }) });
}

describe("an item", () => {
  it.each([
    ["content/posts/2021-04-01-bilan.md", "bilan", "/content/posts/bilan"],
    ["content/posts/21-04-01-bilan.md", "21-04-01-bilan", "/content/posts/21-04-01-bilan"],
    ["content/posts/_2021-04-01-bilan.md", "bilan", "/content/posts/bilan"],
    ["content/posts/2021-04-01-bilan/index.md", "bilan", "/content/posts/2021-04-01-bilan/index"],
    ["content/posts/en/2021-04-01-index.md", "en", "/content/posts/en/index"],
  ])("of %s has the slug and the path stem that Eleventy would give it", (file, fileSlug, filePathStem) => {
    expect(itemOf({ file })).toMatchObject({ inputPath: `./${file}`, fileSlug, filePathStem });
  });

  it("has a post's values under Eleventy's names, and its HTML without a layout", () => {
    const term = { taxonomy: "tags", slug: "ete", label: "Été", url: "/mots-cles/ete/" };
    const item = itemOf({ terms: { tags: [term], promotion: [] }, fields: { defi: "Accès" } }, "<p>Oui</p>");
    const outputPath = "./blog/2021/04/01/bilan/index.html";
    expect(item).toMatchObject({ url: "/blog/2021/04/01/bilan/", outputPath, content: "<p>Oui</p>" });
    expect(item.templateContent).toBe(item.content);
    expect(item.date.toISOString()).toBe("2021-03-31T22:00:00.000Z");
    expect(item.data).toMatchObject({
      title: "Bilan",
      day: "2021-04-01",
      tags: [term],
      promotion: [],
      defi: "Accès",
      hasPlayer: false,
    });
    expect(item.data["page"]).toMatchObject({ url: item.url, date: item.date, inputPath: item.inputPath });
  });

  it("has a text's translations, account and reason for not being published", () => {
    const told = {
      ...{ slug: "bilan", lang: "en", description: "Un an", twitter: "@carnet" },
      ...{ unpublished: "future" as const, updated: "2021-05-02" },
      translations: [{ lang: "fr", url: "/fr/", title: "Bilan" }],
    };
    expect(itemOf(told).data).toMatchObject(told);
  });

  it.each([
    ["waits for a click", '<section class="player" data-player>', true],
    ["loads by itself", '<section class="player">', false],
  ])("knows whether a page needs the player's script when a player %s", (_how, html, hasPlayer) => {
    const rendered = { ...renderedOf({ html }), frameHosts: ["player.vimeo.com"] };
    expect(new Item(postOf({}), { ...ALONE, rendered }).data["hasPlayer"]).toBe(hasPlayer);
  });

  it.each([
    [0, 1],
    [329, 1],
    [330, 2],
    [551, 3],
  ])("of %i words takes %i min to read", (words, readingMinutes) => {
    expect(itemOf({}, "", words).data["readingMinutes"]).toBe(readingMinutes);
  });

  it("does not let a field of the site replace the title", () => {
    expect(itemOf({ fields: { title: "Autre", couleur: "vert" } }).data).toMatchObject({
      title: "Bilan",
      couleur: "vert",
    });
  });

  it("of a static page has a constant date, and no neighbours", () => {
    const item = new Item(pageOf({ updated: "2026-01-02" }), { ...ALONE, rendered: renderedOf() });
    expect(item.date).toBe(UNDATED);
    expect(item.data["updated"]).toBe("2026-01-02");
    expect("previous" in item.data || "day" in item.data).toBe(false);
  });

  it("has its neighbours' items in its data, made only when read", () => {
    const other = postOf({ title: "Autre" });
    const post = postOf({ previous: other, next: other, related: [other] });
    const neighbour = itemOf({ title: "Autre" });
    const asked: Post[] = [];
    const askedFor = (one: Post): Item => {
      asked.push(one);
      return neighbour;
    };
    const item = new Item(post, { ...ALONE, rendered: renderedOf(), itemOf: askedFor });
    expect(asked).toEqual([]);
    expect(item.data["previous"]).toBe(neighbour);
    expect(item.data["next"]).toBe(neighbour);
    expect(item.data["related"]).toEqual([neighbour]);
    expect(asked).toEqual([other, other, other]);
    expect(itemOf({}).data).toMatchObject({ previous: undefined, next: undefined, related: [] });
  });

  it("keeps its data when copied, as owners' collections do", () => {
    const item = itemOf({ title: "Bilan" });
    expect(Object.assign({}, item)).toMatchObject({
      url: "/blog/2021/04/01/bilan/",
      data: { title: "Bilan" },
    });
    expect(item.data).toBe(item.data);
  });

  it("changes only with its text when renewed, whatever the site's fields are called", () => {
    const post = postOf({ fields: { previous: "Un", page: "Deux", headings: "Trois" } });
    const item = new Item(post, { ...ALONE, rendered: renderedOf({ html: "<p>Avant</p>" }) });
    const { page } = item.data;
    const headings = [{ level: 2, id: "suite", text: "Suite" }];
    item.renew(renderedOf({ html: "<p>Après</p>", words: 440, headings }));
    expect(item.content).toBe("<p>Après</p>");
    expect(item.data).toMatchObject({ headings, readingMinutes: 2, page });
    expect(item.data["previous"]).toBeUndefined();
  });

  it("has the cover that is shown, not the picture as written", () => {
    const written = postOf({ image: { src: "p.png", alt: "Pont", remote: false } });
    const view = { src: "/pictures/p.png", width: 2, height: 1, sources: [], sizes: "" };
    const cover = { kind: "shown" as const, ...view, alt: "Pont", card: view, thumb: view };
    expect(new Item(written, { ...ALONE, rendered: renderedOf(), cover }).data["image"]).toEqual(cover);
    expect(new Item(written, { ...ALONE, rendered: renderedOf() }).data["image"]).toBeUndefined();
  });
});
