// Pages of `content/pages/` at the address of a term's or a person's list: the owner's text is shown above the list, which
// keeps its posts, its further pages, its feeds and its place among other lists (docs/adr/0029-introductions.md).
import type { Content, Entry, StaticPage, Term } from "../content/types.ts";
import type { Draft } from "./draft.ts";
import { isKeptOut } from "./search-shards.ts";
import type { Page, PageKind } from "./types.ts";

/** Of one language: a page in another language does not affect its lists. */
export interface Introductions {
  /** The page at the address of a list. */
  at: (url: string) => StaticPage | undefined;
  /** The description in that page; undefined if it has none. */
  described: (url: string) => string | undefined;
  /** Terms of a taxonomy that the settings declare and a page introduces: they have a list before any post uses them. */
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

/** Kinds of lists that can be introduced: other lists of posts are the blog's own, and an index is replaced. */
const INTRODUCED: ReadonlySet<PageKind> = new Set(["tag", "person"]);

/** True if a page, given the address of a list, introduces it. */
export function mightIntroduce(
  { kind, lang }: Pick<Entry, "kind" | "lang">,
  list: Pick<Page, "kind"> & { lang?: string | undefined },
): boolean {
  return kind === "page" && INTRODUCED.has(list.kind) && lang === list.lang;
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
  return entry !== undefined && INTRODUCED.has(kind);
}

/**
 * A list with what its page says, if there is one: title, text, and whether search engines may index it. If the page has no
 * description, the list has that of the term or person (`described`). Carnet's own description of a list does not describe a
 * text.
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
