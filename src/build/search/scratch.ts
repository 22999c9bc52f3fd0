// A folder, in memory where the machine offers it, for the files that Pagefind's program and its thread hand to each other.
import { lstatSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Gate } from "../machine/gate.ts";

export interface Scratch {
  /** Absolute path. */
  path: string;
  /** To be passed for each change of the folder, which another thread may remove once it is shut. */
  gate: Gate;
}

/** Where Linux keeps files in memory. */
const IN_MEMORY = "/dev/shm";

const PREFIX = "carnet-search-";

/** In milliseconds: no build takes as long as a day. */
const LONGEST_USE = 24 * 60 * 60 * 1000;

/** Returns the path of a new folder, or `undefined` if none can be made: everything works without one. */
export function makeScratch(places: readonly string[] = [IN_MEMORY, tmpdir()]): string | undefined {
  for (const place of places) {
    try {
      const path = mkdtempSync(join(place, PREFIX));
      removeAbandoned(path);
      return path;
    } catch {
      // It is missing, full or read-only.
    }
  }
  return undefined;
}

export function removeScratch(path: string | undefined): void {
  if (path === undefined) return;
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Pagefind's program is writing there, and is about to be terminated; `removeAbandoned` removes what may be left.
  }
}

/** Bytes that can still be written into an existing folder. */
export function roomIn(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** Removes what builds left that were killed, of folders beside a new one; nothing, where that folder cannot be listed. */
function removeAbandoned(made: string): void {
  const place = dirname(made);
  try {
    const now = lstatSync(made).mtimeMs;
    for (const name of readdirSync(place)) {
      if (!name.startsWith(PREFIX)) continue;
      const then = lstatSync(join(place, name), { throwIfNoEntry: false })?.mtimeMs;
      if (then !== undefined && now - then > LONGEST_USE) removeScratch(join(place, name));
    }
  } catch {
    // Another account may have hidden what it holds: the new folder can be used all the same.
  }
}
