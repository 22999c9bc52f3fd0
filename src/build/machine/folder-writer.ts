// Writes files by their paths in a folder, and creates each folder above them once.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export class FolderWriter {
  readonly #folder: string;
  readonly #made = new Set<string>();

  /** `folder` is an absolute path; nobody may remove folders from it meanwhile. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws what the disk reports. */
  write(file: string, text: string): void {
    const path = join(this.#folder, file);
    const within = dirname(path);
    if (!this.#made.has(within)) mkdirSync(within, { recursive: true });
    this.#made.add(within);
    writeFileSync(path, text);
  }
}
