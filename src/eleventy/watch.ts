// Watches a site root, and calls back once for each burst of saves. The root itself is watched, so that a folder or `.eleventy.ts`
// that does not exist yet is noticed when it is created.
import { watch, type FSWatcher } from "chokidar";
import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { CONFIG_FILE } from "../build/own-code.ts";
import { compileConfig, CompileError } from "./compile-config.ts";

/** What an owner edits; everything else in a site root is derived, or not part of the site. */
const WATCHED = new Set(["content", "layouts", "public", "_data", CONFIG_FILE]);

/** Saves within this many milliseconds count as one: editors write a file in several steps. */
const SETTLE_MS = 60;

type OnChange = (changed: readonly string[]) => Promise<void>;

/**
 * Resolves when watching has begun. `onError` is called if the system cannot watch all files; `now` gives the present time in
 * milliseconds, as files have it.
 */
export async function watchSite(
  root: string,
  onError: (error: unknown) => void,
  now: () => number,
): Promise<SiteWatcher> {
  const watching = new SiteWatcher(realpathSync(root), onError, now);
  await watching.ready;
  return watching;
}

export class SiteWatcher {
  readonly ready: Promise<void>;
  readonly #root: string;
  readonly #onError: (error: unknown) => void;
  readonly #now: () => number;
  #site: FSWatcher;
  #isStopped = false;
  #followed: { paths: readonly string[]; watcher: FSWatcher } | undefined;
  #onChange: OnChange | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Changes that have not been passed to a call yet. */
  readonly #waiting = new Set<string>();
  #call: Promise<void> | undefined;
  /** When the last call began: what was saved since may be missing from what it read. */
  #began: number;

  constructor(root: string, onError: (error: unknown) => void, now: () => number) {
    this.#root = root;
    this.#onError = onError;
    this.#now = now;
    this.#began = now();
    this.#site = this.#openSite();
    this.ready = new Promise((begun) => this.#site.once("ready", begun));
  }

  /**
   * Calls `onChange` after each burst of changes, one call at a time. Changes during a call cause one more, and so do those
   * before this method was called. `onChange` must not reject; it receives the paths of what changed, relative to the site root
   * and with forward slashes.
   */
  start(onChange: OnChange): void {
    this.#onChange = onChange;
    if (this.#waiting.size > 0) this.#wait();
  }

  /**
   * Also watches what `.eleventy.ts` imports now, wherever it is, and what it asked Eleventy to watch or to copy, as it is
   * written there. While it has an error, what was watched before is still watched.
   */
  async follow(asked: readonly string[]): Promise<void> {
    const root = this.#root;
    const { files, isWhole } = await importsOf(root);
    const before = this.#followed?.paths ?? [];
    const now = [...files, ...targetsOf(asked, root)];
    const paths = isWhole ? now : [...new Set([...before, ...now])];
    if (paths.join() === before.join()) return;
    await this.#followed?.watcher.close();
    const watcher = this.#open(paths, (path) =>
      relative(root, path)
        .split(sep)
        .some((name) => FOREIGN.test(name)),
    );
    const began = this.#began;
    // No event reported what was saved before this watcher was ready.
    watcher.once("ready", () => {
      for (const file of files) if (isSavedSince(file, began)) this.#note(file);
    });
    this.#followed = { paths, watcher };
  }

  /** Stops watching, and waits for the call in progress. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#onChange = undefined;
    this.#isStopped = true;
    await Promise.all([this.#site.close(), this.#followed?.watcher.close()]);
    await this.#call;
  }

  #openSite(): FSWatcher {
    const watcher = this.#open([this.#root], (path) => isForeign(relative(this.#root, path)));
    // On Linux, the system watches folders, not paths: one that is replaced within a moment, as Git does, is lost to it.
    watcher.on(
      "raw",
      (event: string, name: string | null, { watchedPath = "" }: { watchedPath?: string }) => {
        if (event === "rename" && basename(watchedPath) === name)
          setTimeout(() => {
            this.#watchAgain(watcher, watchedPath);
          }, SETTLE_MS);
      },
    );
    return watcher;
  }

  #watchAgain(watcher: FSWatcher, folder: string): void {
    if (this.#site !== watcher || this.#isStopped || !isFolder(folder)) return;
    this.#site = this.#openSite();
    void watcher.close();
    // No event reported what was saved meanwhile.
    this.#note(folder);
  }

  #open(paths: readonly string[], ignored: (path: string) => boolean): FSWatcher {
    // A folder named `blog (copie)` is not a pattern. Waiting for a removed file to come back would make two calls of one rename.
    const options = {
      ...{ ignoreInitial: true, followSymlinks: false, disableGlobbing: true },
      atomic: false,
      ignored,
    };
    const watcher = watch([...paths], options);
    watcher.on("all", (_, path) => {
      this.#note(path);
    });
    watcher.on("error", this.#onError);
    return watcher;
  }

  #note(path: string): void {
    this.#waiting.add(relative(this.#root, path).split(sep).join("/"));
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#answer();
    }, SETTLE_MS);
  }

  #answer(): void {
    if (this.#waiting.size === 0 || !this.#onChange || this.#call) return;
    const changed = [...this.#waiting];
    this.#waiting.clear();
    this.#began = this.#now();
    this.#call = this.#onChange(changed).finally(() => {
      this.#call = undefined;
      if (this.#waiting.size > 0) this.#wait();
    });
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** File systems take their time from a clock that may be some milliseconds behind. */
const BEHIND = 20;

const isSavedSince = (path: string, instant: number): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= instant - BEHIND;

/** Absolute paths of what the owner's configuration imports besides what is watched; incomplete while it has an error. */
async function importsOf(root: string): Promise<{ files: string[]; isWhole: boolean }> {
  const source = join(root, CONFIG_FILE);
  if (!existsSync(source)) return { files: [], isWhole: true };
  const beside = (files: readonly string[]): string[] =>
    files.filter((file) => isForeign(file)).map((file) => join(root, file));
  try {
    return { files: beside((await compileConfig(source, root)).sources), isWhole: true };
  } catch (error) {
    return { files: error instanceof CompileError ? beside(error.sources) : [], isWhole: false };
  }
}

/** What is made from the site: a change there is no reason to build again. */
const DERIVED = /^(?:_site|_preview|\.cache|node_modules|\.git)(?:\/|$)/;

/** Absolute paths that an owner asked to watch (for a pattern, the folder before its first wildcard); never the whole site. */
function targetsOf(asked: readonly string[], root: string): string[] {
  const targets = asked.map((path) => {
    const parts = path.split("/");
    const pattern = parts.findIndex((part) => /[*?{}[\]()!]/.test(part));
    return relative(root, resolve(root, (pattern < 0 ? parts : parts.slice(0, pattern)).join("/")));
  });
  const own = targets.filter(
    (path) => !/^(?:\.\.[\\/]?)*$/.test(path) && isForeign(path) && !DERIVED.test(path),
  );
  return [...new Set(own)].sort().map((path) => join(root, path));
}

function isForeign(path: string): boolean {
  const [first = "", ...rest] = path.split(/[\\/]/);
  return first !== "" && (!WATCHED.has(first) || rest.some((name) => FOREIGN.test(name)));
}

/** Other people's folders, and files that editors write beside a file while they save it. */
const FOREIGN =
  /^(node_modules|\.git|4913|\.#.*|#.*#|.*~|\..*\.sw[a-px]|.*\.crswap|\.subl.*\.tmp|\.goutputstream-.*|.*___jb_(?:tmp|old)___)$/;
