// Moves a staged site into a folder that holds other people's files too, and takes away only what Carnet had listed there.
// The old manifest stays until the very end, so that a run that is interrupted can be taken up where it stopped.
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { errorCode, exists } from "../../files.ts";
import { diskKey } from "../../paths.ts";
import { MachineError } from "../machine/machine-error.ts";
import { readManifest } from "./manifest.ts";
import { MANIFEST } from "./places.ts";
import { isRealFolder, parentOf } from "./real-folder.ts";

/** Moves every file of `staged` to its place in `output`, removes the listed files that are no more, then `staged`. */
export function mergeInto(output: string, staged: string): void {
  // The new manifest leaves the staged folder last: without it, all is done but removing the folder.
  if (exists(join(staged, MANIFEST))) {
    const made = readManifest(output);
    moveTree(staged, output, "", made);
    removeStale(output, made, readManifest(staged));
    moveFile(join(staged, MANIFEST), join(output, MANIFEST));
  }
  rmSync(staged, { recursive: true, force: true });
}

/**
 * Moves files of `staged` over those of the same names: of a site whose list of files stays as it is, to the byte. Its look
 * changes all the same, which tells another process that the output is not as it left it.
 */
export function moveInto(output: string, staged: string, files: readonly string[]): void {
  if (files.length === 0) return;
  const made = new Set<string>();
  for (const file of files) {
    const folder = parentOf(file);
    // Someone may have emptied it.
    if (!made.has(folder)) mkdirSync(join(output, folder), { recursive: true });
    made.add(folder);
    moveFile(join(staged, file), join(output, file));
  }
  const list = join(output, MANIFEST);
  const { atime, mtime } = statSync(list);
  utimesSync(list, atime, mtime);
}

function moveTree(staged: string, output: string, folder: string, made: ReadonlySet<string>): void {
  for (const entry of readdirSync(join(staged, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (path === MANIFEST) continue;
    const from = join(staged, path);
    const to = join(output, path);
    const there = lstatSync(to, { throwIfNoEntry: false });
    if (!entry.isDirectory()) {
      if (there?.isDirectory()) removeMade(output, path, made);
      moveFile(from, to);
    } else if (there?.isDirectory()) {
      moveTree(staged, output, path, made);
    } else {
      if (there !== undefined) removeOne(to, path, made);
      moveFolder(from, to);
      if (exists(from)) moveTree(staged, output, path, made);
    }
  }
}

/** A rename, which also frees a hard-linked file from its other names; a copy then a rename across mounts. */
function moveFile(from: string, to: string): void {
  try {
    // Between two names of one file it does nothing: the other one goes with the folder.
    renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== "EXDEV") throw error;
    const part = join(dirname(to), ".carnet-part");
    rmSync(part, { force: true });
    copyFileSync(from, part);
    renameSync(part, to);
    unlinkSync(from);
  }
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== "EXDEV") throw error;
    mkdirSync(to);
  }
}

/** Empties and removes a folder whose every file Carnet made. */
function removeMade(output: string, folder: string, made: ReadonlySet<string>): void {
  for (const entry of readdirSync(join(output, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) removeMade(output, path, made);
    else removeOne(join(output, path), path, made);
  }
  rmdirSync(join(output, folder));
}

function removeOne(file: string, path: string, made: ReadonlySet<string>): void {
  // Only when someone put a file there after the survey.
  if (!made.has(path)) throw new MachineError("ECONFLICT", file);
  unlinkSync(file);
}

function removeStale(output: string, made: ReadonlySet<string>, next: ReadonlySet<string>): void {
  const folders = new Map<string, boolean>([["", true]]);
  const twins = new Map([...next].map((path) => [diskKey(path), path]));
  for (const path of made) {
    if (next.has(path) || !isRealFolder(output, parentOf(path), folders)) continue;
    const file = join(output, path);
    const there = lstatSync(file, { throwIfNoEntry: false });
    const twin = twins.get(diskKey(path));
    // Where case does not count (macOS, Windows), the old name may be the new file's.
    if (twin !== undefined && there?.ino === lstatSync(join(output, twin), { throwIfNoEntry: false })?.ino)
      continue;
    if (there !== undefined && !there.isDirectory()) unlinkSync(file);
    removeEmptyAbove(output, path, folders);
  }
}

function removeEmptyAbove(output: string, path: string, known: Map<string, boolean>): void {
  for (
    let folder = parentOf(path);
    folder !== "" && removeEmpty(join(output, folder));
    folder = parentOf(folder)
  ) {
    known.set(folder, false);
  }
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST", "EBUSY"].includes(errorCode(error))) return false;
    throw error;
  }
}
