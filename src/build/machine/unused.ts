// A folder of `.cache/` whose file names depend on what the files are made of → the same, without the files unused for a while.
// Only builds that add something count, since only these make the folder grow.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readCheckedJson, writeCheckedJson } from "./checked-file.ts";

/** A file is deleted after this many builds that added something did not use it. */
export const MOST_UNUSED = 12;

/** File in the same folder: for each file that the last such build did not use, how many in a row have not. */
const COUNTS = "unused";

/** To be called after something was added to the folder, an absolute path. A folder that cannot be changed stays as it is. */
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
    // What remains only takes space, and the next build tries again.
  }
}

function countsIn(file: string): Map<string, number> {
  return new Map(Object.entries((readCheckedJson(file) ?? {}) as Record<string, number>));
}
