// Watches a site root with the watcher that Eleventy uses, and calls back once for each burst of saves.
// The root itself is watched: a folder or `.eleventy.ts` that does not exist yet is seen when it is made.
import { watch, type Watcher } from "@11ty/chokidar-with-glob-support";
import { EventEmitter } from "node:events";
import { realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { loadOwnerConfig } from "./owner-config.ts";

/** Saves within this many milliseconds are one: editors write a file in several steps. */
const SETTLE_MS = 60;

/** What an owner edits; everything else in a site root is derived or not the site's. */
const WATCHED = new Set(["content", "layouts", "public", "_data", ".eleventy.ts"]);

export interface SiteWatcher {
  /**
   * Calls `onChange` after each burst of changes, one call at a time; changes during a call cause one more,
   * and so do those seen before this method was called. `onChange` must not reject; it is told the paths of what changed,
   * from the site root and with forward slashes.
   */
  start(onChange: (changed: readonly string[]) => Promise<void>): void;
  /**
   * Watches also what `.eleventy.ts` imports now, wherever it lies, and what it asked Eleventy to watch or to copy, as it is
   * written there. Where what it imports cannot be told, what was followed before.
   */
  follow(asked: readonly string[]): Promise<void>;
  /** Stops watching, and waits for the call that is under way. */
  stop(): Promise<void>;
}

/** Resolves when watching has begun. `onError` is told when the system cannot watch all files. */
export async function watchSite(root: string, onError: (error: unknown) => void): Promise<SiteWatcher> {
  const real = realpathSync(root);
  const bursts = new Bursts();
  const open = (paths: readonly string[], ignored: (path: string) => boolean): Watcher => {
    const watcher = watch(paths, { ...OPTIONS, ignored });
    watcher.on("all", (_, path) => {
      bursts.note(relative(real, path).split(sep).join("/"));
    });
    if (watcher instanceof EventEmitter) watcher.on("error", onError);
    return watcher;
  };
  const site = open([real], (path) => isForeign(relative(real, path)));
  let followed: { files: string; watcher: Watcher } | undefined;
  await new Promise<void>((resolve) => {
    site.once("ready", resolve);
  });
  return {
    start: (onChange) => {
      bursts.start(onChange);
    },
    async follow(asked) {
      const imports = await importsOf(real);
      const paths = imports && [...imports, ...targetsOf(asked, real)];
      if (!paths || paths.join() === (followed?.files ?? "")) return;
      await followed?.watcher.close();
      const isOthers = (path: string): boolean =>
        relative(real, path)
          .split(sep)
          .some((name) => FOREIGN.test(name));
      followed = { files: paths.join(), watcher: open(paths, isOthers) };
    },
    async stop() {
      await Promise.all([site.close(), followed?.watcher.close()]);
      await bursts.stop();
    },
  };
}

const OPTIONS = {
  ignoreInitial: true,
  followSymlinks: false,
  // A folder named `blog (copie)` is no pattern.
  disableGlobbing: true,
  // Waiting for a removed file to come back would make two calls of one renaming.
  atomic: false,
};

/** Absolute paths of what the owner's configuration imports beside what is watched; undefined while it has an error. */
async function importsOf(root: string): Promise<string[] | undefined> {
  try {
    const owner = await loadOwnerConfig(root);
    return (owner?.files ?? []).filter((file) => isForeign(file)).map((file) => join(root, file));
  } catch {
    return undefined;
  }
}

/** What is made of the site: a change there is no reason to make it again. */
const DERIVED = /^(?:_site|_preview|\.cache|node_modules|\.git)(?:\/|$)/;

/** Absolute paths of what an owner asked to have watched, of a pattern the folder that it begins with; never the whole site. */
function targetsOf(asked: readonly string[], root: string): string[] {
  const targets = asked.map((path) => {
    const parts = path.split("/");
    const pattern = parts.findIndex((part) => /[*?{}[\]()!]/.test(part));
    return relative(root, resolve(root, ...(pattern < 0 ? parts : parts.slice(0, pattern))));
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

/** Other people's folders, and what editors write beside a file while they save it. */
const FOREIGN =
  /^(node_modules|\.git|4913|\.#.*|#.*#|.*~|\..*\.sw[px]|\.subl.*\.tmp|\.goutputstream-.*|.*___jb_(?:tmp|old)___)$/;

/** Turns single changes into calls that never overlap. */
class Bursts {
  private onChange: ((changed: readonly string[]) => Promise<void>) | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Changes that no call has answered yet. */
  private waiting = new Set<string>();
  private call: Promise<void> | undefined;

  note(path: string): void {
    this.waiting.add(path);
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.answer();
    }, SETTLE_MS);
  }

  start(onChange: (changed: readonly string[]) => Promise<void>): void {
    this.onChange = onChange;
    if (this.waiting.size > 0) this.wait();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.onChange = undefined;
    await this.call;
  }

  private answer(): void {
    if (this.waiting.size === 0 || !this.onChange || this.call) return;
    const changed = [...this.waiting];
    this.waiting.clear();
    this.call = this.onChange(changed).finally(() => {
      this.call = undefined;
      if (this.waiting.size > 0) this.wait();
    });
  }
}
