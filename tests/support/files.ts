// Files that a test puts into a folder of its own.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Contents by path, relative to the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files into a folder, with the folders that they need. */
export function writeFiles(folder: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
