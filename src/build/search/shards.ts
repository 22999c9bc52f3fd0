// The search indexes that a site needs, and what each is made of.
import type { Post, StaticPage } from "../../content/types.ts";
import type { SearchShard } from "../../pages/search-shards.ts";
import type { Plan } from "../../pages/types.ts";
import { digestOf } from "../machine/digest.ts";

/** A shard with the fingerprint of its files. */
export interface NamedShard extends SearchShard {
  name: string;
}

/** `around`: fingerprint of what all pages show; `entry`: that of a text, as the search shows it. */
export function shardName(
  { folder, entries }: SearchShard,
  { around, entry }: { around: string; entry: (entry: Post | StaticPage) => string },
): string {
  // The folder counts too: a shard that moved is made again.
  return digestOf([folder, around, ...entries.map(entry)].join("\n"));
}

/** Whether one of its texts was saved, if no other text has changed. */
export function holdsSaved({ entries }: SearchShard, saved: ReadonlySet<string>): boolean {
  return entries.some(({ file }) => saved.has(file));
}

/** None if no page searches, or none expects an index. */
export function searchedShards({ pages, shards }: Plan): readonly SearchShard[] {
  return pages.some((page) => page.kind === "search" && page.data["indexed"] === true) ? shards : [];
}
