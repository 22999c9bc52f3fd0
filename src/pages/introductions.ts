// Pages of `content/pages/` at the address of a term's or a person's list: each says above its list what the owner wrote, and
// the list keeps its posts, its further pages, its feeds and its place among others (docs/adr/0029-introductions.md).
import type { Content, Entry, StaticPage, Term } from "../content/types.ts";
import type { Draft } from "./draft.ts";
import { isKeptOut } from "./search-shards.ts";
import type { Page, PageKind } from "./types.ts";

/** Of one language: a page of another has no say in its lists. */
export interface Introductions {
  /** The page at the address of a list. */
  at: (url: string) => StaticPage | undefined;
  /** How that page describes it; undefined where it does not. */
  described: (url: string) => string | undefined;
  /** Terms of a taxonomy that the settings declare and a page introduces: they have a list before a post uses them. */
  terms: (taxonomy: string) => readonly Term[];
}

export function introductionsOf({ declaredTerms }: Content, own: readonly StaticPage[]): Introductions {
  const pages = new Map(own.map((page) => [page.url, page]));
  const [first] = own;
  const declared = first === undefined ? [] : declaredTerms(first.lang).filter(({ url }) => pages.has(url));
  return {
    at: (url) => pages.get(url),
    described(url) {
      const { description = "" } = pages.get(url) ?? {};
      return description === "" ? undefined : description;
    },
    terms: (taxonomy) => declared.filter((term) => term.taxonomy === taxonomy),
  };
}

/** The kinds of lists that can be introduced: other lists of posts are the blog's own, and an index is replaced. */
const INTRODUCED: ReadonlySet<PageKind> = new Set(["tag", "person"]);

/** True where a page, given the address of a list, introduces it. */
export function mightIntroduce(
  { kind, lang }: Pick<Entry, "kind" | "lang">,
  list: Pick<Page, "kind"> & { lang?: string | undefined },
): boolean {
  return kind === "page" && INTRODUCED.has(list.kind) && lang === list.lang;
}

/** True where it has that address. */
export function introduces(
  entry: Pick<Entry, "kind" | "url" | "lang">,
  list: Pick<Page, "kind" | "url"> & Partial<Pick<Page, "lang">>,
): boolean {
  return entry.url === list.url && mightIntroduce(entry, list);
}

/** True of a list with such a page above it. */
export function isIntroduced({ kind, entry }: Pick<Page, "kind" | "entry"> | Draft): boolean {
  return entry !== undefined && INTRODUCED.has(kind);
}

/**
 * A list with what the page says, where there is one: its title, its text, and whether it is to be found. A page that has no
 * description leaves that of the term or the person, `described`; what Carnet says of a list is no description of a text.
 */
export function introduced(
  list: Omit<Draft, "lang">,
  page: StaticPage | undefined,
  described: string | undefined,
): Omit<Draft, "lang"> {
  if (page === undefined) return list;
  return {
    ...list,
    title: page.title,
    description: page.description === "" ? (described ?? "") : page.description,
    noindex: isKeptOut(page),
    entry: page,
  };
}
