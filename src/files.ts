// The disk, as far as several rooms only read it: which files a folder holds, whether a path is one, what stands in it, and
// what the system says where it refuses.
import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * Paths of the files in a folder and below, from the folder on, with `/` between folders, in code-unit order. Links are
 * none. @throws where there is no such folder.
 */
export function filesBelow(folder: string): string[] {
  const top = resolve(folder);
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => path.slice(join(top, "/").length).replaceAll("\\", "/"))
    .sort();
}

/** Whether anything has the name: a link that leads nowhere, too. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Links are followed; a folder, or a link that leads nowhere, is none. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** What stands in a file, in UTF-8; undefined where it is not there or may not be read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** The code of what the system refused (`EBUSY`), or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
