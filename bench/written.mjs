// A folder before and after a build → how many of its files the build wrote, whichever way it did.
// A file that was replaced has another number on the disk; one that was written in place, another time.
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Path → what the disk says of it; empty where the folder does not exist. */
export function lookAt(folder) {
  const found = new Map();
  for (const path of filesIn(folder)) {
    const { ino, mtimeNs } = lstatSync(path, { bigint: true });
    found.set(path, `${ino} ${mtimeNs}`);
  }
  return found;
}

/** Files that are new in `after`, or not the same as in `before`. */
export function writtenBetween(before, after) {
  return [...after].filter(([path, mark]) => before.get(path) !== mark).length;
}

/** HTML pages of an output. */
export function pagesIn(folder) {
  return filesIn(folder).filter((path) => path.endsWith(".html")).length;
}

/** Absolute paths of the files of a folder and below; none where there is no such folder. */
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
