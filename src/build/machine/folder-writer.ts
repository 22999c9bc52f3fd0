// Files by their paths in a folder: each is written with the folders above it, which are made once.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export class FolderWriter {
  readonly #folder: string;
  readonly #made = new Set<string>();

  /** `folder` is an absolute path, and nobody takes folders out of it meanwhile. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws what the disk refuses. */
  write(file: string, text: string): void {
    const path = join(this.#folder, file);
    const within = dirname(path);
    if (!this.#made.has(within)) mkdirSync(within, { recursive: true });
    this.#made.add(within);
    writeFileSync(path, text);
  }
}
