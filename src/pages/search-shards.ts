// Divides texts into shards, which share a search index. A small site has one; a large one has a few, so that an edit remakes
// only one.
// A reader queries all of them at once, and each costs her some more files: there are never many.
import { byCodeUnit } from "../content/text.ts";
import type { Content, Post, StaticPage } from "../content/types.ts";
import { groupBy } from "../group.ts";

/** Folder of the index, or of all indexes, as a site path. */
export const SEARCH_FOLDER = "/pagefind/";

type Entry = Post | StaticPage;

/** Texts that are indexed together, in the order of the plan. */
export interface SearchShard {
  /** As a site path, with its final slash. */
  folder: string;
  /** Language as the index names it: `fr`. Empty if one index holds all languages, which Pagefind then distinguishes itself. */
  lang: string;
  entries: readonly Entry[];
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

/** Shards with the newest texts first, language by language. */
export function searchShards(content: Content, sizes: ShardSizes = SIZES): SearchShard[] {
  const entries = searched(content);
  if (entries.length <= sizes.smallest) return [{ folder: SEARCH_FOLDER, lang: ALL, entries }];
  return [...groupBy(entries, (entry) => indexLang(entry.lang))].flatMap(([lang, own]) =>
    parted(own, sizes)
      .map((part, i) => ({ folder: `${SEARCH_FOLDER}${lang}-${String(i + 1)}/`, lang, entries: part }))
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
    some.reduce((sum, { entries }) => sum + entries.length, 0);
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

/** In the order of the plan. */
function searched({ languages, posts, pages }: Content): Entry[] {
  return languages.flatMap((lang) =>
    [...posts, ...pages].filter((entry) => entry.lang === lang && !isKeptOut(entry)),
  );
}

/**
 * Parts from the oldest to the newest, each of whole months: the first ones that bring it to its size. A new post then changes
 * the last part. An old post that is added or removed changes its own part, but seldom where the next one begins. Pages have no
 * day, and go with the newest.
 */
function parted(entries: readonly Entry[], { smallest, most }: ShardSizes): Entry[][] {
  let size = smallest;
  while (entries.length > size * most) size *= 2;
  const posts = entries.filter((entry) => entry.kind === "post");
  const months = [...groupBy(posts, monthOf)].sort(([a], [b]) => byCodeUnit(a, b));
  const parts = new Map<string, number>();
  let [last, texts] = [0, 0];
  for (const [month, { length }] of months) {
    if (texts >= size) [last, texts] = [last + 1, 0];
    parts.set(month, last);
    texts += length;
  }
  const all = Array.from({ length: last + 1 }, (): Entry[] => []);
  for (const entry of entries)
    all[entry.kind === "post" ? (parts.get(monthOf(entry)) ?? last) : last]?.push(entry);
  return all;
}

const monthOf = ({ day }: Post): string => day.slice(0, 7);
