// Files of `.cache/` that are read whole: each begins with the digest of what follows, and is put in place by a rename.
// One that is torn, flipped, cut short or not there is worth nothing, and says so by being undefined.
import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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

/** A folder, or nothing yet: no link, which would lead the build to write elsewhere, and no file. */
export function isFree(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}
