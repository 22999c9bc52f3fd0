// Moves a staged site into a folder that also holds other people's files, and deletes only what Carnet had listed there.
// The old manifest stays until the end, so that an interrupted run can be completed.
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
import { diskKey, parentOf } from "../../paths.ts";
import { renameOnceFree, unlinkOnceFree } from "../machine/busy.ts";
import { Folders } from "../machine/folders.ts";
import { MachineError } from "../machine/machine-error.ts";
import { isRealFolder, listFiles, readManifest, respelled } from "./manifest.ts";
import { MANIFEST } from "./places.ts";

/** Moves every file of `staged` to its place in `output`, deletes the listed files that the new site lacks, then `staged`. */
export function mergeInto(output: string, staged: string): void {
  // The new manifest leaves the staging folder last: if it is gone, only the folder remains to be removed.
  if (exists(join(staged, MANIFEST))) {
    const made = readManifest(output);
    const next = readManifest(staged);
    const gone = [...made].filter((path) => !next.has(path));
    // First: `listFiles` no longer has those that a run moved before it was interrupted.
    removeStale(output, respelled(gone, listFiles(staged)));
    moveTree(staged, output, "", made);
    const come = new Set([...next].filter((path) => !made.has(path)).map(diskKey));
    removeStale(
      output,
      gone.filter((path) => !come.has(diskKey(path))),
    );
    moveFile(join(staged, MANIFEST), join(output, MANIFEST));
  }
  rmSync(staged, { recursive: true, force: true });
}

/**
 * Moves files of `staged` over those of the same names, when the list of the site's files does not change. The manifest is
 * touched all the same: this tells another process that the output is not as it left it.
 */
export function moveInto(output: string, staged: string, files: readonly string[]): void {
  if (files.length === 0) return;
  // Someone may have removed a folder.
  const folders = new Folders(output);
  for (const file of files) moveFile(join(staged, file), folders.room(file));
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

/**
 * A rename, which also detaches a hard-linked file from its other names; where it is refused, a copy, then a rename: across mounts,
 * and between two links of one file in a container's overlay whose layers are on two disks, which numbers them apart (`ESTALE`).
 */
function moveFile(from: string, to: string): void {
  try {
    // Between two names of one file, a rename does nothing: the other name goes with the folder.
    renameOnceFree(from, to);
  } catch (error) {
    if (!["EXDEV", "ESTALE"].includes(errorCode(error))) throw error;
    const part = join(dirname(to), ".carnet-part");
    rmSync(part, { force: true });
    copyFileSync(from, part);
    renameSync(part, to);
    unlinkSync(from);
  }
}

function moveFolder(from: string, to: string): void {
  try {
    renameOnceFree(from, to);
  } catch (error) {
    if (errorCode(error) !== "EXDEV") throw error;
    mkdirSync(to);
  }
}

/** Empties and removes a folder in which Carnet made every file. @throws MachineError `ECONFLICT` for another file. */
function removeMade(output: string, folder: string, made: ReadonlySet<string>): void {
  for (const entry of readdirSync(join(output, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) removeMade(output, path, made);
    else removeOne(join(output, path), path, made);
  }
  rmdirSync(join(output, folder));
}

function removeOne(file: string, path: string, made: ReadonlySet<string>): void {
  // Only if someone put a file there after the survey.
  if (!made.has(path)) throw new MachineError("ECONFLICT", file);
  unlinkSync(file);
}

function removeStale(output: string, stale: readonly string[]): void {
  const folders = new Map<string, boolean>([["", true]]);
  for (const path of stale) {
    if (!isRealFolder(output, parentOf(path), folders)) continue;
    const file = join(output, path);
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there !== undefined && !there.isDirectory()) unlinkOnceFree(file);
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
