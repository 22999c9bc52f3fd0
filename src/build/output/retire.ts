// Takes a replaced site away, and with it nothing that Carnet did not list there.
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode, exists } from "../../files.ts";
import { atOnce } from "./link-kept.ts";
import { foldersOf, readManifest } from "./manifest.ts";
import { MANIFEST } from "./places.ts";
import { isRealFolder, parentOf } from "./real-folder.ts";

/**
 * Removes a replaced site: the files it listed go; anything that came in between the last look and the swap moves over.
 * `step` does each change of the disk.
 */
export function retire(old: string, output: string, step: (work: () => void) => void = atOnce): void {
  const made = readManifest(old);
  const folders = foldersOf(made);
  removeListed(old, { made, folders, step });
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(old, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const from = join(old, path);
      if (path === MANIFEST) continue;
      if (entry.isDirectory() && (folders.has(path) || exists(join(output, path)))) {
        walk(path);
        step(() => {
          rmdirSync(from);
        });
      } else {
        step(() => {
          if (made.has(path) && !entry.isDirectory()) unlinkSync(from);
          else keep(from, join(output, path));
        });
      }
    }
  };
  walk("");
  step(() => {
    rmSync(join(old, MANIFEST), { force: true });
    rmdirSync(old);
  });
}

/** Without looking what else is there, which of a large site takes twice as long: nearly always nothing is left afterwards. */
function removeListed(
  old: string,
  {
    made,
    folders,
    step,
  }: { made: Iterable<string>; folders: Iterable<string>; step: (work: () => void) => void },
): void {
  const real = new Map([["", true]]);
  const remove = (path: string, how: (file: string) => void, unless: readonly string[]): void => {
    if (path === MANIFEST || !isRealFolder(old, parentOf(path), real)) return;
    step(() => {
      try {
        how(join(old, path));
      } catch (error) {
        if (!unless.includes(errorCode(error))) throw error;
      }
    });
  };
  // Gone already, or someone's folder by now.
  for (const file of made) remove(file, unlinkSync, ["ENOENT", "EISDIR", "EPERM"]);
  // The deepest first.
  for (const folder of [...folders].sort((a, b) => b.length - a.length))
    remove(folder, rmdirSync, ["ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR"]);
}

function keep(from: string, to: string): void {
  if (exists(to)) {
    unlinkSync(from);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}
