// Collections as site owners know them: Carnet's by name, and Carnet's items in what the callbacks of `addCollection` receive.
// Posts stay out of Eleventy's own collections, which scan the whole template map once for each item of each.
import type { Item } from "./item.ts";
import type { Collections, Model } from "./model.ts";
import type { CollectionApi, EleventyConfig } from "./types.ts";

/**
 * Runs when a build begins: by then, every plugin has added its collections, whatever their order in `.eleventy.ts`.
 * A collection of the owner's keeps its name: one of Carnet's with the same name is left out.
 */
export function registerCollections(config: EleventyConfig, { collections }: Model): void {
  let done = false;
  config.on("eleventy.before", () => {
    if (done) return;
    done = true;
    const all = config.getCollections();
    for (const [name, callback] of Object.entries(all))
      all[name] = (api) => callback(filled(api, collections));
    for (const [name, items] of ours(collections))
      if (!taken(all, name)) config.addCollection(name, () => items);
  });
}

function* ours({ posts, pages, all, byTerm }: Collections): Generator<[string, Item[]]> {
  yield ["posts", posts];
  yield ["pages", pages];
  yield ["all", all];
  yield* byTerm;
}

/** JavaScript's own names (`constructor`) are in every object, and Eleventy treats them as collections. */
function taken(collections: object, name: string): boolean {
  return name in collections;
}

/** Eleventy's object for callbacks, with Carnet's items: all callbacks of a build share one. */
function filled(api: CollectionApi, { all, byTerm }: Collections): CollectionApi {
  if (api.items.length > 0) return api;
  for (const item of all) api.add(item);
  // Eleventy compares tags as strings; Carnet's are terms, known by label and by slug.
  api.getFilteredByTag = (tag) => api.getFilteredByTags(tag);
  api.getFilteredByTags = (...tags) => {
    const groups = tags.map((tag) => new Set<unknown>(byTerm.get(tag)));
    return api.getAllSorted().filter((item) => groups.every((group) => group.has(item)));
  };
  return api;
}
