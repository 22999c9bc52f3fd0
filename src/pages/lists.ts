// The builder of every page that lists posts (home, blog, terms, people, years) and of the indexes that lead to these.
import type { Content, Entry, Post, StaticPage, Term } from "../content/types.ts";
import type { AddressName } from "../site/default-addresses.ts";
import { isOff, siteTitle, siteWords, taxonomyWords, type Site } from "../site/site.ts";
import type { Month, SummaryWords } from "../strings/ui-summaries.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, pagedAddress } from "./addresses.ts";
import { isKeptOut, type Draft, type Page, type PageKind } from "./types.ts";
import type { GroupView, LinkView, MemberView, Pager } from "./views.ts";

/** The posts of one language, latest first, and what stands above its lists. */
export interface Collection {
  site: Site;
  lang: string;
  posts: readonly Post[];
  /** True if the site has other languages too. */
  isOneOfSeveral: boolean;
  introductions: Introductions;
}

/** Alphabetical order in a language, the same on every machine. */
export function collator(lang: string): Intl.Collator {
  return new Intl.Collator(lang.startsWith("fr") ? "fr" : "en", { numeric: true, sensitivity: "base" });
}

/** The first breadcrumb of every page. */
export function homeCrumb({ site, lang }: Collection): LinkView {
  return { label: ui(lang, site.lang).home, url: addressOf(site, "home", lang) };
}

/** The breadcrumb of a page, without its mark as the current one. */
export function crumbOf({ title, url }: Pick<Draft, "title" | "url">): LinkView {
  return { label: title, url };
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

// Lists of posts

/** A list: what all its pages share. */
interface List extends Omit<Draft, "lang"> {
  posts: readonly Post[];
  /** Begins the sentence for search engines, in the words and with the name of the site in its language. */
  opening: (words: SummaryWords, n: number, site: string) => string;
  /** The owner's own description, if there is one: search engines show it for the first page. */
  described?: string | undefined;
  /** People shown above the posts of the first page. */
  members?: readonly MemberView[];
  /** All posts on one page, instead of `postsPerPage`. */
  whole?: boolean;
  /** Title of the index of which this is an entry: two languages of a site often have a term or a person of the same name. */
  index?: string;
}

/**
 * One draft per page, each with its pager. An owner's page at the list's address introduces it: its title, text and layout are
 * those of the first page.
 */
export function listPages(collection: Collection, list: List): Draft[] {
  const { posts, opening, described, members = [], whole = false, index, ...first } = list;
  const { site, lang } = collection;
  const chunks = whole ? [posts] : chunksOf(posts, site.postsPerPage);
  const total = chunks.length;
  const urls = chunks.map((_, i) => pagedAddress(site, first.url, lang, i + 1));
  const page = isIntroducible(first.kind) ? collection.introductions.at(first.url) : undefined;
  const own = introduced(first, page, described);
  const isEmpty = posts.length === 0 && members.length === 0;
  const isAlone = isIntroducible(first.kind) && posts.length < 2 && members.length === 0;
  const word = ui(lang, site.lang).page.toLowerCase();
  return chunks.map((items, i): Draft => {
    const isFirst = i === 0;
    const title = isFirst ? own.title : `${own.title} – ${word} ${String(i + 1)}`;
    return {
      ...first,
      ...(isFirst && page && { entry: page, layout: page.layout === "page" ? first.layout : page.layout }),
      lang,
      key: isFirst ? first.key : `${first.key}/${String(i + 1)}`,
      url: urls[i] ?? first.url,
      further: !isFirst,
      title,
      ...(index !== undefined && collection.isOneOfSeveral && { headTitle: `${title} – ${index}` }),
      description: own.description,
      ...(!isEmpty &&
        (!isFirst || own.described === undefined) && {
          metaDescription: summaryOf(collection, posts, opening, { number: i + 1, total }),
        }),
      // A list of one post says nothing that the post does not.
      noindex: page === undefined ? isAlone : isKeptOut(page),
      data: {
        ...first.data,
        ...(isFirst && members.length > 0 && { members }),
        posts: items,
        total: posts.length,
      },
      ...(total > 1 && { pager: () => pagerOf(urls, i) }),
      trail: isFirst ? first.trail : [...first.trail, { label: own.title, url: first.url }],
    };
  });
}

function introduced(
  { title, description }: Pick<Draft, "title" | "description">,
  page: StaticPage | undefined,
  described: string | undefined,
): { title: string; description: string; described: string | undefined } {
  if (page === undefined) return { title, description: described ?? description, described };
  const said = page.description === "" ? described : page.description;
  // Carnet's own description of a list does not describe a text.
  return { title: page.title, description: said ?? "", described: said };
}

/** `items` split into pages of `size`; one empty page if there are no items. */
function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const pages: T[][] = [];
  for (let i = 0; i < items.length; i += size) pages.push(items.slice(i, i + size));
  return pages.length > 0 ? pages : [[]];
}

