// Folders of a site that is being written: each is created once, however many files are written into it.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

export class Folders {
  readonly #root: string;
  readonly #made = new Set<string>();

  /** `root`: absolute path of the site's folder; nobody may remove folders from it meanwhile. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Creates the folder of a file of the site, and returns the file's absolute path. @throws what the disk reports. */
  room(path: string): string {
    const target = join(this.#root, path);
    const folder = dirname(target);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    return target;
  }
}
