// Watches a site root, and tells of each burst of saves. The root itself is watched, so that a folder or `.eleventy.ts`
// that does not exist yet is noticed when it is created.
import { watch } from "chokidar";
import { realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CONFIG_FILE } from "../build/theme/own-layouts.ts";

/** What an owner edits; everything else in a site root is derived, or not part of the site. */
const WATCHED = new Set(["content", "layouts", "public", "_data", CONFIG_FILE]);

/** Saves within this many milliseconds count as one: editors write a file in several steps. */
const SETTLE_MS = 60;

export interface SiteWatcher {
  /**
   * The paths of each burst of changes, relative to the site root and with forward slashes, until `stop` is called. What changes
   * while one is being handled is in the next one; the first has what changed before this was called.
   */
  bursts(): AsyncGenerator<readonly string[], void>;
  /** From now on, also watches these paths and what is below: what the owner's code imports, or asked to watch or to copy. */
  follow(asked: Iterable<string>): void;
  stop(): Promise<void>;
}

/** Resolves when watching has begun. `onError` is called if the system cannot watch all files. */
export async function watchSite(site: string, onError: (error: unknown) => void): Promise<SiteWatcher> {
  const root = realpathSync(site);
  const followed = new Set<string>();
  /** Changes that are in no burst yet, and the number of all. */
  const waiting = new Set<string>();
  let changes = 0;
  let isStopped = false;
  let wake = (): void => undefined;

  const note = (path: string): void => {
    waiting.add(relative(root, path).split(sep).join("/"));
    changes++;
    wake();
  };
  const isIgnored = (path: string): boolean => {
    const parts = relative(root, path).split(sep);
    if (parts.some((name) => FOREIGN.test(name))) return true;
    if (path === root || WATCHED.has(parts[0] ?? "")) return false;
    return ![...followed].some((one) => path === one || path.startsWith(one + sep));
  };
  // A folder named `blog (copie)` is not a pattern. Waiting for a removed file to come back would make two calls of one rename.
  const options = { ignoreInitial: true, followSymlinks: false, disableGlobbing: true, atomic: false };
  const watcher = watch(root, { ...options, ignored: isIgnored });
  watcher.on("all", (_, path) => {
    note(path);
  });
  watcher.on("error", onError);
  await new Promise((begun) => watcher.once("ready", begun));
  return {
    async *bursts() {
      for (;;) {
        if (waiting.size === 0 && !isStopped) await new Promise<void>((resolve) => (wake = resolve));
        let seen: number;
        do {
          seen = changes;
          await setTimeout(SETTLE_MS);
        } while (seen !== changes);
        if (isStopped) return;
        const burst = [...waiting];
        waiting.clear();
        yield burst;
      }
    },
    follow(asked) {
      const paths = [...asked].flatMap((path) => targetOf(path, root)).filter((path) => !followed.has(path));
      for (const path of paths) followed.add(path);
      if (paths.length > 0) watcher.add(paths);
    },
    async stop() {
      isStopped = true;
      wake();
      await watcher.close();
    },
  };
}

/** What is made from the site: a change there is no reason to build again. */
const DERIVED = /^(?:_site|_preview|\.cache|node_modules|\.git)(?:\/|$)/;

/** Absolute path of what an owner asked to watch (for a pattern, the folder before its first wildcard); never the whole site. */
function targetOf(asked: string, root: string): string[] {
  const parts = asked.split("/");
  const pattern = parts.findIndex((part) => /[*?{}[\]()!]/.test(part));
  const target = relative(root, resolve(root, (pattern < 0 ? parts : parts.slice(0, pattern)).join("/")));
  const isAround = /^(?:\.\.[\\/]?)*$/.test(target);
  return isAround || DERIVED.test(target) || WATCHED.has(target.split(sep)[0] ?? "")
    ? []
    : [join(root, target)];
}

/** Other people's folders, and files that editors write beside a file while they save it. */
const FOREIGN =
  /^(node_modules|\.git|4913|\.#.*|#.*#|.*~|\..*\.sw[a-px]|.*\.crswap|\.subl.*\.tmp|\.goutputstream-.*|.*___jb_(?:tmp|old)___)$/;
