// Folders of a site that is being written: each is created once, however many files are written into it at a time.
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";

export class Folders {
  readonly #root: string;
  readonly #made = new Map<string, Promise<unknown>>();

  /** `root`: absolute path of the site's folder. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Creates the folder of a file of the site, and returns the file's absolute path. */
  async room(path: string): Promise<string> {
    const target = join(this.#root, path);
    const folder = dirname(target);
    const made = this.#made.get(folder) ?? mkdir(folder, { recursive: true });
    this.#made.set(folder, made);
    await made;
    return target;
  }
}
