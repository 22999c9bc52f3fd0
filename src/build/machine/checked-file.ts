// Files of `.cache/` that are read whole: each begins with the digest of what follows, and is put in place by a rename.
// A file that is missing, truncated or damaged reads as `undefined`.
import { createHash } from "node:crypto";
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { parsedJson } from "../../files.ts";
import { digestOf } from "./digest.ts";
import { jsonParts } from "./json-parts.ts";
import { writeWhole } from "./whole-file.ts";
import { writeParts } from "./write-parts.ts";

/** Length of a digest and of the line break after it. */
const HEAD = 44;

/** What follows the digest; `undefined` if it does not match. */
export function readChecked(path: string): Buffer | undefined {
  const file = readKept(path);
  const rest = file?.subarray(HEAD);
  return rest && digestOf(rest) === file?.toString("latin1", 0, HEAD - 1) ? rest : undefined;
}

/** The whole file, or `undefined`. Reads only regular files: a link may lead to `/dev/zero`, without end; a pipe blocks. */
export function readKept(path: string): Buffer | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    // The cache only saves time.
    return undefined;
  }
}

/** Writes the parts as they are made. Returns false if nothing could be written: the next run then repeats the work. */
export function writeCheckedParts(path: string, parts: Iterable<string | Uint8Array>): boolean {
  try {
    writeWhole(path, (aside) => {
      const file = openSync(aside, "w");
      try {
        writeSync(file, " ".repeat(HEAD));
        const sum = createHash("sha256");
        writeParts(file, parts, sum);
        writeSync(file, `${sum.digest("base64url")}\n`, 0);
      } finally {
        closeSync(file);
      }
    });
  } catch {
    return false;
  }
  clearLeft(path);
  return true;
}

/** The same for plain values, as JSON. */
export function writeCheckedJson(path: string, value: unknown): boolean {
  return writeCheckedParts(path, jsonParts(value));
}

/**
 * What `writeCheckedJson` wrote; also `undefined` if it is not JSON: another version of Carnet may store it otherwise. The digest
 * proves that the file is intact, and so has the shape that its version writes.
 */
export function readCheckedJson(path: string): unknown {
  const bytes = readChecked(path);
  return bytes && parsedJson(bytes.toString());
}

/** The same for values that can be cloned, one after the other as they are made. */
export function writeCheckedValues(path: string, values: Iterable<unknown>): boolean {
  return writeCheckedParts(path, valueParts(values));
}

/** What `writeCheckedValues` wrote; also `undefined` if another version of Node wrote it, whose clones this one cannot read. */
export function readCheckedValues(path: string): unknown[] | undefined {
  const bytes = readChecked(path);
  if (!bytes) return undefined;
  try {
    return valuesOf(bytes);
  } catch {
    return undefined;
  }
}

function valuesOf(bytes: Buffer): unknown[] {
  const values: unknown[] = [];
  for (let at = 0; at < bytes.length;) {
    const from = at + LENGTH;
    at = from + bytes.readUInt32LE(at);
    values.push(deserialize(bytes.subarray(from, at)));
  }
  return values;
}

/** Size of the length field before each value, in bytes. */
const LENGTH = 4;

function* valueParts(values: Iterable<unknown>): Generator<Uint8Array> {
  for (const value of values) {
    const bytes = serialize(value);
    const length = Buffer.alloc(LENGTH);
    length.writeUInt32LE(bytes.length);
    yield length;
    yield bytes;
  }
}

/** Temporary files younger than this, in milliseconds, may belong to another build, and are left alone. */
export const GRACE_MS = 3_600_000;

/** Removes temporary files that killed builds left beside a file; each may be as large as the file. */
function clearLeft(path: string): void {
  const [folder, begin] = [dirname(path), `${basename(path)}.`];
  try {
    // The file was written just now.
    const before = statSync(path).mtimeMs - GRACE_MS;
    for (const name of readdirSync(folder)) {
      const isLeft = name.startsWith(begin) && ASIDE.test(name);
      if (isLeft && statSync(join(folder, name)).mtimeMs < before) rmSync(join(folder, name));
    }
  } catch {
    // Another build removed them first, or the next one will try again.
  }
}

const ASIDE = /\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A folder of `.cache/` in a site root, or `.cache/` itself. Unless `isReal`, nothing may be written there. */
export function cacheFolder(root: string, name = ""): { path: string; isReal: boolean } {
  const [cache, path] = [join(root, ".cache"), join(root, ".cache", name)];
  return { path, isReal: isFree(cache) && isFree(path) };
}

/** True for a folder, or for nothing yet. False for a file, and for a link, which would lead the build to write elsewhere. */
export function isFree(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}
