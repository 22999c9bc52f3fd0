// A site rendered into a staging folder → published, whole or not at all: by two renames if the output holds only Carnet's files,
// otherwise file by file. After a failure, a full disk or a kill, the old site remains, or any later command completes one of the two.
import { chmodSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { errorCode, exists } from "../../files.ts";
import { MachineError } from "../machine-error.ts";
import { takeLock, type Wait } from "./lock.ts";
import { listFiles, readManifest, writeManifest } from "./manifest.ts";
import { holdsForeign, linkKept, mergeInto, moveInto, retire } from "./move.ts";
import { places, requireWritable, tracesOf, type Places } from "./places.ts";

export interface PublicationOptions {
  /** Absolute path of the output folder; created, with its parents, if it does not exist. */
  output: string;
  wait?: Wait | undefined;
  /**
   * Receives a function that discards all work in progress, for a process that is about to end; returns one that is called when
   * none is left. Call it only between two turns of the event loop: each step that changes the output is one turn.
   */
  underWay?: ((undo: () => void) => () => void) | undefined;
}

/** Holds the lock of an output from `begin` to `end`. */
export class Publication {
  /** Absolute path of an empty folder, in which the new site is to be written. */
  readonly staging: string;
  /** The site that was restored before, after an earlier run was killed. */
  readonly recovered: "old" | "new" | undefined;
  readonly #at: Places;
  readonly #over: () => void;

  private constructor(at: Places, recovered: "old" | "new" | undefined, over: () => void) {
    this.staging = at.staging;
    this.recovered = recovered;
    this.#at = at;
    this.#over = over;
  }

  /** Waits for the lock, and completes or undoes what a killed run left. @throws MachineError; what the disk reports. */
  static async begin({ output, wait, underWay }: PublicationOptions): Promise<Publication> {
    requireWritable(places(output));
    const release = await takeLock(places(output).lock, wait);
    const discard = (): void => {
      discardStaging(places(output));
      release();
    };
    const over = underWay?.(discard);
    try {
      const recovered = finish(places(output));
      // Computed again: another run may have created or replaced the output meanwhile.
      const at = places(output);
      mkdirSync(at.staging);
      return new Publication(at, recovered, () => {
        over?.();
        discard();
      });
    } catch (error) {
      over?.();
      release();
      throw error;
    }
  }

  /**
   * Publishes the staged files, and those of `kept`, which are in the output and stay there. `mixed`: only its owner sees the output,
   * and changed files may for a moment be mixed with old ones, which is faster. Returns the path of the old site if it could not be
   * removed.
   */
  publish(kept: readonly string[], { mixed = false } = {}): { leftover?: string } {
    const at = this.#at;
    const made = readManifest(at.output);
    const staged = listFiles(at.staging);
    const files = [...new Set([...staged, ...kept])].sort();
    const isSame = made.size === files.length && files.every((file) => made.has(file));
    if (isSame && staged.length === 0) return {};
    const isFirst = !exists(at.output);
    const isBeside = at.staging === at.besideNew && !mixed;
    if (isFirst || (isBeside && linkKept(at.output, at.staging, kept))) commit(at, files, at.besideReady);
    else if (mixed && isSame) moveInto(at.output, at.staging, staged);
    else {
      // Only for its refusals.
      holdsForeign(at.output, made, new Set(files));
      commit(at, files, at.insideReady);
    }
    return exists(at.old) ? { leftover: at.old } : {};
  }

  /** Removes what was not published, and lets other runs publish. */
  end(): void {
    this.#over();
  }
}

/**
 * Restores a whole site in the output after a killed run, and returns which one. Every command calls it first. Does nothing,
 * and writes nothing, if all is well or another run is at work.
 */
export async function recover(output: string): Promise<"old" | "new" | undefined> {
  const at = places(output);
  if (!tracesOf(at).some(exists)) return undefined;
  let release: () => void;
  try {
    release = await takeLock(at.lock);
  } catch (error) {
    if (error instanceof MachineError && error.kind === "locked") return undefined;
    throw error;
  }
  try {
    return finish(at);
  } finally {
    release();
  }
}

/** Declares the staged site complete, with this list of files: from the rename on, it can only be completed. */
function commit(at: Places, files: readonly string[], ready: string): void {
  writeManifest(at.staging, files);
  const there = statSync(at.output, { throwIfNoEntry: false });
  if (there !== undefined) chmodSync(at.staging, there.mode & 0o7777);
  renameSync(at.staging, ready);
  complete(at);
}

/** Puts the site that is ready in the place of the old one, and removes that one. */
function complete(at: Places): void {
  try {
    if (exists(at.insideReady)) rmSync(at.besideReady, { recursive: true, force: true });
    else if (exists(at.besideReady)) swap(at);
  } catch (error) {
    // Nothing has changed, unless a killed run had taken the old site away. Renamed first: a half-removed folder must not pass for
    // one that is ready.
    if (exists(at.besideReady) && !exists(at.old)) renameSync(at.besideReady, at.besideNew);
    discardStaging(at);
    throw error;
  }
  if (exists(at.insideReady)) mergeInto(at.output, at.insideReady);
  if (!exists(at.old)) return;
  try {
    retire(at.old, at.output);
  } catch (error) {
    // The new site is published: what cannot be removed of the old one is reported, and the next run tries again.
    if (errorCode(error) === "") throw error;
  }
}

/** Two renames. If the output holds files of others, or cannot be renamed, the new site goes inside, to be moved file by file. */
function swap(at: Places): void {
  const isReplaced = exists(at.output);
  if (isReplaced) {
    const next = readManifest(at.besideReady);
    const isAlone = !exists(at.old) && !holdsForeign(at.output, readManifest(at.output), next);
    if (!isAlone || !isRenamed(at.output, at.old)) {
      renameSync(at.besideReady, at.insideReady);
      return;
    }
  }
  try {
    renameSync(at.besideReady, at.output);
  } catch (error) {
    if (isReplaced) renameSync(at.old, at.output);
    throw error;
  }
}

/** Returns false for errors of a rename that cannot work at all: a mount, layers of a container's disk, an open folder. */
function isRenamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (["EBUSY", "EXDEV", "EACCES", "EPERM", "EINVAL"].includes(errorCode(error))) return false;
    throw error;
  }
}

/**
 * After a killed run: removes an unfinished site, or completes one whose publication had begun.
 * Returns which site is there now; `undefined` if there was nothing to do.
 */
function finish(at: Places): "old" | "new" | undefined {
  const isUnfinished = exists(at.besideNew) || exists(at.insideNew);
  discardStaging(at);
  const isReady = exists(at.besideReady) || exists(at.insideReady);
  const isBack = !isReady && !exists(at.output) && exists(at.old);
  if (isBack) renameSync(at.old, at.output);
  // An old site that could not be removed before is no news.
  complete(at);
  if (isReady) return "new";
  return isUnfinished || isBack ? "old" : undefined;
}

function discardStaging(at: Places): void {
  rmSync(at.besideNew, { recursive: true, force: true });
  rmSync(at.insideNew, { recursive: true, force: true });
}
