// A folder of `.cache/` in which each file's name tells what it is made of → the same, less what no build has wanted for a while.
// Only builds that keep something new count, since only these make the folder grow.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readChecked, writeCheckedJson } from "./checked-file.ts";

/** Builds that kept something new after which what none of them wanted is forgotten. */
export const MOST_UNUSED = 12;

/** Beside the others: how many builds have not wanted each of those that the last one did not. */
const COUNTS = "unused";

/** To be called once something new was kept in the folder, an absolute path; a folder that cannot be changed stays as it is. */
export function forgetUnused(folder: string, isWanted: (name: string) => boolean): void {
  try {
    const file = join(folder, COUNTS);
    const before = countsIn(file);
    const counts = new Map<string, number>();
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const { name } = entry;
      if (!entry.isFile() || name === COUNTS || isWanted(name)) continue;
      const count = (before.get(name) ?? 0) + 1;
      if (count < MOST_UNUSED) counts.set(name, count);
      else rmSync(join(folder, name));
    }
    if (counts.size > 0 || before.size > 0) writeCheckedJson(file, Object.fromEntries(counts));
  } catch {
    // What stays costs room only, and the next build tries again.
  }
}

function countsIn(file: string): Map<string, number> {
  const bytes = readChecked(file);
  return new Map(bytes && Object.entries(JSON.parse(bytes.toString()) as Record<string, number>));
}
