// What pages are rendered from, whoever renders them: the planned pages with their posts as items, and the collections of the site.
import { join } from "node:path";
import type { Prepared } from "../build/prepare.ts";
import type { Post } from "../content/types.ts";
import { contentSecurityPolicy, frameHostsOf } from "../pages/policy.ts";
import { builtinLayouts } from "./builtin-layouts.ts";
import { loadCompiledLayouts } from "./compiled-layouts.ts";
import { createEnvironment, type CarnetEnvironment } from "./environment.ts";
import { ownFilters } from "./filters.ts";
import { Item } from "./item.ts";

export interface Model {
  prepared: Prepared;
  /** Items by source file. */
  items: ReadonlyMap<string, Item>;
  collections: Collections;
  itemOf: (post: Post) => Item;
  /** Policies that pages carry themselves, for hosts that send no headers. */
  policies: { page: string; search: string };
}

export interface Collections {
  posts: Item[];
  pages: Item[];
  all: Item[];
  /** Posts by slug and by label of every term, latest first like `posts`. */
  byTerm: ReadonlyMap<string, Item[]>;
}

/** Nunjucks for one build: the site's layouts before Carnet's, with filters that know the site. */
export async function environmentFor(model: Model): Promise<CarnetEnvironment> {
  const { root } = model.prepared.plan.content.site;
  const compiled = await loadCompiledLayouts();
  return createEnvironment(join(root, "layouts"), builtinLayouts().folder, ownFilters(model), compiled);
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
    if (rendered) items.set(entry.file, new Item(entry, rendered, prepared.covers.get(entry.file)));
  }
  for (const { entry } of pages) if (entry?.kind === "post") items.get(entry.file)?.join(entry, itemOf);
  const posts = content.posts.map(itemOf);
  const others = content.pages.flatMap((page) => items.get(page.file) ?? []);
  return {
    prepared,
    items,
    itemOf,
    policies: policiesOf(prepared),
    collections: { posts, pages: others, all: [...posts, ...others], byTerm: byTerm(content.posts, itemOf) },
  };
}

function policiesOf({ plan: { content }, rendered }: Prepared): Model["policies"] {
  const hosts = frameHostsOf(content, ({ file }) => rendered.get(file) ?? NO_FRAMES);
  const { endpoint } = content.site.measure ?? {};
  return {
    page: contentSecurityPolicy(hosts, { endpoint, inPage: true }),
    search: contentSecurityPolicy(hosts, { endpoint, inPage: true, searches: true }),
  };
}

const NO_FRAMES = { frameHosts: [] };

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
