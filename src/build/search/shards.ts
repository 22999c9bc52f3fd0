// Which indexes of the search a site wants, and what each is made of.
import type { Post, StaticPage } from "../../content/types.ts";
import type { SearchShard } from "../../pages/search-shards.ts";
import type { Plan } from "../../pages/types.ts";
import { digestOf } from "../machine/digest.ts";

/** A shard with the name of all that its files are made of. */
export interface NamedShard extends SearchShard {
  name: string;
}

/** `around`: the name of the site's settings; `entry`: that of a text, as the search shows it. */
export function shardName(
  { folder, entries }: SearchShard,
  { around, entry }: { around: string; entry: (entry: Post | StaticPage) => string },
): string {
  // The folder too: a shard that moved is made again.
  return digestOf([folder, around, ...entries.map(entry)].join("\n"));
}

/** Whether one of its texts is among those that were saved, all others being as they were. */
export function holdsSaved({ entries }: SearchShard, saved: ReadonlySet<string>): boolean {
  return entries.some(({ file }) => saved.has(file));
}

/** None where no page searches, or where none is to find an index. */
export function searchedShards({ pages, shards }: Plan): readonly SearchShard[] {
  return pages.some((page) => page.kind === "search" && page.data["indexed"] === true) ? shards : [];
}
