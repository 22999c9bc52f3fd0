// The files of a folder and below.
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** Paths relative to the folder, with `/`, sorted; empty if there is no such folder. */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .sort();
}
