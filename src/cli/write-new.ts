// The files that a command creates for a user → written to disk, all of them or none, so that the command can be run again.
// Existing files are never replaced.
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Keys of `files` are paths below `root`, which is created if needed. If the disk is full, what was written is deleted. */
export function writeNew(root: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const written: string[] = [];
  const made = mkdirSync(root, { recursive: true });
  try {
    for (const [path, text] of files) {
      const target = join(root, path);
      const folder = mkdirSync(dirname(target), { recursive: true });
      if (folder !== undefined) written.push(folder);
      const file = openSync(target, "wx");
      // From here on the file is ours, with whatever is written to it.
      written.push(target);
      try {
        writeFileSync(file, text);
      } finally {
        closeSync(file);
      }
    }
  } catch (error) {
    for (const path of made === undefined ? written : [made]) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}
