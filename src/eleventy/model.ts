// What one run gives Eleventy: the planned pages with their posts as items, and the collections of the site.
import { join } from "node:path";
import type { Prepared } from "../build/prepare.ts";
import type { Post } from "../content/types.ts";
import type { Page } from "../pages/types.ts";
import { builtinLayouts } from "./builtin-layouts.ts";
import { createEnvironment, type CarnetEnvironment } from "./environment.ts";
import { ownFilters } from "./filters.ts";
import { Item } from "./item.ts";

export interface Model {
  prepared: Prepared;
  /** Items by source file. */
  items: ReadonlyMap<string, Item>;
  collections: Collections;
  itemOf: (post: Post) => Item;
}

export interface Collections {
  posts: Item[];
  pages: Item[];
  all: Item[];
  /** Posts by slug and by label of every term, latest first like `posts`. */
  byTerm: ReadonlyMap<string, Item[]>;
}

/** Nunjucks for one build: the site's layouts before Carnet's, with filters that know the site. */
export function environmentFor(model: Model): CarnetEnvironment {
  const { root } = model.prepared.plan.content.site;
  return createEnvironment(join(root, "layouts"), builtinLayouts().folder, ownFilters(model));
}

export function createModel(prepared: Prepared): Model {
  const { content, pages } = prepared.plan;
  const items = new Map<string, Item>();
  const itemOf = (post: Post): Item => {
    const item = items.get(post.file);
    if (!item) throw new Error(`No item for ${post.file}: it is not among the planned pages.`);
    return item;
  };
  for (const { entry } of pages) {
    const rendered = entry && prepared.rendered.get(entry.file);
    if (rendered) items.set(entry.file, new Item(entry, rendered, prepared.covers.get(entry.file), itemOf));
  }
  const posts = content.posts.map(itemOf);
  const others = content.pages.flatMap((page) => items.get(page.file) ?? []);
  return {
    prepared,
    items,
    itemOf,
    collections: { posts, pages: others, all: [...posts, ...others], byTerm: byTerm(content.posts, itemOf) },
  };
}

function byTerm(posts: readonly Post[], itemOf: (post: Post) => Item): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const post of posts)
    for (const term of Object.values(post.terms).flat())
      for (const key of new Set([term.slug, term.label])) {
        const group = groups.get(key) ?? [];
        if (group.at(-1) !== itemOf(post)) group.push(itemOf(post));
        groups.set(key, group);
      }
  return groups;
}

/**
 * The data of a planned page as its layout reads it: posts become items, and a post's own data come along,
 * but for `page`, which Eleventy makes.
 */
export function layoutData(page: Page, model: Model): Record<string, unknown> {
  const { lead, posts } = page.data;
  const own = { ...(page.entry && model.items.get(page.entry.file)?.data) };
  delete own["page"];
  return {
    ...page.data,
    ...own,
    ...(isPosts(posts) && { posts: posts.map(model.itemOf) }),
    ...(isPost(lead) && { lead: model.itemOf(lead) }),
  };
}

function isPost(value: unknown): value is Post {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "post";
}

function isPosts(value: unknown): value is Post[] {
  return Array.isArray(value) && value.every(isPost);
}
