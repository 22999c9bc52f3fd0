// Files of `.cache/` that are read whole: each begins with the digest of what follows, and is put in place by a rename. One that is
// missing, damaged or of another version reads as `undefined`.
import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { digestOf } from "./digest.ts";
import { writeWhole } from "./whole-file.ts";

/** Length of a digest and of the line break after it. */
const HEAD = 44;

/** Reads only regular files: a link may lead to `/dev/zero`, without end; a pipe blocks. */
export function readStored(path: string, version: string): unknown {
  try {
    if (!lstatSync(path).isFile()) return undefined;
    const file = readFileSync(path);
    const rest = file.subarray(HEAD);
    if (digestOf(rest) !== file.toString("latin1", 0, HEAD - 1)) return undefined;
    const [by, value] = deserialize(rest) as [version: string, value: unknown];
    return by === version ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Returns false if nothing could be written. */
export function writeStored(path: string, version: string, value: unknown): boolean {
  const bytes = serialize([version, value]);
  try {
    writeWhole(path, (aside) => {
      writeFileSync(aside, Buffer.concat([Buffer.from(`${digestOf(bytes)}\n`), bytes]));
    });
    return true;
  } catch {
    return false;
  }
}

/** A folder of `.cache/` in a site root, or `.cache/` itself. Unless `isReal`, nothing may be written there. */
export function cacheFolder(root: string, name = ""): { path: string; isReal: boolean } {
  const [cache, path] = [join(root, ".cache"), join(root, ".cache", name)];
  return { path, isReal: isFree(cache) && isFree(path) };
}

/** True for a folder, or for nothing yet. False for a file, and for a link, which would lead the build to write elsewhere. */
export function isFree(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}

/** A stored value is dropped once so many builds that stored something have not used it. */
export const MOST_UNUSED = 12;

/** Deletes the files of a folder that no build has used for a while. To be called once something was added to it. */
export function forgetUnused(folder: string, isWanted: (name: string) => boolean): void {
  const counts = join(folder, "unused");
  const before = (readStored(counts, "") ?? {}) as Record<string, number>;
  const now: Record<string, number> = {};
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const { name } = entry;
      if (!entry.isFile() || name === "unused" || isWanted(name)) continue;
      const count = (before[name] ?? 0) + 1;
      if (count < MOST_UNUSED) now[name] = count;
      else rmSync(join(folder, name));
    }
    if (Object.keys(before).length + Object.keys(now).length > 0) writeStored(counts, "", now);
  } catch {
    // What remains only takes space, and the next build tries again.
  }
}
