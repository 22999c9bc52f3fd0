// The search indexes that a site needs, and what each is made of.
import type { Entry } from "../../content/types.ts";
import type { SearchShard } from "../../pages/search.ts";
import type { Plan } from "../../pages/types.ts";
import { digestOf, textOf } from "../machine/digest.ts";

/** A shard with the fingerprint of its files. */
export interface NamedShard extends SearchShard {
  name: string;
}

/** `around`: fingerprint of what all pages show; `entry`: that of a text, as the search shows it. */
export function shardName(
  { folder, texts }: SearchShard,
  { around, entry }: { around: string; entry: (entry: Entry) => string },
): string {
  // The folder counts too: a shard that moved is made again.
  const named = texts.map(({ entry: own, ...people }) => (own ? entry(own) : "") + textOf(people));
  return digestOf([folder, around, ...named].join("\n"));
}

/** Whether one of its texts was saved, if no other text has changed. */
export function holdsSaved({ texts }: SearchShard, saved: ReadonlySet<string>): boolean {
  return texts.some(({ entry }) => entry && saved.has(entry.file));
}

/** None if no page searches, or none expects an index. */
export function searchedShards({ pages, shards }: Plan): readonly SearchShard[] {
  return pages.some((page) => page.kind === "search" && page.data["indexed"] === true) ? shards : [];
}
