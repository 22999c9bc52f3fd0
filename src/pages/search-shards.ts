// Which texts share an index of the search. A small site has one; a large one has a few, so that an edit has one made again.
// A reader asks them all at once, and each costs her some files more: there are never many.
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
  /** As an index names it: `fr`. Empty where one index holds all languages, which Pagefind then tells apart itself. */
  lang: string;
  entries: readonly Entry[];
}

export interface ShardSizes {
  /** As many texts are never parted. */
  smallest: number;
  /** Most shards of a language; shards grow by doubling, so that there are no more. */
  most: number;
}

const ALL = "";

/**
 * What they cost readers and editors: docs/adr/0015-search.md. Where a site outgrows a size, one more post has all made
 * again: sites of a thousand and of ten thousand texts, which are those one measures, stand well before that.
 */
const SIZES: ShardSizes = { smallest: 1200, most: 5 };

/** Newest texts first, language by language. */
export function searchShards(content: Content, sizes: ShardSizes = SIZES): SearchShard[] {
  const entries = searched(content);
  if (entries.length <= sizes.smallest) return [{ folder: SEARCH_FOLDER, lang: ALL, entries }];
  return [...groupBy(entries, (entry) => indexLang(entry.lang))].flatMap(([lang, own]) =>
    parted(own, sizes)
      .map((part, i) => ({ folder: `${SEARCH_FOLDER}${lang}-${String(i + 1)}/`, lang, entries: part }))
      .reverse(),
  );
}

/** The folders that a page of this language searches; another language's, as Pagefind has it, where none is written in it. */
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

/** True for what search engines are asked to leave out, and the site's own search leaves out too. */
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
 * Oldest part first, each of whole months: the first that bring it to its size. So a new post changes the last part, and
 * an old one that comes or goes changes its own, seldom where the next begins. Pages have no day, and go with the newest.
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
