// Collections as owners know them: ours by name, and our items in what the callbacks of `addCollection` are given.
// Posts stay out of Eleventy's own collections, which scan the whole template map once for each item of each.
import type { Item } from "./item.ts";
import type { Collections, Model } from "./model.ts";
import type { CollectionApi, EleventyConfig } from "./types.ts";

/**
 * Done when a build begins: every plugin has then added its own, whichever came first in `.eleventy.ts`.
 * A collection of the owner's keeps its name: one of ours that is called the same gives way.
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

/** Names of JavaScript's own (`constructor`) are in every object, and Eleventy takes them for collections. */
function taken(collections: object, name: string): boolean {
  return name in collections;
}

/** Eleventy's object for callbacks, with our items: it is one object for all the callbacks of a build. */
function filled(api: CollectionApi, { all, byTerm }: Collections): CollectionApi {
  if (api.items.length > 0) return api;
  for (const item of all) api.add(item);
  // Eleventy compares with strings; our tags are terms, known by label and by slug.
  api.getFilteredByTag = (tag) => api.getFilteredByTags(tag);
  api.getFilteredByTags = (...tags) => {
    const groups = tags.map((tag) => new Set<unknown>(byTerm.get(tag)));
    return api.getAllSorted().filter((item) => groups.every((group) => group.has(item)));
  };
  return api;
}
