// A page before it knows the others: what its own room says, without navigation nor translations.
// `plan` finishes drafts into pages once every address is known.
import type { Post, StaticPage } from "../content/types.ts";
import type { FeedLink, LinkView, PageKind, Pager, PartView } from "./types.ts";

export interface Draft {
  kind: PageKind;
  /** The same in every language: pages that share a key are translations of each other. */
  key: string;
  url: string;
  lang: string;
  layout: string | null;
  title: string;
  description: string;
  /** What the layout gets beyond the common data. */
  data: Record<string, unknown>;
  /** Of a list with several pages; asked for with what else the layout gets. */
  pager?: () => Pager;
  /** Of a post, likewise: where it stands among the parts of what it belongs to. */
  partOf?: () => readonly PartView[];
  /** Ancestors, from the home page down, without the page itself. */
  trail: readonly LinkView[];
  /** Feeds that mirror this page, besides the site's own. */
  feeds?: readonly FeedLink[];
  noindex?: boolean;
  /** A page of a list after its first one. */
  further?: boolean;
  entry?: Post | StaticPage;
  text?: () => string;
  madeOf?: () => unknown;
}

/** A file that no layout makes: it has a text, and no place among pages. */
export function fileDraft(kind: PageKind, url: string, text: () => string, lang: string): Draft {
  return { kind, key: url, url, lang, layout: null, title: url, description: "", data: {}, trail: [], text };
}

/**
 * True for a list of nothing or nobody: others may lead to it, but it is no place to send readers. A page of the owner's in
 * the place of one has its text.
 */
export function isEmptyList({ kind, entry, data: { groups, total } }: Draft): boolean {
  if (entry !== undefined) return false;
  return (Array.isArray(groups) && groups.length === 0) || (kind === "blog" && total === 0);
}

/** `items` cut in pages of `size`; one empty page when there is nothing. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  const pages: T[][] = [];
  for (let i = 0; i < items.length; i += size) pages.push(items.slice(i, i + size));
  return pages.length > 0 ? pages : [[]];
}

/** Order of a language's alphabet, the same on every machine. */
export function collator(lang: string): Intl.Collator {
  return new Intl.Collator(lang.startsWith("fr") ? "fr" : "en", { numeric: true, sensitivity: "base" });
}
