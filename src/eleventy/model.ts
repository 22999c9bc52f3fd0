// What one run gives Eleventy: the planned pages with their posts as items, and the collections of the site.
import { join } from "node:path";
import type { Prepared } from "../build/prepare.ts";
import type { Post } from "../content/types.ts";
import { readLicense, type License } from "../licenses.ts";
import { headIcons, THEME_COLOUR } from "../pages/icons.ts";
import { jsonLd, postTimes } from "../pages/json-ld.ts";
import { openGraphLocale } from "../pages/locale.ts";
import { correctionLink, shareLinks } from "../pages/share.ts";
import { contentSecurityPolicy, frameHostsOf } from "../pages/policy.ts";
import type { MonthView, Page } from "../pages/types.ts";
import { uiLang, type Site } from "../site.ts";
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
    if (rendered) items.set(entry.file, new Item(entry, rendered, prepared.covers.get(entry.file), itemOf));
  }
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

/**
 * The data of a planned page as its layout reads it: posts become items, and a post's own data come along,
 * but for `page`, which Eleventy makes.
 */
export function layoutData(page: Page, model: Model): Record<string, unknown> {
  const { lead, posts, months } = page.data;
  const { site } = model.prepared.plan.content;
  const licenses = licensesOf(page, site);
  const own = { ...(page.entry && model.items.get(page.entry.file)?.data) };
  delete own["page"];
  return {
    ...page.data,
    ...own,
    ...licenses,
    ...postData(page, site),
    ...headData(page, licenses.license, model),
    ...(isPosts(posts) && { posts: posts.map(model.itemOf) }),
    ...(isPost(lead) && { lead: model.itemOf(lead) }),
    ...(isMonths(months) && {
      months: months.map((month) => ({ ...month, posts: month.posts.map(model.itemOf) })),
    }),
  };
}

/** What only the head of the page says, for machines. */
function headData(page: Page, license: License | undefined, model: Model): Record<string, unknown> {
  const { site } = model.prepared.plan.content;
  const words = page.entry && model.prepared.rendered.get(page.entry.file)?.words;
  return {
    policy: page.kind === "search" ? model.policies.search : model.policies.page,
    icons: headIcons(site),
    themeColour: THEME_COLOUR,
    locale: openGraphLocale(page.lang),
    localeAlternates: page.data.alternates.flatMap(({ lang, translated, current }) =>
      translated && !current ? (openGraphLocale(lang) ?? []) : [],
    ),
    jsonLd: jsonLd({ page, site, ...(license && { license }), ...(words !== undefined && { words }) }),
  };
}

/** What a post's page offers beside its text, and when it says that it was published. */
function postData({ entry, data }: Page, site: Site): Record<string, unknown> {
  if (entry?.kind !== "post") return {};
  const { published, modified } = postTimes(entry, site);
  return {
    publishedTime: published,
    modifiedTime: modified,
    corrections: entry.corrections,
    correctionLink: correctionLink(site, entry),
    shareLinks: entry.unpublished === undefined ? shareLinks(site, data) : [],
  };
}

/** The licence of what a page shows, its post's own or the site's, and the site's. */
function licensesOf({ entry, lang }: Page, site: Site): { license?: License; siteLicense?: License } {
  const language = uiLang(lang, uiLang(site.lang));
  const own = (entry?.kind === "post" ? entry.license : undefined) ?? site.license;
  return {
    ...(own !== undefined && { license: readLicense(own, language) }),
    ...(site.license !== undefined && { siteLicense: readLicense(site.license, language) }),
  };
}

function isMonths(value: unknown): value is MonthView[] {
  return (
    Array.isArray(value) && value.every((one) => isRecord(one) && "posts" in one && isPosts(one["posts"]))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isPost(value: unknown): value is Post {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "post";
}

function isPosts(value: unknown): value is Post[] {
  return Array.isArray(value) && value.every(isPost);
}
