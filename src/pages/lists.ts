// The builder of every page that lists posts (blog, terms, people, years) and of the indexes that lead to these.
import type { Entry, Post, StaticPage, Term } from "../content/types.ts";
import type { AddressName } from "../site/default-addresses.ts";
import { siteTitle, taxonomyWords, type Site } from "../site/site.ts";
import { type Month, type SummaryWords, ui } from "../strings/ui.ts";
import { addressOf, pagedAddress } from "./addresses.ts";
import {
  type Draft,
  type GroupView,
  isHidden,
  type LinkView,
  type MemberView,
  type Page,
  type PageKind,
  type Pager,
  type PortraitOf,
} from "./types.ts";

/** The posts of one language, latest first, and what stands above its lists. */
export interface Collection {
  site: Site;
  lang: string;
  posts: readonly Post[];
  /** The owner's pages, by address: one at the address of the list of a term or a person introduces it. */
  pages: ReadonlyMap<string, StaticPage>;
  /** Terms of the settings that such a page introduces: they have a list before any post uses them. */
  introduced: readonly Term[];
  /** The people of `people.yaml` who have terms, in its order. */
  members: readonly Member[];
  /** Without it, photos of people are shown as they are. */
  portrait?: PortraitOf | undefined;
}

/** Someone with a term: a person with several terms is there several times. */
export interface Member {
  term: Term;
  person: MemberView;
}

/** Alphabetical order in a language, the same on every machine. */
export function collator(lang: string): Intl.Collator {
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
  /** Begins the sentence for search engines, in the words and with the name of the site in its language. */
  opening: (words: SummaryWords, n: number, site: string) => string;
  /** The owner's own description, if there is one: search engines show it for the first page. */
  described?: string | undefined;
  /** People shown above the posts of the first page. */
  members?: readonly MemberView[];
  /** All posts on one page, instead of `postsPerPage`. */
  whole?: boolean;
  /** How the index shows it, where that is not its title, address and number of posts. */
  view?: Partial<GroupView>;
}

/** How an index shows its lists. */
export function groupsOf(lists: readonly List[]): GroupView[] {
  return lists.map(({ title, url, posts, view }) => ({ label: title, url, count: posts.length, ...view }));
}

/** An index, and the lists to which it leads. */
export function indexedLists(
  collection: Collection,
  index: Omit<Draft, "lang" | "trail">,
  lists: readonly List[],
): Draft[] {
  const { site, lang } = collection;
  const { summary } = ui(lang, site.lang);
  const groups = groupsOf(lists);
  const [first = "", last = first] = [groups[0]?.label, groups.at(-1)?.label];
  const sentence = summary.index(index.title, siteTitle(site, lang), groups.length, first, last);
  const trail = [homeCrumb(collection)];
  const inside = [...trail, { label: index.title, url: index.url }];
  return [
    {
      metaDescription: groups.length > 0 && index.description === "" ? `${sentence}.` : undefined,
      ...index,
      lang,
      data: { ...index.data, groups },
      trail,
    },
    ...lists.flatMap((list) => listPages(collection, { ...list, trail: inside }, index.title)),
  ];
}

/**
 * One draft per page of a list, each with its pager. An owner's page at the list's address introduces it: its title, text and
 * layout are those of the first page. `index`: the title of the index that leads to it.
 */
export function listPages(
  collection: Collection,
  list: List & Pick<Draft, "trail">,
  index?: string,
): Draft[] {
  const { posts, opening, described, members = [], whole = false, view: _, ...first } = list;
  const { site, lang } = collection;
  const { page: word } = ui(lang, site.lang);
  const chunks = whole ? [posts] : chunksOf(posts, site.postsPerPage);
  const total = chunks.length;
  const urls = chunks.map((_, i) => pagedAddress(site, first.url, lang, i + 1));
  const isIntroducible = INTRODUCED.has(first.kind);
  const page = isIntroducible ? collection.pages.get(first.url) : undefined;
  const said = descriptionOf(page, described);
  const heading = page?.title ?? first.title;
  return chunks.map((items, i): Draft => {
    const isFirst = i === 0;
    const title = isFirst ? heading : `${heading} – ${word.toLowerCase()} ${String(i + 1)}`;
    const isSummed = (posts.length > 0 || members.length > 0) && (!isFirst || said === undefined);
    return {
      ...first,
      ...(isFirst && page && { entry: page, layout: page.layout === "page" ? first.layout : page.layout }),
      lang,
      key: isFirst ? first.key : `${first.key}/${String(i + 1)}`,
      url: urls[i] ?? first.url,
      further: !isFirst,
      title,
      // Two languages of a site often have a term or a person of the same name.
      headTitle: index !== undefined && isIntroducible ? `${title} – ${index}` : undefined,
      // Carnet's own description of a list does not describe a text.
      description: said ?? (page ? "" : first.description),
      metaDescription: isSummed ? summaryOf(collection, posts, opening, { number: i + 1, total }) : undefined,
      // A list of one post says nothing that the post does not.
      noindex: page ? isHidden(page) : isIntroducible && posts.length < 2 && members.length === 0,
      data: {
        ...first.data,
        members: isFirst && members.length > 0 ? members : undefined,
        posts: items,
        total: posts.length,
      },
      pager: total > 1 ? () => pagerOf(urls, i) : undefined,
      trail: isFirst ? first.trail : [...first.trail, { label: heading, url: first.url }],
    };
  });
}

