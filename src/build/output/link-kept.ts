// Files of the old site that stay → hard links in the staging folder, which then holds the whole site: two renames publish it,
// and pages of both sites are never mixed. A hard link takes no space, and is the same file.
import { linkSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "../../files.ts";

/** Errors of a file system without hard links, or with too many links to one file. */
const CANNOT_LINK: ReadonlySet<string> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EXDEV",
  "EMLINK",
]);

/** Returns false if the file system cannot link; some files may be linked by then. */
export function linkKept(output: string, staging: string, kept: readonly string[]): boolean {
  const made = new Set([staging]);
  try {
    for (const path of kept) {
      const to = join(staging, path);
      makeFolder(dirname(to), made);
      linkSync(join(output, path), to);
    }
    return true;
  } catch (error) {
    if (CANNOT_LINK.has(errorCode(error))) return false;
    throw error;
  }
}

/** Creates a folder and its parents, except those in `made`: twice as fast as Node, which checks whether each one exists. */
function makeFolder(path: string, made: Set<string>): void {
  if (made.has(path)) return;
  makeFolder(dirname(path), made);
  try {
    mkdirSync(path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
  made.add(path);
}
