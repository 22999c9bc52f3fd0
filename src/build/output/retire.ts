// Removes a replaced site, and nothing that Carnet did not list there.
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode, exists } from "../../files.ts";
import { parentOf } from "../../paths.ts";
import { unlinkOnceFree, untilFree } from "../machine/busy.ts";
import { foldersOf, isRealFolder, readManifest } from "./manifest.ts";
import { MANIFEST } from "./places.ts";

/**
 * Deletes the files that a replaced site listed, and moves to the new site any file that arrived between the survey and the
 * swap.
 */
export function retire(old: string, output: string): void {
  const made = readManifest(old);
  const folders = foldersOf(made);
  removeListed(old, made, folders);
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(old, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const from = join(old, path);
      if (path === MANIFEST) continue;
      if (entry.isDirectory() && (folders.has(path) || exists(join(output, path)))) {
        walk(path);
        untilFree(() => {
          rmdirSync(from);
        });
      } else if (made.has(path) && !entry.isDirectory()) unlinkOnceFree(from);
      else keep(from, join(output, path));
    }
  };
  walk("");
  rmSync(join(old, MANIFEST), { force: true });
  rmdirSync(old);
}

/** Does not list the folders, which takes twice as long on a large site: nearly always, nothing else is in them. */
function removeListed(old: string, made: Iterable<string>, folders: Iterable<string>): void {
  const real = new Map([["", true]]);
  const removeIfFree = (path: string, how: (file: string) => void, unless: readonly string[]): void => {
    if (path === MANIFEST || !isRealFolder(old, parentOf(path), real)) return;
    try {
      how(join(old, path));
    } catch (error) {
      if (!unless.includes(errorCode(error))) throw error;
    }
  };
  // Already gone, replaced by someone's folder, or in use.
  for (const file of made) removeIfFree(file, unlinkSync, ["ENOENT", "EISDIR", "EPERM", "EBUSY"]);
  // Deepest first.
  for (const folder of [...folders].sort((a, b) => b.length - a.length))
    removeIfFree(folder, rmdirSync, ["ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR", "EBUSY"]);
}

function keep(from: string, to: string): void {
  if (exists(to)) {
    unlinkOnceFree(from);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
