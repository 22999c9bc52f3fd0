// Divides texts into shards, which share a search index. A small site has one; a large one has a few, so that an edit remakes
// only one.
// A reader queries all of them at once, and each costs her some more files: there are never many.
import { byCodeUnit } from "../content/text.ts";
import type { Content, Entry, Post } from "../content/types.ts";
import { groupBy } from "../group.ts";
import type { MembersPage } from "./views.ts";

/** Folder of the index, or of all indexes, as a site path. */
const SEARCH_FOLDER = "/pagefind/";

/** A page that the search finds: a text, the page of a term that people have, or that page with the text that introduces it. */
export type SearchedText =
  | { lang: string; entry: Entry; list?: MembersPage }
  | ({ entry?: undefined } & MembersPage);

/** Texts that are indexed together, in the order of the plan. */
export interface SearchShard {
  /** As a site path, with its final slash. */
  folder: string;
  /** Language as the index names it: `fr`. Empty if one index holds all languages, which Pagefind then distinguishes itself. */
  lang: string;
  texts: readonly SearchedText[];
}

export interface ShardSizes {
  /** Up to this many texts are never split. */
  smallest: number;
  /** Most shards of a language: shards double in size so that there are no more. */
  most: number;
}

const ALL = "";

/**
 * Their cost to readers and editors is in docs/adr/0015-search.md. When a site outgrows a size, one more post remakes all
 * shards. Sites of a thousand and of ten thousand texts, the sizes that are measured, are well below that point.
 */
const SIZES: ShardSizes = { smallest: 1200, most: 5 };

/** Shards with the newest texts first, language by language. `lists`: the pages of all terms that people have. */
export function searchShards(
  content: Content,
  lists: readonly MembersPage[],
  sizes: ShardSizes = SIZES,
): SearchShard[] {
  const texts = content.languages.flatMap((lang) => searchedIn(lang, content, lists));
  if (texts.length <= sizes.smallest) return [{ folder: SEARCH_FOLDER, lang: ALL, texts }];
  return [...groupBy(texts, (text) => indexLang(text.lang))].flatMap(([lang, own]) =>
    parted(own, sizes)
      .map((part, i) => ({ folder: `${SEARCH_FOLDER}${lang}-${String(i + 1)}/`, lang, texts: part }))
      .reverse(),
  );
}

/**
 * The folders that a page in this language searches. If no text is in it, those of the language with most texts, as in
 * Pagefind.
 */
export function searchFolders(shards: readonly SearchShard[], lang: string): string[] {
  const all = groupBy(shards, (shard) => shard.lang);
  const textsOf = (some: readonly SearchShard[]): number =>
    some.reduce((sum, { texts }) => sum + texts.length, 0);
  const [largest = []] = [...all.values()].sort((a, b) => textsOf(b) - textsOf(a));
  return (all.get(indexLang(lang)) ?? largest).map(({ folder }) => folder);
}

/** Only the primary subtag: `fr-CA` is stemmed, and found, as `fr`. */
export function indexLang(lang: string): string {
  return (lang.split("-")[0] ?? lang).toLowerCase();
}

/** True for what search engines must not index, and the site's own search leaves out too. */
export function isKeptOut(entry: Entry): boolean {
  return entry.noindex || entry.unpublished !== undefined;
}

/** In the order of the plan. A page that introduces a list decides whether it may be found, and they are found as one. */
function searchedIn(lang: string, { posts, pages }: Content, lists: readonly MembersPage[]): SearchedText[] {
  const entries = [...posts, ...pages].filter((entry) => entry.lang === lang);
  const own = new Map(lists.flatMap((list) => (list.lang === lang ? [[list.term.url, list]] : [])));
  const texts = entries.map((entry): SearchedText => {
    const list = own.get(entry.url);
    own.delete(entry.url);
    return { lang, entry, ...(list && { list }) };
  });
  return [...texts.filter(({ entry }) => !(entry && isKeptOut(entry))), ...own.values()];
}

/**
 * Parts from the oldest to the newest, each of whole months: the first ones that bring it to its size. A new post then changes
 * the last part. An old post that is added or removed changes its own part, but seldom where the next one begins. Pages and
 * lists have no day, and go with the newest.
 */
function parted(all: readonly SearchedText[], { smallest, most }: ShardSizes): SearchedText[][] {
  let size = smallest;
  while (all.length > size * most) size *= 2;
  const posts = all.flatMap(({ entry }) => (entry?.kind === "post" ? entry : []));
  const months = [...groupBy(posts, monthOf)].sort(([a], [b]) => byCodeUnit(a, b));
  const parts = new Map<string, number>();
  let [last, texts] = [0, 0];
  for (const [month, { length }] of months) {
    if (texts >= size) [last, texts] = [last + 1, 0];
    parts.set(month, last);
    texts += length;
  }
  const made = Array.from({ length: last + 1 }, (): SearchedText[] => []);
  for (const text of all)
    made[text.entry?.kind === "post" ? (parts.get(monthOf(text.entry)) ?? last) : last]?.push(text);
  return made;
}

const monthOf = ({ day }: Post): string => day.slice(0, 7);
