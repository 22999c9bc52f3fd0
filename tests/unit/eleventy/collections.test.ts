import { describe, expect, it } from "vitest";
import { registerCollections } from "../../../src/eleventy/collections.ts";
import type { Item } from "../../../src/eleventy/item.ts";
import type { Model } from "../../../src/eleventy/model.ts";
import type { CollectionApi, CollectionCallback, EleventyConfig } from "../../../src/eleventy/types.ts";

const [A, B, C] = ["a", "b", "c"].map((url) => ({ url }) as unknown as Item);
const POSTS = [B, A] as Item[];
const PAGES = [C] as Item[];
const MODEL = {
  collections: {
    ...{ posts: POSTS, pages: PAGES, all: [...POSTS, ...PAGES] },
    byTerm: new Map([
      ["eau", POSTS],
      ["Code", [A]],
      ["constructor", [A]],
    ]),
  },
} as unknown as Model;

/** Eleventy's part: collections by name, and the listeners that it calls before each run. */
function configured(own: Record<string, CollectionCallback> = {}): {
  all: Record<string, CollectionCallback>;
  begin: () => void;
} {
  const all = { ...own };
  const listeners: (() => void)[] = [];
  const config = {
    getCollections: () => all,
    addCollection: (name: string, callback: CollectionCallback) => {
      all[name] = callback;
    },
    on: (_: string, listener: () => void) => listeners.push(listener),
  } as unknown as EleventyConfig;
  registerCollections(config, MODEL);
  return {
    all,
    begin: () => {
      for (const listener of listeners) listener();
    },
  };
}

/** What Eleventy passes to the callbacks of one build: it contains none of Carnet's texts. */
function emptyApi(): CollectionApi {
  const items: unknown[] = [];
  const api: Partial<CollectionApi> = {
    items,
    add: (item) => void items.push(item),
    getAllSorted: () => [...items].reverse() as ReturnType<CollectionApi["getAllSorted"]>,
  };
  return api as CollectionApi;
}

describe("the collections of a site", () => {
  it("exist by name, except where the owner has one of that name", () => {
    const { all, begin } = configured({ pages: () => "own" });
    expect(Object.keys(all)).toEqual(["pages"]);
    begin();
    expect(Object.keys(all)).toEqual(["pages", "posts", "all", "eau", "Code"]);
    expect(["posts", "all", "eau", "pages"].map((name) => all[name]?.(emptyApi()))).toEqual([
      POSTS,
      [...POSTS, ...PAGES],
      POSTS,
      "own",
    ]);
    const alone = configured();
    alone.begin();
    expect(alone.all["pages"]?.(emptyApi())).toEqual(PAGES);
  });

  it("are filled once for all callbacks and runs of a build", () => {
    const counts: unknown[] = [];
    const own: CollectionCallback = ({ items }) => counts.push(items.length);
    const { all, begin } = configured({ one: own, two: own });
    begin();
    begin();
    const api = emptyApi();
    all["one"]?.(api);
    all["two"]?.(api);
    expect(counts).toEqual([3, 3]);
  });

  it("can be filtered by the slugs and labels of tags, all of which a text must have", () => {
    const { all, begin } = configured({
      eau: (api) => api.getFilteredByTag("eau"),
      both: (api) => api.getFilteredByTags("eau", "Code"),
      none: (api) => api.getFilteredByTags("eau", "autre"),
    });
    begin();
    const of = (name: string): unknown => all[name]?.(emptyApi());
    expect([of("eau"), of("both"), of("none")]).toEqual([[A, B], [A], []]);
  });
});
