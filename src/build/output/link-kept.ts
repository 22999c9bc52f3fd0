// Files of the old site that the new one keeps → hard links in the staged folder, which is then a whole site: two renames can
// put it in place, and at no moment do pages of both stand side by side. A link takes no room, and is the same file.
import { linkSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "../../files.ts";

/** What a file system without hard links answers, or with too many of them for one file. */
const CANNOT_LINK: ReadonlySet<string> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EXDEV",
  "EMLINK",
]);

/** False where the file system cannot: some of the files may then be linked. `step` does each change of the disk. */
export function linkKept(
  output: string,
  staging: string,
  kept: readonly string[],
  step: (work: () => void) => void = atOnce,
): boolean {
  const made = new Set([staging]);
  try {
    for (const path of kept) {
      const to = join(staging, path);
      step(() => {
        makeFolder(dirname(to), made);
        linkSync(join(output, path), to);
      });
    }
    return true;
  } catch (error) {
    if (CANNOT_LINK.has(errorCode(error))) return false;
    throw error;
  }
}

/** With those above it, but for the ones that are `made`: half of what Node takes, which asks of each whether it is there. */
function makeFolder(path: string, made: Set<string>): void {
  if (made.has(path)) return;
  makeFolder(dirname(path), made);
  try {
    mkdirSync(path);
  } catch (error) {
    // Pages are written there meanwhile.
    if (errorCode(error) !== "EEXIST") throw error;
  }
  made.add(path);
}

/** Does a step, whatever others do. */
export function atOnce(work: () => void): void {
  work();
}
