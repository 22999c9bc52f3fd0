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
} from "node:fs";
import { dirname } from "node:path";
import { digestOf } from "./digest.ts";

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
export function writeChecked(path: string, content: string | Uint8Array): boolean {
  const aside = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    writeFileSync(aside, Buffer.concat([Buffer.from(`${digestOf(bytes)}\n`), bytes]));
    renameSync(aside, path);
    return true;
  } catch {
    rmSync(aside, { force: true });
    return false;
  }
}

/** Bytes that are joined before they are written: to join all of a large site's would take as much memory again. */
const MOST_AT_ONCE = 1_000_000;

/** Writes parts one behind the other into a file, and gives the digest of all. @throws what the disk refuses. */
export function writeParts(path: string, parts: readonly Uint8Array[]): string {
  const sum = createHash("sha256");
  const file = openSync(path, "w");
  try {
    let from = 0;
    while (from < parts.length) {
      let length = 0;
      let to = from;
      while (to < parts.length && length < MOST_AT_ONCE) length += parts[to++]?.length ?? 0;
      const bytes = Buffer.concat(parts.slice(from, to), length);
      sum.update(bytes);
      writeFileSync(file, bytes);
      from = to;
    }
  } finally {
    closeSync(file);
  }
  return sum.digest("base64url");
}

/** A folder, or nothing yet: no link, which would lead the build to write elsewhere, and no file. */
export function isFree(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}
