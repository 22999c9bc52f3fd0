// A page before the others are known: its own content, without navigation or translations.
// `plan` finishes drafts into pages once every address is known.
import type { Entry } from "../content/types.ts";
import type { PageKind } from "./types.ts";
import type { FeedLink, LinkView, Pager, PartView } from "./views.ts";

export interface Draft {
  kind: PageKind;
  /** The same in every language: pages that share a key are translations of each other. */
  key: string;
  url: string;
  lang: string;
  layout: string | null;
  title: string;
  /** Language of the title, if it is not that of the page; likewise for the description. */
  titleLang?: string;
  description: string;
  descriptionLang?: string;
  /** What search engines and previews say of the page, if it is not its description. */
  metaDescription?: string | undefined;
  /** Data for the layout, in addition to the common data. */
  data: Record<string, unknown>;
  /** Of a list with several pages; computed with the rest of the layout's data. */
  pager?: () => Pager;
  /** Of a post, computed in the same way: its place among the parts of its ordered terms. */
  partOf?: () => readonly PartView[];
  /** Ancestors, from the home page down, without the page itself. */
  trail: readonly LinkView[];
  /** Feeds that mirror this page, besides the site's own. */
  feeds?: readonly FeedLink[];
  noindex?: boolean;
  /** A page of a list after its first one. */
  further?: boolean;
  entry?: Entry;
  text?: () => string;
  madeOf?: () => unknown;
}

/** A file that no layout makes: it has a text, and no place among pages. */
export function fileDraft(kind: PageKind, url: string, text: () => string, lang: string): Draft {
  return { kind, key: url, url, lang, layout: null, title: url, description: "", data: {}, trail: [], text };
}

/**
 * True for an empty list: other pages may link to it, but readers should not be sent there. A page of the owner's that replaces
 * it has a text.
 */
export function isEmptyList({ kind, entry, data: { groups, total } }: Draft): boolean {
  if (entry !== undefined) return false;
  return (Array.isArray(groups) && groups.length === 0) || (kind === "blog" && total === 0);
}

/** `items` split into pages of `size`; one empty page if there are no items. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  const pages: T[][] = [];
  for (let i = 0; i < items.length; i += size) pages.push(items.slice(i, i + size));
  return pages.length > 0 ? pages : [[]];
}

/** Alphabetical order in a language, the same on every machine. */
export function collator(lang: string): Intl.Collator {
  return new Intl.Collator(lang.startsWith("fr") ? "fr" : "en", { numeric: true, sensitivity: "base" });
}
