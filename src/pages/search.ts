// The search page, in each language. It also offers tags, years and archives, for readers without scripts.
// The reader's browser finds the results: the page contains no list of posts, so it costs the same at any size.
import { yearGroups } from "./archives.ts";
import { addressOf, taxonomyIndexAddress } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { termsOf } from "./groups.ts";
import { ownPage, type Shelf } from "./lists.ts";
import { ourLabel } from "./our-words.ts";
import { taxonomyWords } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { searchFolders, type SearchShard } from "./search-shards.ts";
import type { SearchMode } from "./types.ts";
import type { GroupView } from "./views.ts";

/** Number of tags on the page, the most used: more would be an index, which already exists. */
const MOST_TAGS = 24;

/** A filter for results: `name` is its key in the index and in the address. */
interface SearchFilter {
  name: string;
  label: string;
  /** Of the label, if it is not that of the page. */
  lang?: string;
}

export interface Searching {
  mode: SearchMode;
  shards: readonly SearchShard[];
}

/** The page of one language; none if the site has no search. */
export function searchPages(shelf: Shelf, searching: Searching | undefined): Draft[] {
  if (searching === undefined) return [];
  const { mode, shards } = searching;
  const { site, lang } = shelf;
  const { title, description } = ui(lang, site.lang).search;
  return [
    ownPage(shelf, "search", {
      title,
      description,
      data: {
        filters: searchFilters(shelf),
        indexed: mode === "indexed",
        indexes: searchFolders(shards, lang),
        tags: mostUsed(shelf),
        tagsUrl: taxonomyIndexAddress(site, "tags", lang),
        years: yearGroups(shelf),
        archivesUrl: addressOf(site, "archives", lang),
      },
    }),
  ];
}

/** In the order of the page. Taxonomies keep their names from `site.yaml`. */
function searchFilters({ site, lang }: Pick<Shelf, "site" | "lang">): SearchFilter[] {
  const words = ui(lang, site.lang);
  const ours = ourLabel({ site, lang });
  return [
    { name: "tags", label: words.search.tag, ...ours },
    ...Object.keys(site.taxonomies).map((name) => ({ name, label: taxonomyWords(site, name, lang).label })),
    { name: "year", label: words.search.year, ...ours },
    { name: "person", label: words.search.person, ...ours },
  ];
}

function mostUsed(shelf: Shelf): GroupView[] {
  const groups = termsOf(shelf, "tags").map(({ label, url, posts }) => ({ label, url, count: posts.length }));
  // Sorting is stable: among tags used equally often, the first in alphabetical order stay.
  const most = new Set([...groups].sort((a, b) => b.count - a.count).slice(0, MOST_TAGS));
  return groups.filter((group) => most.has(group));
}
