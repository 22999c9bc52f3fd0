// Folders of a site that is being written: each made once, however many files go into it and however many of them at a time.
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";

export class Folders {
  readonly #root: string;
  readonly #made = new Map<string, Promise<unknown>>();

  /** `root`: absolute path of the folder of the site. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Absolute path of a file of the site, once its folder is there. */
  async room(path: string): Promise<string> {
    const target = join(this.#root, path);
    const folder = dirname(target);
    const made = this.#made.get(folder) ?? mkdir(folder, { recursive: true });
    this.#made.set(folder, made);
    await made;
    return target;
  }
}
