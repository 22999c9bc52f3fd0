// What a build of a small site leaves, to be compared with what another one leaves.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow } from "../../src/files.ts";
import { buildHere, type Building } from "./in-process.ts";
import { FIRST_MOMENT } from "./random-clock.ts";
import type { SiteFiles } from "./random-site.ts";

export interface Built {
  /** None where the site is refused. */
  files?: Map<string, string>;
  told: string;
  /** The same object for as long as nothing but texts was read anew. */
  prepared: unknown;
}

/** Sizes of the indexes of the search, so that a small site has several. */
const SHARDS = { smallest: 3, most: 2 };

/** What a build leaves: every file, and every problem it told. */
export async function built(site: string, how: Partial<Omit<Building, "shards">> = {}): Promise<Built> {
  const { session, put } = await buildHere(site, { now: FIRST_MOMENT, shards: SHARDS, ...how });
  return {
    ...(put && { files: filesIn(join(site, "_site")) }),
    told: JSON.stringify(session.shown, null, 1),
    prepared: session.prepared,
  };
}

export function filesIn(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file), "latin1")]));
}

/** Makes the folder hold these files in place of those, touching no other; gives the paths of those it touched. */
export function write(root: string, files: SiteFiles, old: SiteFiles): string[] {
  const gone = [...old.keys()].filter((file) => !files.has(file));
  for (const file of gone) rmSync(join(root, file));
  const changed = [...files].filter(([file, text]) => old.get(file) !== text);
  for (const [file, text] of changed) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return [...gone, ...changed.map(([file]) => file)];
}
