// The list of the files that Carnet made, kept in the output as `.carnet`: sorted relative paths, one a line.
// It is what allows a deletion: a line that would lead out of the output is ignored, whoever wrote it.
import { closeSync, fsyncSync, openSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../../files.ts";
import { MANIFEST } from "./places.ts";

/** Paths of every file under a folder, with forward slashes, in code-point order; empty folders are removed. */
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

/** The files listed in a folder's manifest; an empty set when it has none. */
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
    // Not `writeSync`, which on a disk that fills up writes a part, and says nothing.
    writeFileSync(file, files.map((path) => `${encode(path)}\n`).join(""));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Every folder that holds one of the files, at any depth. */
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

// A file name may hold a line break, and then a per cent sign must be told from an encoded one.
function encode(path: string): string {
  return path.replace(/[%\n\r]/g, (c) => encodeURIComponent(c));
}

function decode(line: string): string {
  return line.includes("%") ? line.replace(/%(25|0A|0D)/g, (c) => decodeURIComponent(c)) : line;
}

/** An empty part, or one that leads elsewhere: a list of a large site is read in each build, a part at a time would be slow. */
const OUTSIDE = /(?:^|\/)\.{0,2}(?:\/|$)|\0/;

function isInside(path: string): boolean {
  return !OUTSIDE.test(path);
}
