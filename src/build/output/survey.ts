// Surveys the output before anything moves: what Carnet did not make there, and what would stop the move half-way.
// Everything that can be refused is refused here, while the old site is still whole.
import { accessSync, constants, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { exists } from "../../files.ts";
import { MachineError } from "../machine/machine-error.ts";
import { foldersOf, isRealFolder } from "./manifest.ts";
import { OWN_NAMES } from "./places.ts";

/**
 * True if the output holds files or folders that are not in `made`. @throws MachineError of kind `conflict` if one of them is
 * on a path that `next` needs otherwise (a file for a folder or the reverse), and Node's error if a folder may not be changed.
 */
export function holdsForeign(output: string, made: ReadonlySet<string>, next: ReadonlySet<string>): boolean {
  if (!exists(output)) return false;
  const madeFolders = foldersOf(made);
  const nextFolders = foldersOf(next);
  let foreign = false;

  const found = (path: string, inTheWay: boolean): void => {
    foreign = true;
    if (inTheWay) throw new MachineError("ECONFLICT", join(output, path));
  };

  const walk = (folder: string, doomed: boolean): void => {
    accessSync(join(output, folder), constants.R_OK | constants.W_OK | constants.X_OK);
    for (const entry of readdirSync(join(output, folder), { withFileTypes: true })) {
      if (folder === "" && OWN_NAMES.has(entry.name)) continue;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) {
        if (!made.has(path)) found(path, doomed || nextFolders.has(path));
      } else if (madeFolders.has(path) || nextFolders.has(path)) {
        walk(path, doomed || next.has(path));
      } else {
        found(path, doomed || next.has(path));
      }
    }
  };
  walk("", false);
  return foreign;
}

/**
 * The refusals of `holdsForeign`, for files that are added, deleted or replace those of the same names, when none replaces a
 * folder: only their folders are checked, without walking the others.
 */
export function requireRoom(output: string, staged: readonly string[], gone: readonly string[]): void {
  const wanted = foldersOf(staged);
  const real = new Map([["", true]]);
  for (const folder of new Set([...wanted, ...foldersOf(gone)])) {
    const path = join(output, folder);
    // A link to a folder is refused too: its target may be someone else's. Files to delete behind a link are left there.
    if (wanted.has(folder) && kindOf(path) === "other") throw new MachineError("ECONFLICT", path);
    if (isRealFolder(output, folder, real))
      accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  }
  for (const path of staged)
    if (kindOf(join(output, path)) === "folder") throw new MachineError("ECONFLICT", join(output, path));
}

function kindOf(path: string): "folder" | "other" | undefined {
  const there = lstatSync(path, { throwIfNoEntry: false });
  return there && (there.isDirectory() ? "folder" : "other");
}
