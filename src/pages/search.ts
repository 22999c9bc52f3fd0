// The search page of each language, and the division of texts into shards, which share a search index. The reader's browser
// finds the results: the page contains no list of posts, so it costs the same at any size.
import { byCodeUnit } from "../content/text.ts";
import type { Content, Entry, Post } from "../content/types.ts";
import { groupBy } from "../iterate.ts";
import { taxonomyWords } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { ownPage, type Collection } from "./lists.ts";
import { isHidden, type Draft, type PlanInputs } from "./types.ts";

/** The page of one language; none if the site has no search. */
export function searchPages(
  collection: Collection,
  mode: PlanInputs["search"],
  shards: readonly SearchShard[],
): Draft[] {
  if (mode === undefined) return [];
  const { site, lang } = collection;
  const { title, description, tag, year, person, kind } = ui(lang, site.lang).search;
  const taxonomies = Object.keys(site.taxonomies).map((name) => ({
    name,
    label: taxonomyWords(site, name, lang).label,
  }));
  return [
    ownPage(collection, "search", {
      title,
      description,
      data: {
        // `name` is a filter's key in the index and in the address.
        filters: [
          ...(collection.terms.length > 0 ? [{ name: "kind", label: kind }] : []),
          { name: "tags", label: tag },
          ...taxonomies,
          { name: "year", label: year },
          { name: "person", label: person },
        ],
        indexed: mode === "indexed",
        indexes: searchFolders(shards, lang),
      },
    }),
  ];
}

/** Folder of the index, or of all indexes, as a site path. */
const SEARCH_FOLDER = "/pagefind/";

/** Texts that are indexed together, in the order of the plan. */
export interface SearchShard {
  /** As a site path, with its final slash. */
  folder: string;
  /** Language as the index names it: `fr`. Empty if one index holds all languages, which Pagefind then distinguishes itself. */
  lang: string;
  texts: readonly Entry[];
}

export interface ShardSizes {
  /** Up to this many texts are never split. */
  smallest: number;
  /** Most shards of a language: shards double in size so that there are no more. */
  most: number;
}

/** When a site outgrows a size, one more post remakes all shards. Sites of a thousand and of ten thousand texts are well below. */
const SIZES: ShardSizes = { smallest: 1200, most: 5 };

/**
 * Shards with the newest texts first, language by language: a small site has one; a large one has a few, so that an edit remakes
 * only one, and a reader, who queries all of them at once, waits for few files. A hidden text is in none.
 */
export function searchShards(content: Content, sizes: ShardSizes = SIZES): SearchShard[] {
  const { languages } = content;
  const found = content.texts.filter((entry) => !isHidden(entry) && isSaid(entry));
  const texts = languages.flatMap((lang) => found.filter((entry) => entry.lang === lang));
  if (texts.length <= sizes.smallest) return [{ folder: SEARCH_FOLDER, lang: "", texts }];
  return [...groupBy(texts, (text) => indexLang(text.lang))].flatMap(([lang, own]) =>
    parted(own, sizes)
      .map((part, i) => ({ folder: `${SEARCH_FOLDER}${lang}-${String(i + 1)}/`, lang, texts: part }))
      .reverse(),
  );
}

/** A term whose file only names it has nothing to be found by but what names it. */
const isSaid = ({ kind, body, description }: Entry): boolean =>
  kind !== "term" || body.length > 0 || description !== "";

/** The folders that a page in this language searches: all, if no text is in it. */
function searchFolders(shards: readonly SearchShard[], lang: string): string[] {
  const own = shards.filter((shard) => shard.lang === indexLang(lang));
  return (own.length > 0 ? own : shards).map(({ folder }) => folder);
}

/** Only the primary subtag: `fr-CA` is stemmed, and found, as `fr`. */
export function indexLang(lang: string): string {
  return (lang.split("-")[0] ?? lang).toLowerCase();
}

/**
 * Parts from the oldest to the newest, each of whole months: the first ones that bring it to its size. A new post then changes
 * the last part, an old one that is added or removed its own, and seldom where the next one begins. Pages have no day, and go
 * with the newest.
 */
function parted(all: readonly Entry[], { smallest, most }: ShardSizes): Entry[][] {
  let size = smallest;
  while (all.length > size * most) size *= 2;
  const posts = all.filter((entry) => entry.kind === "post");
  const months = [...groupBy(posts, monthOf)].sort(([a], [b]) => byCodeUnit(a, b));
  const parts = new Map<string, number>();
  let [last, texts] = [0, 0];
  for (const [month, { length }] of months) {
    if (texts >= size) [last, texts] = [last + 1, 0];
    parts.set(month, last);
    texts += length;
  }
  const made = Array.from({ length: last + 1 }, (): Entry[] => []);
  for (const entry of all)
    made[entry.kind === "post" ? (parts.get(monthOf(entry)) ?? last) : last]?.push(entry);
  return made;
}

const monthOf = ({ day }: Post): string => day.slice(0, 7);
