// Files that a command begins for someone → on the disk, all of them or none, so that the command can be run again.
// Nothing that was there is ever replaced.
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Names of `files` are paths below `root`, which is made where it is not there. What a full disk leaves is taken away. */
export function writeNew(root: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const written: string[] = [];
  const made = mkdirSync(root, { recursive: true });
  try {
    for (const [path, text] of files) {
      const target = join(root, path);
      const folder = mkdirSync(dirname(target), { recursive: true });
      if (folder !== undefined) written.push(folder);
      const file = openSync(target, "wx");
      // From here on it is ours, with whatever comes to stand in it.
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
