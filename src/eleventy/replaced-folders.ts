// A folder is taken away and another one put in its place within a moment (a checkout of Git, a copy) → a call to watch anew.
// The system watches folders, not paths: the watcher sees a folder where there was one, and would hear nothing more of it.
// On Linux only: elsewhere, paths are watched.
import { statSync } from "node:fs";
import { basename } from "node:path";

/** A checkout has put back by then what it puts back. */
const SETTLE_MS = 60;
/** Nobody tells when the site root itself is back. */
const AGAIN_MS = 500;

export class ReplacedFolders {
  readonly #root: string;
  readonly #onReplaced: (folders: readonly string[]) => void;
  #gone = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** `onReplaced` is told absolute paths of folders that are no longer watched. */
  constructor(root: string, onReplaced: (folders: readonly string[]) => void) {
    this.#root = root;
    this.#onReplaced = onReplaced;
  }

  /** What the system says of a watched path: one that is renamed under its own name was itself moved or deleted. */
  note(event: string, name: string | null, watched = ""): void {
    if (event !== "rename" || name === null || basename(watched) !== name) return;
    this.#gone.add(watched);
    this.#wait(SETTLE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#look();
    }, ms);
  }

  #look(): void {
    const replaced = [...this.#gone].filter(isFolder);
    const waited = this.#gone.has(this.#root) && !replaced.includes(this.#root);
    this.#gone = new Set(waited ? [this.#root] : []);
    if (replaced.length > 0) this.#onReplaced(replaced);
    if (waited) this.#wait(AGAIN_MS);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
