// A folder is removed and replaced within a moment (a Git checkout, a copy) → a call to watch again.
// The system watches folders, not paths: the watcher sees that there is a folder as before, but would receive no more events.
// On Linux only: elsewhere, paths are watched.
import { statSync } from "node:fs";
import { basename } from "node:path";

/** By then, a checkout has restored what it restores. */
const SETTLE_MS = 60;
/** No event reports that the site root itself is back. */
const AGAIN_MS = 500;

export class ReplacedFolders {
  readonly #root: string;
  readonly #onReplaced: (folders: readonly string[]) => void;
  #gone = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** `onReplaced` receives absolute paths of folders that are no longer watched. */
  constructor(root: string, onReplaced: (folders: readonly string[]) => void) {
    this.#root = root;
    this.#onReplaced = onReplaced;
  }

  /** An event of the system on a watched path: a path renamed under its own name was itself moved or deleted. */
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
