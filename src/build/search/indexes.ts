// The search indexes that a site needs, and their files: made by the pool while pages are rendered.
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Entry } from "../../content/types.ts";
import type { Rendered } from "../../markdown/types.ts";
import type { SearchedText, SearchShard } from "../../pages/search.ts";
import type { Cover, Plan } from "../../pages/types.ts";
import { inParallel } from "../../iterate.ts";
import { digestOf, textOf } from "../machine/digest.ts";
import { Folders } from "../machine/folders.ts";
import { MachineError } from "../machine/machine-error.ts";
import type { Pool } from "../pool.ts";
import { membersDocument, searchDocument, type IndexedText } from "./documents.ts";

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

/** Texts and covers by the files of their entries. */
export interface Searched {
  plan: Plan;
  rendered: ReadonlyMap<string, Rendered>;
  covers: ReadonlyMap<string, Cover>;
}

export interface IndexesOptions {
  pool: Pool;
  /** Absolute path of the folder where the site is made. */
  folder: string;
  /** Absolute path of the output, and paths there of files that are as an earlier build left them. */
  output: string;
  before?: ReadonlySet<string>;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** By the folder of its shard: paths in the site of the files of an index, and those that stay in the output. */
export type MadeIndexes = Map<string, { files: string[]; kept: string[] }>;

/** @throws MachineError if Pagefind's program is not available for this machine, or ends; and what the disk reports. */
export async function makeIndexes(
  shards: readonly SearchShard[],
  searched: Searched,
  { pool, folder, output, before = NONE, onProgress }: IndexesOptions,
): Promise<MadeIndexes> {
  const made: MadeIndexes = new Map();
  const folders = new Folders(folder);
  const total = shards.reduce((sum, { texts }) => sum + texts.length, 0);
  let done = 0;
  const makeOne = async (shard: SearchShard): Promise<void> => {
    const texts = shard.texts.map((text) => documentOf(text, searched));
    const files = await pool.run("search", texts).catch((cause: unknown) => {
      throw new MachineError("ESEARCH", "", { cause });
    });
    const index: { files: string[]; kept: string[] } = { files: [], kept: [] };
    made.set(shard.folder, index);
    for (const { path, content } of files) {
      const file = shard.folder.slice(1) + path;
      index.files.push(file);
      if (before.has(file) && readFileSync(join(output, file)).equals(content)) index.kept.push(file);
      else await writeFile(folders.room(file), content);
    }
    onProgress?.((done += texts.length), total);
  };
  await inParallel(shards, makeOne, { most: availableParallelism() });
  return made;
}

const NONE: ReadonlySet<string> = new Set();

function documentOf(searched: SearchedText, { plan, rendered, covers }: Searched): IndexedText {
  if (!searched.entry) return { url: searched.term.url, content: membersDocument(searched) };
  const { entry, list } = searched;
  const text = rendered.get(entry.file);
  if (!text) throw new Error(`${entry.file} was to be indexed before it was rendered.`);
  const source = { entry, rendered: text, cover: covers.get(entry.file), list };
  return { url: entry.url, content: searchDocument(source, plan.content.site) };
}
