// What a build put into an output, kept in `.cache/outputs/`: what each file was made of, and what it looked like there.
// A file that stands as it was left, and would be made of the same again, is neither made nor written.
import { randomUUID } from "node:crypto";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { readChecked, writeCheckedParts } from "../machine/checked-file.ts";
import { lookOf } from "../machine/file-look.ts";
import { Findings, type Marks } from "../pages/findings.ts";
import { jsonParts } from "../machine/json-parts.ts";
import { outputCache } from "./output-cache.ts";
import type { StoreOptions } from "../pictures/store.ts";
import type { Looked } from "../pages/staying-pages.ts";

/** Path in the output → name of what the file is made of. The files of an index of the search share one. */
export type Made = ReadonlyMap<string, string>;

export interface Remembered {
  /** Files of the last build that stand there as it left them. */
  files: Made;
  standing: Standing;
  /** What those were made of that do not. */
  lost: ReadonlySet<string>;
  /** Absent where nobody looked at the pages: they were a preview. */
  looked?: Looked | undefined;
  /** What those files look like that stand, where they were looked at now. */
  looks?: ReadonlyMap<string, string>;
}

type Stamp = [made: string, size: number, mtimeMs: number];

/** What stands at the end of the file, behind what was found in pages. */
interface Stored {
  version: string;
  /** Another one each time. */
  name: string;
  files: Record<string, Stamp>;
  looked?: (Omit<Looked, "found"> & { found: readonly FoundThere[] }) | undefined;
}

/** In the order of the file, with the number of its bytes. */
type FoundThere = [page: string, bytes: number, marks: Marks];

/** Bytes that tell how many of the last ones are that. */
const LENGTH = 4;

/** Files as they were found to stand. */
export type Standing = ReadonlyMap<string, Stamp>;

/** Of whom the output is: absolute paths of the site root and of the folder. */
export interface Remembering {
  root: string;
  output: string;
}

/** What the files look like that one memory names, in its order. */
export interface LooksThere {
  /** Name of the memory. */
  memory: string;
  /** Three numbers each, as `lstat` has them: size, which is negative for what is no file, time of change, of its entry. */
  looks: Float64Array<ArrayBuffer>;
}

export interface OutputMemory {
  /**
   * Looks at the output, but where that was done already and this is still what is remembered of it: undefined where no
   * earlier build of this Carnet is known to have made it.
   */
  recall(early?: LooksThere): Remembered | undefined;
  /** Looks at the files that stand there now, but for those that are made of the same as when `before` was looked at. */
  look(made: Made, before?: Standing): Standing;
  /** Keeps what stands there for another process. */
  keep(standing: Standing, looked: Looked | undefined): void;
}

/** `root` and `output` are absolute, `version` is the Carnet that runs. */
export function outputMemory(
  { root, output }: Remembering,
  version: string,
  { trust, keep }: StoreOptions,
): OutputMemory {
  const path = pathOf({ root, output });
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

function pathOf({ root, output }: Remembering): string | undefined {
  const path = outputCache(root, output);
  return path === undefined ? undefined : `${path}.files`;
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

/** Looks at all files that are remembered; undefined where nothing is. */
export function lookAtRemembered(of: Remembering): LooksThere | undefined {
  const memory = readMemory(pathOf(of));
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

/** Sorts the files by whether they stand as they were left. */
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

/** Whole, as its digest says, and so in the shape that this version writes; another one's may end otherwise. */
function readStored(bytes: Buffer): Stored | undefined {
  try {
    const to = bytes.length - LENGTH;
    return JSON.parse(bytes.toString("utf8", to - bytes.readUInt32LE(to), to)) as Stored;
  } catch {
    return undefined;
  }
}

function lookedOf(bytes: Buffer, { looked }: Stored): Looked | undefined {
  if (!looked) return undefined;
  let at = 0;
  const found = looked.found.map(([page, length, marks]): [string, Findings] => {
    at += length;
    return [page, Findings.kept(marks, bytes.subarray(at - length, at))];
  });
  return { ...looked, found: new Map(found) };
}

function* partsOf(
  memory: Omit<Stored, "looked">,
  looked: Looked | undefined,
): Generator<string | Uint8Array> {
  const found: FoundThere[] = [];
  for (const [page, { bytes, marks }] of looked?.found ?? []) {
    found.push([page, bytes.length, marks]);
    yield bytes;
  }
  let length = 0;
  for (const part of jsonParts({ ...memory, ...(looked && { looked: { ...looked, found } }) })) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    yield bytes;
  }
  const end = Buffer.alloc(LENGTH);
  end.writeUInt32LE(length);
  yield end;
}

/** Tools that bring a cache back in continuous integration may keep times to the millisecond or the second only. */
function isTime(there: number, noted: number): boolean {
  return Math.abs(there - noted) < 1 || there === Math.floor(noted / 1000) * 1000;
}
