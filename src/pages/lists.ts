// The builder of every page that lists posts (blog, terms, people, years) and of the indexes that lead to these.
import type { Post, Term } from "../content/types.ts";
import type { AddressName } from "../site/default-addresses.ts";
import { taxonomyWords, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, pagedAddress } from "./addresses.ts";
import type { Draft, GroupView, LinkView, PageKind, Pager, PortraitOf } from "./types.ts";

/** The posts of one language, latest first. */
export interface Collection {
  site: Site;
  lang: string;
  posts: readonly Post[];
  /** Without it, photos of people are shown as they are. */
  portrait?: PortraitOf | undefined;
}

/** Alphabetical order in a language, the same on every machine. */
function collator(lang: string): Intl.Collator {
  return new Intl.Collator(lang.startsWith("fr") ? "fr" : "en", { numeric: true, sensitivity: "base" });
}

/** The first breadcrumb of every page. */
export function homeCrumb({ site, lang }: Collection): LinkView {
  return { label: ui(lang, site.lang).home, url: addressOf(site, "home", lang) };
}

/** A page of which each language has one: its address and its layout are those of its kind. */
export function ownPage(
  collection: Collection,
  kind: PageKind & AddressName,
  own: Pick<Draft, "title" | "description" | "data"> & Partial<Draft>,
): Draft {
  const { site, lang } = collection;
  const url = addressOf(site, kind, lang);
  return { kind, key: kind, url, lang, layout: kind, trail: [homeCrumb(collection)], ...own };
}

/** A list: what all its pages share. */
export interface List extends Omit<Draft, "lang" | "trail"> {
  posts: readonly Post[];
  /** What the index says below its name: the description of a term, the role of a person. */
  subtitle?: string | undefined;
}

/** How an index shows its lists. */
function groupsOf(lists: readonly List[]): GroupView[] {
  return lists.map(({ title: label, url, posts, subtitle: description }) => ({
    ...{ label, url, count: posts.length },
    ...(description !== undefined && { description }),
  }));
}

/** An index, and the lists to which it leads. */
export function indexedLists(
  collection: Collection,
  index: Omit<Draft, "lang" | "trail">,
  lists: readonly List[],
): Draft[] {
  const { lang } = collection;
  const trail = [homeCrumb(collection)];
  const inside = [...trail, { label: index.title, url: index.url }];
  return [
    { ...index, lang, data: { ...index.data, groups: groupsOf(lists) }, trail },
    ...lists.flatMap((list) => listPages(collection, { ...list, trail: inside })),
  ];
}

/** One draft per page of a list, each with its pager. The posts of a year are on one page. */
export function listPages(collection: Collection, list: List & Pick<Draft, "trail">): Draft[] {
  const { posts, subtitle: _, ...first } = list;
  const { site, lang } = collection;
  const word = ui(lang, site.lang).page.toLowerCase();
  const chunks = first.kind === "year" ? [posts] : chunksOf(posts, site.postsPerPage);
  const urls = chunks.map((_, i) => pagedAddress(site, first.url, lang, i + 1));
  return chunks.map((items, i): Draft => ({
    ...first,
    lang,
    // A list of one post says nothing that the post does not.
    noindex: (first.kind === "tag" || first.kind === "person") && posts.length < 2,
    data: { ...first.data, posts: items, total: posts.length, pager: pagerOf(urls, i) },
    ...(i > 0 && {
      key: `${first.key}/${String(i + 1)}`,
      url: urls[i] ?? first.url,
      further: true,
      title: `${first.title} – ${word} ${String(i + 1)}`,
      trail: [...first.trail, { label: first.title, url: first.url }],
    }),
  }));
}

/** `items` split into pages of `size`; one empty page if there are no items. */
function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const pages: T[][] = [];
  for (let i = 0; i < items.length; i += size) pages.push(items.slice(i, i + size));
  return pages.length > 0 ? pages : [[]];
}

function pagerOf(urls: readonly string[], i: number): Pager | undefined {
  if (urls.length < 2) return undefined;
  const [previous, next] = [urls[i - 1], urls[i + 1]];
  return {
    number: i + 1,
    total: urls.length,
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  };
}

// Groups of posts

/** Someone or something, and its posts. */
export interface Group<T> {
  of: T;
  posts: readonly Post[];
}

/** Posts by value, values in alphabetical order. A post counts once for a value that it has twice. */
export function groupsBy<T>(
  { posts, lang }: Pick<Collection, "posts" | "lang">,
  valuesOf: (post: Post) => readonly T[],
  { id, name }: { id: (value: T) => string; name: (value: T) => string },
): Group<T>[] {
  const groups = new Map<string, { of: T; posts: Post[] }>();
  for (const post of posts)
    for (const value of valuesOf(post)) {
      const group = groups.get(id(value));
      if (!group) groups.set(id(value), { of: value, posts: [post] });
      else if (group.posts.at(-1) !== post) group.posts.push(post);
    }
  const order = collator(lang);
  return [...groups.values()].sort(
    (a, b) => order.compare(name(a.of), name(b.of)) || (id(a.of) < id(b.of) ? -1 : 1),
  );
}

/** All taxonomies of a site, in the order of its pages. */
export function taxonomiesOf(site: Site): string[] {
  return ["tags", ...Object.keys(site.taxonomies)];
}

/** Name of a taxonomy on pages of a language: its owner's, or Carnet's for tags. */
export function taxonomyLabel(site: Site, taxonomy: string, lang: string): string {
  return taxonomy === "tags" ? ui(lang, site.lang).tags : taxonomyWords(site, taxonomy, lang).label;
}

/** The terms of a language with their posts. */
export function termsOf(collection: Collection, taxonomy: string): Group<Term>[] {
  const names = { id: ({ slug }: Term) => slug, name: ({ label }: Term) => label };
  return groupsBy(collection, (post) => post.terms[taxonomy] ?? [], names);
}

/**
 * True for an empty list: other pages may link to it, but readers should not be sent there. A page of the owner's that replaces
 * it has a text.
 */
export function isEmptyList({ kind, entry, data: { groups, total } }: Draft): boolean {
  if (entry !== undefined) return false;
  return (Array.isArray(groups) && groups.length === 0) || (kind === "blog" && total === 0);
}
