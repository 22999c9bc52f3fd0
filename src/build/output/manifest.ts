// The list of the files that Carnet made, stored in the output as `.carnet`: relative paths, sorted, one per line.
// Only listed files may be deleted: a line that would lead out of the output is ignored, whoever wrote it.
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { errorCode } from "../../files.ts";
import { parentOf } from "../../paths.ts";
import { MANIFEST } from "./places.ts";

/** Paths of all files in a folder except the manifest, with forward slashes, in code-point order. Removes empty folders. */
export function listFiles(folder: string): string[] {
  const found: string[] = [];
  const walk = (at: string, prefix: string): number => {
    const before = found.length;
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        const below = join(at, entry.name);
        if (walk(below, `${path}/`) === 0) rmdirSync(below);
      } else if (path !== MANIFEST) {
        found.push(path);
      }
    }
    return found.length - before;
  };
  walk(folder, "");
  return found.sort();
}

/** The files listed in a folder's manifest; empty if it has none. */
export function readManifest(folder: string): Set<string> {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return new Set();
    throw error;
  }
  return new Set(text.split("\n").map(decode).filter(isInside));
}

/** Writes the manifest and waits until it is on the disk. */
export function writeManifest(folder: string, files: readonly string[]): void {
  const file = openSync(join(folder, MANIFEST), "w");
  try {
    // Not `writeSync`, which writes only a part on a disk that fills up, without an error.
    writeFileSync(file, files.map((path) => `${encode(path)}\n`).join(""));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Every folder that contains one of the files, at any depth. */
export function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let slash = file.lastIndexOf("/"); slash > 0; slash = file.lastIndexOf("/", slash - 1)) {
      const folder = file.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

// A file name may contain a line break, which is encoded; so a per cent sign is encoded too.
function encode(path: string): string {
  return path.replace(/[%\n\r]/g, (c) => encodeURIComponent(c));
}

function decode(line: string): string {
  return line.includes("%") ? line.replace(/%(25|0A|0D)/g, (c) => decodeURIComponent(c)) : line;
}

/**
 * An empty part of a path, or one that leads elsewhere. One expression for the whole path, because every build reads the list:
 * a check of each part would be slow on a large site.
 */
const OUTSIDE = /(?:^|\/)\.{0,2}(?:\/|$)|\0/;

function isInside(path: string): boolean {
  return !OUTSIDE.test(path);
}

/** False behind a symbolic link: a listed path must never lead to a file elsewhere. `known` caches the answers. */
export function isRealFolder(output: string, folder: string, known: Map<string, boolean>): boolean {
  const seen = known.get(folder);
  if (seen !== undefined) return seen;
  const real =
    isRealFolder(output, parentOf(folder), known) &&
    lstatSync(join(output, folder), { throwIfNoEntry: false })?.isDirectory() === true;
  known.set(folder, real);
  return real;
}