/** Pages to link to from page `i`: the first, the last, and two on each side, so that a pager never grows. */
function pagerOf(urls: readonly string[], i: number): Pager {
  const total = urls.length;
  const near = new Set([0, total - 1]);
  for (let j = Math.max(0, i - 2); j <= Math.min(total - 1, i + 2); j++) near.add(j);
  const pages = [...near]
    .sort((a, b) => a - b)
    .map((j) => ({ number: j + 1, url: urls[j] ?? "", current: j === i }));
  const [previous, next] = [urls[i - 1], urls[i + 1]];
  return {
    number: i + 1,
    total,
    pages,
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

// Home and blog

/** Most calls at the top of the home page. More would push the latest posts out of sight. */
const MOST_CALLS = 3;

/** Posts at the top: open calls, the earliest deadline first, or else the latest post. */
function leadsOf(posts: readonly Post[]): Post[] {
  const open = posts.flatMap((post) =>
    post.deadline === undefined || post.deadline.closed
      ? []
      : { post, until: post.deadline.closes.getTime() },
  );
  const calls = open.sort((a, b) => a.until - b.until).map(({ post }) => post);
  return calls.length > 0 ? calls.slice(0, MOST_CALLS) : posts.slice(0, 1);
}

/** Home: leads at the top, the latest others below. */
export function homePage(collection: Collection): Draft {
  const { site, lang, posts } = collection;
  const leads = leadsOf(posts);
  return ownPage(collection, "home", {
    ...siteWords(site, lang),
    data: {
      lead: leads[0],
      leads,
      posts: posts.filter((post) => !leads.includes(post)).slice(0, site.postsPerPage),
      total: posts.length,
      more: addressOf(site, "blog", lang),
    },
    trail: [],
  });
}

/** Every post, `postsPerPage` per page. */
export function blogPages(collection: Collection): Draft[] {
  const { site, lang, posts } = collection;
  return listPages(collection, {
    ...ownPage(collection, "blog", {
      title: ui(lang, site.lang).blog,
      description: "",
      data: isOff(site, "archives") ? {} : { archives: addressOf(site, "archives", lang) },
    }),
    posts,
    opening: (of, n, name) => of.blog(name, n),
  });
}

// Groups of posts, and their indexes

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
  { posts, lang }: Collection,
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

/** An index: a page that lists groups. */
export function indexPage(
  collection: Collection,
  groups: readonly GroupView[],
  index: Omit<Draft, "lang" | "trail">,
): Draft {
  const { site, lang } = collection;
  const [first, last] = [groups[0], groups.at(-1)];
  const { summary } = ui(lang, site.lang);
  return {
    ...index,
    lang,
    ...(first &&
      last &&
      index.description === "" && {
        metaDescription: `${summary.index(index.title, siteTitle(site, lang), groups.length, first.label, last.label)}.`,
      }),
    data: { ...index.data, groups },
    trail: [homeCrumb(collection)],
  };
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

/** Pages of `content/pages/` at the address of a term's or a person's list, of one language. */
export interface Introductions {
  /** The page at the address of a list. */
  at: (url: string) => StaticPage | undefined;
  /** Terms of a taxonomy that the settings declare and a page introduces: they have a list before any post uses them. */
  terms: (taxonomy: string) => readonly Term[];
}

export function introductionsOf({ declaredTerms }: Content, own: readonly StaticPage[]): Introductions {
  const pages = new Map(own.map((page) => [page.url, page]));
  const [first] = own;
  const declared = first === undefined ? [] : declaredTerms(first.lang).filter(({ url }) => pages.has(url));
  return {
    at: (url) => pages.get(url),
    terms: (taxonomy) => declared.filter((term) => term.taxonomy === taxonomy),
  };
}

/** Kinds of lists that can be introduced: other lists of posts are the blog's own, and an index is replaced. */
const INTRODUCED: ReadonlySet<PageKind> = new Set(["tag", "person"]);
const isIntroducible = (kind: PageKind): boolean => INTRODUCED.has(kind);

/** True if a page, given the address of a list, introduces it. */
export function mightIntroduce(
  { kind, lang }: Pick<Entry, "kind" | "lang">,
  list: Pick<Page, "kind"> & { lang?: string | undefined },
): boolean {
  return kind === "page" && isIntroducible(list.kind) && lang === list.lang;
}

/** True if it also has that address. */
export function introduces(
  entry: Pick<Entry, "kind" | "url" | "lang">,
  list: Pick<Page, "kind" | "url"> & Partial<Pick<Page, "lang">>,
): boolean {
  return entry.url === list.url && mightIntroduce(entry, list);
}

/** True for a list with such a page above it. */
export function isIntroduced({ kind, entry }: Pick<Page, "kind" | "entry"> | Draft): boolean {
  return entry !== undefined && isIntroducible(kind);
}
