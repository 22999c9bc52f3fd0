// What pages are rendered from, with or without Eleventy: the planned pages, their posts as items, and the site's collections.
import { join } from "node:path";
import type { Prepared } from "../build/prepare.ts";
import type { Entry, Post } from "../content/types.ts";
import { contentSecurityPolicy, frameHostsOf } from "../pages/policy.ts";
import type { Page } from "../pages/types.ts";
import { builtinLayouts } from "./builtin-layouts.ts";
import { createEnvironment, loadCompiledLayouts, type CarnetEnvironment } from "./environment.ts";
import { ownFilters } from "./filters.ts";
import { Item } from "./item.ts";

export interface Model {
  prepared: Prepared;
  items: Items;
  /** Computed on demand: Carnet's own layouts never read them. */
  readonly collections: Collections;
  /** Policies that pages carry themselves, for hosts that send no headers. */
  policies: { page: string; search: string };
  /** The page that is being rendered, and those that were found to read more of the site than their own data. */
  rendering: { page?: Page | undefined; readingSite: Set<Page> };
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
  const rendering: Model["rendering"] = { readingSite: new Set() };
  const items = new Items(prepared, (entry) => {
    const { page, readingSite } = rendering;
    if (page && page.entry !== entry) readingSite.add(page);
  });
  let collections: Collections | undefined;
  return {
    prepared,
    items,
    rendering,
    get collections() {
      return (collections ??= collectionsOf(prepared, items));
    },
    policies: policiesOf(prepared),
  };
}

function collectionsOf({ plan: { content } }: Prepared, items: Items): Collections {
  const posts = content.posts.map(items.of);
  const pages = content.pages.flatMap((page) => items.get(page.file) ?? []);
  return { posts, pages, all: [...posts, ...pages], byTerm: byTerm(content.posts, items.of) };
}

function policiesOf({ plan: { content }, rendered }: Prepared): Model["policies"] {
  const hosts = frameHostsOf(content, ({ file }) => rendered.get(file) ?? NO_FRAMES);
  return {
    page: contentSecurityPolicy(content.site, hosts, { inPage: true }),
    search: contentSecurityPolicy(content.site, hosts, { inPage: true, searches: true }),
  };
}

const NO_FRAMES = { frameHosts: [] };

function byTerm(posts: readonly Post[], itemOf: (post: Post) => Item): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const post of posts) {
    const item = itemOf(post);
    for (const term of Object.values(post.terms).flat())
      for (const key of new Set([term.slug, term.label])) {
        const group = groups.get(key) ?? [];
        if (group.at(-1) !== item) group.push(item);
        groups.set(key, group);
      }
  }
  return groups;
}

/** The posts and pages of a site as items, each made on demand: a build that renders a few pages of a large site needs few. */
export class Items {
  readonly #prepared: Prepared;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #made = new Map<string, Item>();
  readonly #onNeighbours: ((of: Entry) => void) | undefined;

  /** Covers the entries that have a page. `onNeighbours`: see `item.ts`. */
  constructor(prepared: Prepared, onNeighbours?: (of: Entry) => void) {
    this.#onNeighbours = onNeighbours;
    const entries = prepared.plan.pages.flatMap(({ entry }) => entry ?? []);
    this.#prepared = prepared;
    this.#entries = new Map(entries.map((entry) => [entry.file, entry]));
  }

  /** By source file. */
  get(file: string): Item | undefined {
    const made = this.#made.get(file);
    if (made) return made;
    const { rendered, covers } = this.#prepared;
    const entry = this.#entries.get(file);
    const text = rendered.get(file);
    if (!entry || !text) return undefined;
    const item = new Item(entry, {
      ...{ rendered: text, cover: covers.get(file), itemOf: this.of, onNeighbours: this.#onNeighbours },
    });
    this.#made.set(file, item);
    return item;
  }

  readonly of = ({ file }: Post): Item => {
    const item = this.get(file);
    if (!item) throw new Error(`No item for ${file}: it is not among the planned pages.`);
    return item;
  };

  /** Gives existing items the texts that were saved since. */
  renew(): void {
    for (const [file, item] of this.#made) {
      const rendered = this.#prepared.rendered.get(file);
      if (rendered) item.renew(rendered);
    }
  }
}