/** The description of a list: that of the page that introduces it, or else of its term or person. */
export function descriptionOf(
  page: StaticPage | undefined,
  described: string | undefined,
): string | undefined {
  return page === undefined || page.description === "" ? described : page.description;
}

/** `items` split into pages of `size`; one empty page if there are no items. */
function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const pages: T[][] = [];
  for (let i = 0; i < items.length; i += size) pages.push(items.slice(i, i + size));
  return pages.length > 0 ? pages : [[]];
}

/** Pages to link to from page `i`: the first, the last, and two on each side, so that a pager never grows. */
function pagerOf(urls: readonly string[], i: number): Pager {
  const last = urls.length - 1;
  const [previous, next] = [urls[i - 1], urls[i + 1]];
  return {
    number: i + 1,
    total: urls.length,
    pages: urls
      .map((url, j) => ({ number: j + 1, url, current: j === i }))
      .filter((_, j) => j === 0 || j === last || Math.abs(j - i) <= 2),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  };
}

/**
 * The sentence that search engines show for a list: how many posts it has, and of which months, so that no two lists have the
 * same.
 */
export function summaryOf(
  { site, lang }: Collection,
  posts: readonly Post[],
  opening: List["opening"],
  page = { number: 1, total: 1 },
): string {
  const { summary } = ui(lang, site.lang);
  const n = posts.length;
  const monthOf = (day: string): Month => ({ year: day.slice(0, 4), month: Number(day.slice(5, 7)) });
  const [first, last] = [posts[0], posts.at(-1)].flatMap((post) => post?.day ?? []).sort();
  const published =
    first === undefined || last === undefined ? "" : summary.published(n, monthOf(first), monthOf(last));
  const place = page.number === 1 ? "" : summary.page(page.number, page.total);
  return `${opening(summary, n, siteTitle(site, lang))}${published}${place}.`;
}

// Groups of posts

/** Someone or something, and its posts. */
export interface Group<T> {
  of: T;
  posts: readonly Post[];
}

/**
 * Posts by value, values in alphabetical order. A post counts once for a value that it has twice. Values of `others` that no
 * post has are added without posts.
 */
export function groupsBy<T>(
  { posts, lang }: Pick<Collection, "posts" | "lang">,
  valuesOf: (post: Post) => readonly T[],
  { id, name }: { id: (value: T) => string; name: (value: T) => string },
  others: readonly T[] = [],
): Group<T>[] {
  const groups = new Map<string, { of: T; posts: Post[] }>();
  for (const post of posts)
    for (const value of valuesOf(post)) {
      const group = groups.get(id(value));
      if (!group) groups.set(id(value), { of: value, posts: [post] });
      else if (group.posts.at(-1) !== post) group.posts.push(post);
    }
  for (const value of others) if (!groups.has(id(value))) groups.set(id(value), { of: value, posts: [] });
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

/** The terms of a language with their posts. Terms of `others` that no post has are added without posts. */
export function termsOf(
  collection: Collection,
  taxonomy: string,
  others: readonly Term[] = [],
): Group<Term>[] {
  const names = { id: ({ slug }: Term) => slug, name: ({ label }: Term) => label };
  return groupsBy(collection, (post) => post.terms[taxonomy] ?? [], names, others);
}

/**
 * True for an empty list: other pages may link to it, but readers should not be sent there. A page of the owner's that replaces
 * it has a text.
 */
export function isEmptyList({ kind, entry, data: { groups, total } }: Draft): boolean {
  if (entry !== undefined) return false;
  return (Array.isArray(groups) && groups.length === 0) || (kind === "blog" && total === 0);
}

// Pages of the owner's that introduce a list

/** Kinds of lists that can be introduced: other lists of posts are the blog's own, and an index is replaced. */
const INTRODUCED: ReadonlySet<PageKind> = new Set(["tag", "person"]);

/** True if a page introduces a list: it has its address and its language. */
export function introduces(
  { kind, url, lang }: Pick<Entry, "kind" | "url" | "lang">,
  list: Pick<Page, "kind" | "url" | "lang">,
): boolean {
  return kind === "page" && INTRODUCED.has(list.kind) && lang === list.lang && url === list.url;
}

/** True for a list with such a page above it. */
export function isIntroduced({ kind, entry }: Pick<Page, "kind" | "entry">): boolean {
  return entry !== undefined && entry.kind !== kind;
}
