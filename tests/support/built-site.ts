// Builds a small site and returns its output and problems, to be compared with those of another build.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../../src/files.ts";
import { writeFiles } from "./files.ts";
import { buildHere, type Building } from "./in-process.ts";
import { FIRST_MOMENT, type SiteFiles } from "./random-site.ts";

export interface Built {
  /** Absent if the site has errors. */
  files?: Map<string, string>;
  told: string;
}

/** Search index sizes that give a small site several shards. */
const SHARDS = { smallest: 3, most: 2 };

/** Builds a site, and returns every file and every problem reported. */
export async function built(site: string, how: Partial<Omit<Building, "shards">> = {}): Promise<Built> {
  const { session, published } = await buildHere(site, { now: FIRST_MOMENT, shards: SHARDS, ...how });
  const told = JSON.stringify(session.shown, null, 1);
  return { told, ...(published && { files: filesIn(join(site, "_site")) }) };
}

export function filesIn(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), "latin1")]));
}

/** Replaces the files `old` of a folder with `files`, and touches no other. Returns the paths that it touched. */
export function write(root: string, files: SiteFiles, old: SiteFiles): string[] {
  const gone = [...old.keys()].filter((file) => !files.has(file));
  for (const file of gone) rmSync(join(root, file));
  const changed = [...files].filter(([file, text]) => old.get(file) !== text);
  writeFiles(root, Object.fromEntries(changed));
  return [...gone, ...changed.map(([file]) => file)];
}
