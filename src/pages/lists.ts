// The builder of every page that lists posts (blog, terms, people, years) and of the indexes that lead to these.
import type { Entry, Person, Post, TermEntry } from "../content/types.ts";
import type { AddressName } from "../site/default-addresses.ts";
import { PEOPLE, taxonomyWords, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, pagedAddress } from "./addresses.ts";
import type { Named } from "./named.ts";
import type {
  Draft,
  GroupView,
  LinkView,
  PageKind,
  Pager,
  PersonView,
  PlanInputs,
  PortraitOf,
  ShownCover,
} from "./types.ts";

/** The texts of one language. */
export interface Collection {
  site: Site;
  lang: string;
  /** Latest first. */
  posts: readonly Post[];
  terms: readonly TermEntry[];
  /** The file of a term, by taxonomy and slug. */
  entryOf: (taxonomy: string, slug: string) => TermEntry | undefined;
  /** What texts name, by taxonomy: filled as it is asked for. */
  named: Map<string, readonly Named[]>;
  /** Without it, photos of people are shown as they are. */
  portrait?: PortraitOf | undefined;
  cover: (entry: Entry) => ShownCover | undefined;
  logoOf?: PlanInputs["logoOf"];
  /** A person as pages of this language present them. */
  present: (person: Person) => PersonView;
  /** Names of the layouts that the site and Carnet have. */
  layouts: readonly string[];
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
}

/** How an index shows its lists. */
function groupsOf(lists: readonly List[]): GroupView[] {
  return lists.map(({ title: label, url, posts }) => ({ label, url, count: posts.length }));
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
  const { posts, ...first } = list;
  const { site, lang } = collection;
  const size = first.kind === "year" ? Math.max(1, posts.length) : site.postsPerPage;
  return pagesOf(collection, { noindex: false, ...first, lang }, posts, size).map(
    ({ items, ...draft }): Draft => ({
      ...draft,
      data: { ...draft.data, posts: items, total: posts.length },
    }),
  );
}

/** `items` on pages of `size`, each with its pager. Only the first page has the text of the draft, and what names a term. */
export function pagesOf<T>(
  { site, lang }: Collection,
  first: Draft,
  items: readonly T[],
  size: number,
): (Draft & { items: readonly T[] })[] {
  const word = ui(lang, site.lang).page.toLowerCase();
  const chunks = chunksOf(items, size);
  const urls = chunks.map((_, i) => pagedAddress(site, first.url, lang, i + 1));
  return chunks.map((own, i) => {
    const pager = pagerOf(urls, i);
    if (i === 0) return { ...first, data: { ...first.data, pager }, items: own };
    const { entry: _, ...others } = first;
    const { facts: _facts, isFile: _isFile, namedBy: _namedBy, ...data } = first.data;
    return {
      ...others,
      key: `${first.key}/${String(i + 1)}`,
      url: urls[i] ?? first.url,
      further: true,
      title: `${first.title} – ${word} ${String(i + 1)}`,
      trail: [...first.trail, { label: first.title, url: first.url }],
      data: { ...data, pager },
      items: own,
    };
  });
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

/** All taxonomies of a site, in the order of its pages. */
export function taxonomiesOf(site: Site): string[] {
  return ["tags", ...Object.keys(site.taxonomies)];
}

/**
 * Name of a taxonomy on pages of a language: its owner's, or Carnet's for tags and people. People who have files may not be
 * authors.
 */
export function taxonomyLabel(site: Site, taxonomy: string, lang: string, withFiles: boolean): string {
  const words = ui(lang, site.lang);
  if (taxonomy === "tags") return words.tags;
  const usual = withFiles ? words.everyone : words.people;
  const isNamed = taxonomy !== PEOPLE || (site.people.plural ?? site.people.label) !== undefined;
  return isNamed ? taxonomyWords(site, taxonomy, lang).plural : usual;
}

/**
 * True for an empty list: other pages may link to it, but readers should not be sent there. A page of the owner's that replaces
 * it has a text.
 */
export function isEmptyList({ kind, entry, data: { groups, total } }: Draft): boolean {
  if (entry !== undefined) return false;
  return (Array.isArray(groups) && groups.length === 0) || (kind === "blog" && total === 0);
}
