// Publishes a staged site: by two renames if the output holds only Carnet's files, otherwise file by file.
// Each step can be interrupted anywhere and repeated: a folder named `ready` is always published to the end.
import { chmodSync, cpSync, renameSync, rmSync, statSync } from "node:fs";
import { errorCode, exists } from "../../files.ts";
import { renameOnceFree } from "../machine/busy.ts";
import { readManifest, listFiles, writeManifest } from "./manifest.ts";
import { mergeInto } from "./merge.ts";
import { type Places } from "./places.ts";
import { retire } from "./retire.ts";
import { holdsForeign } from "./survey.ts";

/** Declares the staged site complete, with this list of files, and publishes it: from then on it can only be completed. */
export function commit(at: Places, files: readonly string[], { alone }: { alone: boolean }): void {
  writeManifest(at.staging, files);
  const there = statSync(at.output, { throwIfNoEntry: false });
  if (there !== undefined) chmodSync(at.staging, there.mode & 0o7777);
  const ready = at.staging === at.insideNew ? at.insideReady : at.besideReady;
  renameOnceFree(at.staging, ready);
  putInPlace(at, () => alone);
}

/**
 * Moves what is ready into the output, then removes the old site; does nothing if nothing is ready.
 * If it fails before the output has changed, the new site is discarded; after that, the next run completes it. `alone` returns
 * whether the output holds only Carnet's files.
 */
function putInPlace(at: Places, alone = (): boolean => isAlone(at)): void {
  try {
    if (exists(at.insideReady)) rmSync(at.besideReady, { recursive: true, force: true });
    else if (exists(at.besideReady) && !swap(at, alone)) moveInside(at);
  } catch (error) {
    const untouched = !exists(at.insideReady) && !exists(at.old);
    // Renamed first: a half-removed folder must not pass for one that is ready.
    if (untouched && exists(at.besideReady)) renameSync(at.besideReady, at.besideNew);
    discardStaging(at);
    throw error;
  }
  if (exists(at.insideReady)) mergeInto(at.output, at.insideReady);
  removeOld(at);
}

/** The new site is published: what cannot be removed of the old one is reported, and the next run tries again. */
function removeOld({ old, output }: Places): void {
  if (!exists(old)) return;
  try {
    retire(old, output);
  } catch (error) {
    if (errorCode(error) === "") throw error;
  }
}

/**
 * After a killed run: removes an unfinished site, or completes one whose publication had begun.
 * Returns which site is there now; `undefined` if there was nothing to do.
 */
export function finish(at: Places): "old" | "new" | undefined {
  // The output, which held the other files of this site, is gone: the new site cannot be completed.
  const isLost = exists(at.besideReady) && !exists(at.output) && !exists(at.old) && isPart(at.besideReady);
  const unfinished = isLost || exists(at.besideNew) || exists(at.insideNew);
  discardStaging(at);
  if (isLost) {
    renameSync(at.besideReady, at.besideNew);
    discardStaging(at);
  }
  const isReady = exists(at.besideReady) || exists(at.insideReady);
  if (!isReady && !exists(at.old)) return unfinished ? "old" : undefined;
  if (!exists(at.output) && !exists(at.besideReady)) {
    renameSync(at.old, at.output);
    return "old";
  }
  putInPlace(at);
  // What could not be removed before is no news.
  return isReady || !exists(at.old) ? "new" : undefined;
}

export function discardStaging(at: Places): void {
  rmSync(at.besideNew, { recursive: true, force: true });
  rmSync(at.insideNew, { recursive: true, force: true });
}

/** Errors of a rename that cannot work at all: a mount, layers of a container's disk, an open folder. */
const CANNOT_RENAME: ReadonlySet<string> = new Set(["EBUSY", "EXDEV", "EACCES", "EPERM", "EINVAL"]);

function swap(at: Places, alone: () => boolean): boolean {
  if (!exists(at.output)) {
    renameSync(at.besideReady, at.output);
    return true;
  }
  if (exists(at.old) || !alone()) return false;
  try {
    renameSync(at.output, at.old);
  } catch (error) {
    if (CANNOT_RENAME.has(errorCode(error))) return false;
    throw error;
  }
  try {
    renameOnceFree(at.besideReady, at.output);
  } catch (error) {
    renameSync(at.old, at.output);
    throw error;
  }
  return true;
}

/** A staged part of a site needs the rest, which stays in the output: it can only be moved inside. */
function isAlone(at: Places): boolean {
  if (isPart(at.besideReady)) return false;
  return !holdsForeign(at.output, readManifest(at.output), new Set(listFiles(at.besideReady)));
}

/** True for a staged site that lists more files than it contains. */
function isPart(ready: string): boolean {
  return readManifest(ready).size > listFiles(ready).length;
}

function moveInside(at: Places): void {
  try {
    renameSync(at.besideReady, at.insideReady);
  } catch (error) {
    if (!CANNOT_RENAME.has(errorCode(error))) throw error;
    cpSync(at.besideReady, at.insideNew, { recursive: true });
    renameSync(at.insideNew, at.insideReady);
    rmSync(at.besideReady, { recursive: true, force: true });
  }
}
