// The search indexes that a site needs, and their files: made by the pool while pages are rendered.
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { SearchShard } from "../../pages/search.ts";
import type { Entry } from "../../content/types.ts";
import type { Plan } from "../../pages/types.ts";
import { inParallel } from "../../iterate.ts";
import { digestOf } from "../../files.ts";
import { Folders } from "../disk.ts";
import type { Fingerprints } from "../fingerprints.ts";
import { MachineError } from "../machine-error.ts";
import type { Pool } from "../pool.ts";
import type { Prepared } from "../prepare.ts";
import { searchDocument, type IndexedText } from "./documents.ts";

/** The fingerprint that all files of a shard's index share. The folder counts too: a shard that moved is made again. */
export function shardFingerprint({ folder, texts }: SearchShard, { around, entry }: Fingerprints): string {
  return digestOf([folder, around, ...texts.map(entry)].join("\n"));
}

/** None if no page searches, or none expects an index. */
export function searchedShards({ pages, shards }: Plan): readonly SearchShard[] {
  return pages.some((page) => page.kind === "search" && page.data["indexed"] === true) ? shards : [];
}

type Indexed = Pick<Prepared, "plan" | "rendered">;

/**
 * Writes the indexes into the absolute path `folder`, where the site is made. Returns the paths in the site of the files of each index.
 * @throws MachineError if Pagefind's program is not available for this machine, or ends; and what the disk reports.
 */
export async function makeIndexes<T extends SearchShard>(
  shards: readonly T[],
  prepared: Indexed,
  folder: string,
  pool: Pool,
  onProgress?: (done: number, total: number) => void,
): Promise<Map<T, string[]>> {
  const made = new Map<T, string[]>();
  const folders = new Folders(folder);
  const total = shards.reduce((sum, { texts }) => sum + texts.length, 0);
  let done = 0;
  const makeOne = async (shard: T): Promise<void> => {
    const texts = shard.texts.map((text) => documentOf(text, prepared));
    const files = await pool.run("search", texts).catch((cause: unknown) => {
      throw new MachineError("ESEARCH", "", { cause });
    });
    const paths = files.map(({ path }) => shard.folder.slice(1) + path);
    made.set(shard, paths);
    for (const [i, { content }] of files.entries()) await writeFile(folders.room(paths[i] ?? ""), content);
    onProgress?.((done += texts.length), total);
  };
  await inParallel(shards, makeOne, { most: availableParallelism() });
  return made;
}

function documentOf(entry: Entry, { plan, rendered }: Indexed): IndexedText {
  const text = rendered.get(entry.file);
  if (!text) throw new Error(`${entry.file} was to be indexed before it was rendered.`);
  return { url: entry.url, content: searchDocument({ entry, rendered: text }, plan.content.site) };
}
