// What a build put into an output, stored in `.cache/outputs/`: the fingerprint of each file, and its size and time there.
// A file that is as the build left it, with the same fingerprint, is neither made nor written again.
import { randomUUID } from "node:crypto";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { readChecked, writeCheckedParts } from "../machine/checked-file.ts";
import { lookOf } from "../machine/file-look.ts";
import { outputCache } from "./output-cache.ts";
import { lookedOf, partsOf, readStored, type Stamp, type Stored } from "./output-file.ts";
import type { StoreOptions } from "../pictures/store.ts";
import type { Looked } from "../pages/staying-pages.ts";

const EXTENSION = ".files";

/** Path in the output → fingerprint of the file. The files of a search index share one. */
type Made = ReadonlyMap<string, string>;

export interface Remembered {
  /** Files of the last build that are unchanged in the output. */
  files: Made;
  standing: Standing;
  /** Fingerprints of those that are missing or changed. */
  lost: ReadonlySet<string>;
  /** Absent if the pages were not verified, as in a preview. */
  looked?: Looked | undefined;
  /** State on disk of the unchanged files, if they were inspected now. */
  looks?: ReadonlyMap<string, string>;
}

/** Files found in the output. */
export type Standing = ReadonlyMap<string, Stamp>;

/** Absolute paths of the site root and of its output folder. */
export interface Remembering {
  root: string;
  output: string;
}

/** State on disk of the files that a memory lists, in its order. */
export interface LooksThere {
  /** Name of the memory. */
  memory: string;
  /** Three numbers for each file, from `lstat`: size (-1 if it is not a file), `mtimeMs` and `ctimeMs`. */
  looks: Float64Array<ArrayBuffer>;
}

export interface OutputMemory {
  /**
   * Inspects the output, unless `early` did so and matches this memory. Returns `undefined` if no build of this version of
   * Carnet is known to have made the output.
   */
  recall(early?: LooksThere): Remembered | undefined;
  /** Inspects the files that are there now, except those whose fingerprint is the same as in `before`. */
  look(made: Made, before?: Standing): Standing;
  /** Stores what is there for another process. */
  keep(standing: Standing, looked: Looked | undefined): void;
}

/** `root` and `output` are absolute; `version` is that of the running Carnet. */
export function outputMemory(
  { root, output }: Remembering,
  version: string,
  { trust, keep }: StoreOptions,
): OutputMemory {
  const path = outputCache({ root, output }, EXTENSION);
  return {
    recall(early) {
      const memory = trust ? readMemory(path) : undefined;
      if (memory?.stored.version !== version) return undefined;
      const { name } = memory.stored;
      const looks = early?.memory === name ? early.looks : looksAt(output, memory.stored);
      return remembered(memory, looks);
    },
    look(made, before) {
      const standing = new Map<string, Stamp>();
      for (const [file, name] of made) {
        const known = before?.get(file);
        const there =
          known?.[0] === name ? undefined : lstatSync(join(output, file), { throwIfNoEntry: false });
        if (known?.[0] === name) standing.set(file, known);
        else if (there?.isFile() === true) standing.set(file, [name, there.size, there.mtimeMs]);
      }
      return standing;
    },
    keep(standing, looked) {
      if (!keep || path === undefined) return;
      const files = Object.fromEntries(standing);
      writeCheckedParts(path, partsOf({ version, name: randomUUID(), files }, looked));
    },
  };
}

interface Memory {
  bytes: Buffer;
  stored: Stored;
}

function readMemory(path: string | undefined): Memory | undefined {
  const bytes = path === undefined ? undefined : readChecked(path);
  const stored = bytes && readStored(bytes);
  return bytes && stored && { bytes, stored };
}

/** Inspects all files that are remembered. Returns `undefined` if there is no memory. */
export function lookAtRemembered(of: Remembering): LooksThere | undefined {
  const memory = readMemory(outputCache(of, EXTENSION));
  return memory && { memory: memory.stored.name, looks: looksAt(of.output, memory.stored) };
}

const NUMBERS = 3;

function looksAt(output: string, { files }: Stored): LooksThere["looks"] {
  const names = Object.keys(files);
  const looks = new Float64Array(names.length * NUMBERS).fill(-1);
  names.forEach((file, i) => {
    const there = lstatSync(join(output, file), { throwIfNoEntry: false });
    if (there?.isFile() === true) looks.set([there.size, there.mtimeMs, there.ctimeMs], i * NUMBERS);
  });
  return looks;
}

/** Separates the files that are unchanged from the others. */
function remembered({ bytes, stored }: Memory, looked: LooksThere["looks"]): Remembered {
  const files = new Map<string, string>();
  const standing = new Map<string, Stamp>();
  const lost = new Set<string>();
  const looks = new Map<string, string>();
  let at = 0;
  for (const [file, stamp] of Object.entries(stored.files)) {
    const [made, size, time] = stamp;
    const [sizeNow = -1, mtimeMs = 0, ctimeMs = 0] = looked.subarray(at, (at += NUMBERS));
    if (sizeNow === size && isTime(mtimeMs, time)) {
      files.set(file, made);
      standing.set(file, stamp);
      looks.set(file, lookOf(file, { size, mtimeMs, ctimeMs }));
    } else lost.add(made);
  }
  return { files, standing, lost, looks, looked: lookedOf(bytes, stored) };
}

/** Tools that restore a cache in continuous integration may keep times only to the millisecond or the second. */
function isTime(there: number, noted: number): boolean {
  return Math.abs(there - noted) < 1 || there === Math.floor(noted / 1000) * 1000;
}
