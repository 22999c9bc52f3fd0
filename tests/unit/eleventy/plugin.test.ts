// What the plugin gives to Eleventy, seen from Eleventy's side: its configuration object, in little.
import { describe, expect, it } from "vitest";
import { register } from "../../../src/eleventy/plugin.ts";
import type { CollectionApi, CollectionCallback, EleventyConfig } from "../../../src/eleventy/types.ts";
import { post } from "../content/site-root.ts";
import { modelOf } from "./samples.ts";

type Parse = (text: string) => unknown;

const FILES = {
  "content/posts/2026-01-01-a.md": post("title: A", "tags: [Eau, Code, constructor]"),
  "content/posts/2026-01-02-b.md": post("title: B", "tags: [Eau]"),
  "content/pages/c.md": post("title: C"),
};

/** Registers the plugin in a configuration that the owner has already filled. */
async function registered({ collections = {}, formats = [] as readonly (readonly [string, Parse])[] } = {}) {
  const all: Record<string, CollectionCallback> = { ...collections };
  const dataExtensions = new Map(formats);
  const listeners: (() => void)[] = [];
  const config = {
    ...{ ignores: new Set(), htmlTransformer: { addUrlTransform: () => undefined }, dataExtensions },
    addDataExtension: (extension: string, parse: Parse) => dataExtensions.set(extension, parse),
    getCollections: () => all,
    addCollection: (name: string, callback: CollectionCallback) => (all[name] = callback),
    on: (_: string, listener: () => void) => listeners.push(listener),
  };
  const others = {
    get: (target: object, name: string) => (Reflect.get(target, name) as unknown) ?? (() => undefined),
  };
  const rendering = { model: await modelOf(FILES), environment: { getFilter: () => undefined } as never };
  const run = { rendering, pages: [], registered: false, isPure: false };
  register(new Proxy(config, others) as unknown as EleventyConfig, run);
  const begin = (): void => {
    for (const listener of listeners) listener();
  };
  return { all, begin, dataExtensions };
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

const titles = (items: unknown): unknown =>
  (items as { data: { title: string } }[]).map(({ data }) => data.title).join(" ");

describe("the collections of a site", () => {
  it("exist by name once all plugins have added theirs, except where the owner has one of that name", async () => {
    const { all, begin } = await registered({ collections: { pages: () => "own" } });
    expect(Object.keys(all)).toEqual(["pages"]);
    begin();
    expect(Object.keys(all).sort()).toEqual(["Code", "Eau", "all", "code", "eau", "pages", "posts"]);
    const of = (name: string): unknown => all[name]?.(emptyApi());
    expect(["posts", "all", "eau", "Code"].map((name) => titles(of(name)))).toEqual([
      "B A",
      "B A C",
      "B A",
      "A",
    ]);
    expect(of("pages")).toBe("own");
  });

  it("are filled once for all callbacks and runs of a build", async () => {
    const counts: unknown[] = [];
    const own: CollectionCallback = ({ items }) => counts.push(items.length);
    const { all, begin } = await registered({ collections: { one: own, two: own } });
    begin();
    begin();
    const api = emptyApi();
    for (const name of ["one", "two"]) all[name]?.(api);
    expect(counts).toEqual([3, 3]);
  });

  it("can be filtered by the slugs and labels of tags, all of which a text must have", async () => {
    const { all, begin } = await registered({
      collections: {
        eau: (api: CollectionApi) => titles(api.getFilteredByTag("eau")),
        both: (api: CollectionApi) => titles(api.getFilteredByTags("eau", "Code")),
        none: (api: CollectionApi) => titles(api.getFilteredByTags("eau", "autre")),
      },
    });
    begin();
    expect(["eau", "both", "none"].map((name) => all[name]?.(emptyApi()))).toEqual(["A B", "A", ""]);
  });
});

describe("a data file", () => {
  const parser = async (extension: string): Promise<Parse> =>
    (await registered()).dataExtensions.get(extension) ?? (() => "none");

  it("in YAML is read as settings are: a day stays a text", async () => {
    const parse = await parser("yaml");
    expect(parse("- jour: 2026-03-02\n  code: 08\n")).toEqual([{ jour: "2026-03-02", code: "08" }]);
    expect(() => parse("- un: 1\n   deux: 2\n")).toThrow(/^bad indentation of a mapping entry \(2:8\)$/);
  });

  it("in a format that the owner has added is the owner's", async () => {
    const own = (): string => "own";
    const { dataExtensions } = await registered({ formats: [["yaml", own]] });
    expect([dataExtensions.get("yaml"), dataExtensions.has("yml")]).toEqual([own, true]);
  });
});
