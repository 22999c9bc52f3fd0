import { describe, expect, it } from "vitest";
import type { Post } from "../../../src/content/types.ts";
import { Item, UNDATED, type Model } from "../../../src/eleventy/model.ts";
import type { Rendered } from "../../../src/markdown/types.ts";
import { postOf } from "../feeds/samples.ts";
import { post } from "../content/site-root.ts";
import { modelOf, pageOf, renderedOf } from "./samples.ts";

/** A site in which nobody stands beside a post. */
const around = (changes: object = {}): Model => {
  const alone = { prepared: { covers: new Map() }, item: () => undefined, noteReading: () => undefined };
  return { ...alone, ...changes } as unknown as Model;
};

const itemOf = (changes: Partial<Post>, rendered: Partial<Rendered> = {}, model = around()): Item =>
  new Item(postOf(changes), renderedOf(rendered), model);

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

  it("has a text's values under Eleventy's names, which a field cannot replace, and its HTML without a layout", () => {
    const term = { taxonomy: "tags", slug: "ete", label: "Été", url: "/mots-cles/ete/" };
    const values = {
      ...{ title: "Bilan", slug: "bilan", lang: "en", description: "Un an", twitter: "@carnet" },
      ...{ unpublished: "future" as const, updated: "2021-05-02" },
      translations: [{ lang: "fr", url: "/fr/", title: "Bilan" }],
    };
    const fields = { defi: "Accès", title: "Autre" };
    const item = itemOf({ ...values, terms: { tags: [term], promotion: [] }, fields });
    const outputPath = "./blog/2021/04/01/bilan/index.html";
    expect(item).toMatchObject({ url: "/blog/2021/04/01/bilan/", outputPath, content: "<p>Texte</p>" });
    expect(item.templateContent).toBe(item.content);
    expect(item.date.toISOString()).toBe("2021-03-31T22:00:00.000Z");
    expect(item.data).toMatchObject({
      ...{ ...values, day: "2021-04-01", tags: [term], promotion: [], defi: "Accès", hasPlayer: false },
      page: { url: item.url, date: item.date, inputPath: item.inputPath },
    });
  });

  it("has the value of a new front matter key, which nobody has to name again", () => {
    expect(itemOf({ mood: "gai" } as Partial<Post>).data).toMatchObject({ mood: "gai" });
  });

  it.each([
    ["waits for a click", '<section class="player" data-player>', true],
    ["loads by itself", '<section class="player">', false],
  ])("knows whether a page needs the player's script when a player %s", (_, html, hasPlayer) => {
    const rendered = { html, frameHosts: ["player.vimeo.com"] };
    expect(itemOf({}, rendered).data["hasPlayer"]).toBe(hasPlayer);
  });

  it.each([
    [0, 1],
    [329, 1],
    [330, 2],
    [551, 3],
  ])("of %i words takes %i min to read", (words, readingMinutes) => {
    expect(itemOf({}, { words }).data["readingMinutes"]).toBe(readingMinutes);
  });

  it("of a static page has a constant date, and no neighbours", () => {
    const item = new Item(pageOf({ updated: "2026-01-02" }), renderedOf(), around());
    expect([item.date, item.data["updated"]]).toEqual([UNDATED, "2026-01-02"]);
    expect("previous" in item.data || "day" in item.data).toBe(false);
  });

  it("has its neighbours' items in its data, made only when read, and keeps its data when copied", () => {
    const neighbour = itemOf({ title: "Autre" });
    const made: Post[] = [];
    const model = around({ item: (one: Post) => (made.push(one), neighbour) });
    const other = postOf({ title: "Autre" });
    const item = itemOf({ previous: other, next: other, related: [other] }, {}, model);
    expect(Object.assign({}, item).data).toBe(item.data);
    expect(made).toEqual([]);
    expect(item.data).toMatchObject({ previous: neighbour, next: neighbour, related: [neighbour] });
    expect(new Set(made)).toEqual(new Set([other]));
    expect(itemOf({}).data).toMatchObject({ previous: undefined, next: undefined, related: [] });
  });

  it("has the cover that is shown, not the picture as written", () => {
    const written = { image: { src: "p.png", alt: "Pont", remote: false } };
    const view = { src: "/pictures/p.png", width: 2, height: 1, sources: [], sizes: "" };
    const cover = { kind: "shown" as const, ...view, alt: "Pont", card: view, thumb: view };
    const covers = new Map([[postOf().file, cover]]);
    const model = around({ prepared: { covers } });
    expect(itemOf(written, {}, model).data["image"]).toEqual(cover);
    expect(itemOf(written).data["image"]).toBeUndefined();
  });
});

describe("a model", () => {
  const titles = (items: readonly Item[] = []): string => items.map(({ data }) => data["title"]).join(" ");

  it("has published posts and pages, and posts by slug and label of each tag, whatever its name", async () => {
    const { collections } = await modelOf({
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été, constructor]"),
      "content/posts/2026-01-02-b.md": post("title: B", "tags: [ete, Été, posts]"),
      "content/posts/2026-01-03-c.md": post("title: C", "draft: true", "tags: [Été]"),
      "content/pages/aide.md": post("title: Aide"),
    });
    expect(
      Object.entries(collections)
        .map(([name, items]) => `${name}: ${titles(items)}`)
        .sort(),
    ).toEqual([...["all: B A Aide", "constructor: A", "ete: B A", "pages: Aide", "posts: B A", "Été: B A"]]);
  });

  it("has a post once when two of its terms have the same name", async () => {
    const { collections } = await modelOf({
      "content/site.yaml": "title: A\ntaxonomies: { promotion: { label: Promotion } }\n",
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [eau]", "promotion: eau"),
    });
    expect(titles(collections["eau"])).toBe("A");
  });

  it("notes the page that reads collections, or neighbours other than those of its own post", async () => {
    const model = await modelOf({
      "content/posts/2026-01-01-a.md": post("title: A"),
      "content/posts/2026-01-02-b.md": post("title: B"),
    });
    const [b, a] = model.prepared.plan.content.posts;
    const reads = (read: () => unknown): boolean => {
      model.readingSite.clear();
      read();
      return model.readingSite.size === 1;
    };
    model.page = model.prepared.plan.pages.find(({ entry }) => entry === a);
    expect(reads(() => a && model.item(a).data["next"])).toBe(false);
    expect(reads(() => b && model.item(b).data["previous"])).toBe(true);
    expect(
      reads(() => {
        model.noteReading();
      }),
    ).toBe(true);
  });
});
