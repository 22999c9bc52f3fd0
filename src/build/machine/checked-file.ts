// Files of `.cache/` that are read whole: each begins with the digest of what follows, and is put in place by a rename.
// One that is torn, flipped, cut short or not there is worth nothing, and says so by being undefined.
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
import { digestOf } from "./digest.ts";
import { jsonParts } from "./json-parts.ts";
import { writeWhole } from "./whole-file.ts";
import { writeParts } from "./write-parts.ts";

/** Letters of a digest, and the line break behind it. */
const HEAD = 44;

/** What stands behind the digest, or undefined where the file does not hold it whole. */
export function readChecked(path: string): Buffer | undefined {
  const file = readKept(path);
  const rest = file?.subarray(HEAD);
  return rest && digestOf(rest) === file?.toString("latin1", 0, HEAD - 1) ? rest : undefined;
}

/** All of a file, or undefined: what a link leads to may have no end, as `/dev/zero`, and a pipe never begins. */
export function readKept(path: string): Buffer | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    // Read or not, it only saves time.
    return undefined;
  }
}

/** Part by part as they are made. False where nothing could be written: the next run then does the work again. */
export function writeCheckedParts(path: string, parts: Iterable<string | Uint8Array>): boolean {
  return write(path, parts);
}

/** The same of plain values as JSON. */
export function writeCheckedJson(path: string, value: unknown): boolean {
  return write(path, jsonParts(value));
}

/** The same of values that can be cloned, one after the other as they are made. */
export function writeCheckedValues(path: string, values: Iterable<unknown>): boolean {
  return write(path, valueParts(values));
}

/** What `writeCheckedValues` wrote; undefined also where another Node did, whose clones this one cannot read. */
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

/** Bytes that tell how many are a value's. */
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

function write(path: string, parts: Iterable<string | Uint8Array>): boolean {
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

/** What may be another build's, about to be put in place, is left for this many milliseconds. */
export const GRACE_MS = 3_600_000;

/** Takes away what killed builds have left beside a file, which may be as large as it is. */
function clearLeft(path: string): void {
  const [folder, begin] = [dirname(path), `${basename(path)}.`];
  try {
    // It was written just now.
    const before = statSync(path).mtimeMs - GRACE_MS;
    for (const name of readdirSync(folder)) {
      const isLeft = name.startsWith(begin) && ASIDE.test(name);
      if (isLeft && statSync(join(folder, name)).mtimeMs < before) rmSync(join(folder, name));
    }
  } catch {
    // Another build was sooner, or the next one tries again.
  }
}

const ASIDE = /\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A folder, or nothing yet: no link, which would lead the build to write elsewhere, and no file. */
export function isFree(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}
