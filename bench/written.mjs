// A folder before and after a build → the number of its files that the build wrote, by any method.
// A replaced file has another inode number; one written in place, another modification time.
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Path → its inode number and modification time; empty if the folder does not exist. */
export function lookAt(folder) {
  const found = new Map();
  for (const path of filesIn(folder)) {
    const { ino, mtimeNs } = lstatSync(path, { bigint: true });
    found.set(path, `${ino} ${mtimeNs}`);
  }
  return found;
}

/** Number of files that are new in `after`, or differ from `before`. */
export function writtenBetween(before, after) {
  return [...after].filter(([path, mark]) => before.get(path) !== mark).length;
}

/** Number of HTML pages in an output. */
export function pagesIn(folder) {
  return filesIn(folder).filter((path) => path.endsWith(".html")).length;
}

/** Absolute paths of the files in a folder and below; empty if there is no such folder. */
export function filesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}
