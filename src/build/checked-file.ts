// Files of `.cache/` that are read whole: each begins with the digest of what follows, and is put in place by a rename.
// One that is torn, flipped, cut short or not there is worth nothing, and says so by being undefined.
import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { digestOf } from "./digest.ts";
import { jsonParts } from "./json-parts.ts";

/** Letters of a digest, and the line break behind it. */
const HEAD = 44;

/** The text that `writeChecked` wrote, or undefined where the file does not hold it whole. */
export function readChecked(path: string): Buffer | undefined {
  try {
    const file = readFileSync(path);
    const rest = file.subarray(HEAD);
    return digestOf(rest) === file.toString("latin1", 0, HEAD - 1) ? rest : undefined;
  } catch {
    // Read or not, it only saves time.
    return undefined;
  }
}

/** False where nothing could be written: the next run then does the work again. */
export function writeChecked(path: string, content: Uint8Array): boolean {
  return writeParts(path, [content]);
}

/** The same of plain values as JSON. */
export function writeCheckedJson(path: string, value: unknown): boolean {
  return writeParts(path, jsonParts(value));
}

function writeParts(path: string, parts: Iterable<string | Uint8Array>): boolean {
  const aside = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(aside, "w");
    try {
      const sum = createHash("sha256");
      writeSync(file, " ".repeat(HEAD));
      for (const part of parts) {
        const bytes = typeof part === "string" ? Buffer.from(part) : part;
        sum.update(bytes);
        writeFileSync(file, bytes);
      }
      writeSync(file, `${sum.digest("base64url")}\n`, 0);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
    return true;
  } catch {
    rmSync(aside, { force: true });
    return false;
  }
}

/** A folder, or nothing yet: no link, which would lead the build to write elsewhere, and no file. */
export function isFree(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}
