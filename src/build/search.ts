// Which indexes of the search a site wants, and what each is made of.
import type { SearchShard } from "../pages/search-shards.ts";
import type { Plan } from "../pages/types.ts";
import { digestOf } from "./digest.ts";
import type { Fingerprints } from "./fingerprints.ts";

/** A shard with the name of all that its files are made of. */
export interface NamedShard extends SearchShard {
  name: string;
}

export function shardName(
  { folder, entries }: SearchShard,
  names: Pick<Fingerprints, "around" | "entry">,
): string {
  // The folder too: a shard that moved is made again.
  return digestOf([folder, names.around, ...entries.map(names.entry)].join("\n"));
}

/** Whether one of its texts is among those that were saved, all others being as they were. */
export function holdsSaved({ entries }: SearchShard, saved: ReadonlySet<string>): boolean {
  return entries.some(({ file }) => saved.has(file));
}

/** None where no page searches, or where none is to find an index. */
export function searchedShards({ pages, shards }: Plan): readonly SearchShard[] {
  return pages.some((page) => page.kind === "search" && page.data["indexed"] === true) ? shards : [];
}
