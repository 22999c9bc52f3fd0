// The published texts → the files that the page that searches reads, made while pages are rendered.
// There is an index, or one for each shard: those that an earlier build left and that would be made of the same are not made.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SearchShard } from "../pages/search-shards.ts";
import type { Plan } from "../pages/types.ts";
import { digestOf } from "./digest.ts";
import type { Fingerprints } from "./fingerprints.ts";
import { makeIndexes, type IndexFile, type Searched } from "./search-index.ts";

export interface SearchRun<Shard extends SearchShard> {
  /** Absolute path of the folder where `render` writes the site. */
  output: string;
  render: () => Promise<void>;
  /** Those to make. */
  shards: readonly Shard[];
  /** Called as texts are indexed, once the pages are written. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A shard with the name of all that its files are made of. */
export interface NamedShard extends SearchShard {
  name: string;
}

export function namedShards(plan: Plan, names: Pick<Fingerprints, "around" | "entry">): NamedShard[] {
  return searchedShards(plan).map((shard) => ({
    ...shard,
    // The folder too: a shard that moved is made again.
    name: digestOf([shard.folder, names.around, ...shard.entries.map(names.entry)].join("\n")),
  }));
}

/** None where no page searches, or where none is to find an index. */
export function searchedShards({ pages, shards }: Plan): readonly SearchShard[] {
  return pages.some((page) => page.kind === "search" && page.data["indexed"] === true) ? shards : [];
}

/** Writes the site and indexes; gives the paths in the site of each shard's files. */
export async function renderSearched<Shard extends SearchShard>(
  prepared: Searched,
  { output, render, shards, onProgress }: SearchRun<Shard>,
): Promise<Map<Shard, string[]>> {
  if (shards.length === 0) {
    await render();
    return new Map();
  }
  const control = new AbortController();
  const total = shards.reduce((sum, { entries }) => sum + entries.length, 0);
  let done = 0;
  let tell: typeof onProgress;
  const made = makeIndexes(prepared, shards, {
    signal: control.signal,
    onText: () => {
      done += 1;
      tell?.(done, total);
    },
  });
  const settled = made.catch(() => undefined);
  try {
    await render();
    tell = onProgress;
    const written = new Map<Shard, string[]>();
    for (const [shard, files] of await made)
      written.set(shard, await writeIndex(output, shard.folder, files));
    return written;
  } finally {
    control.abort();
    await settled;
  }
}

/** Gives the paths of the files in the site. */
async function writeIndex(output: string, folder: string, files: readonly IndexFile[]): Promise<string[]> {
  const paths = files.map(({ path }) => folder.slice(1) + path);
  for (const name of new Set(paths.map(dirname))) await mkdir(join(output, name), { recursive: true });
  for (const { path, content } of files) await writeFile(join(output, folder, path), content);
  return paths;
}
