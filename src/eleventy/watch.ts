// Watches a site root with the watcher that Eleventy uses, and calls back once for each burst of saves.
import { watch } from "@11ty/chokidar-with-glob-support";
import { join, relative } from "node:path";

/** Saves within this many milliseconds are one: editors write a file in several steps. */
const SETTLE_MS = 60;

/** What an owner edits; everything else in a site root is derived or not the site's. */
const WATCHED = ["content", "layouts", "public", ".eleventy.ts"];

/**
 * Calls `onChange` after each burst of changes, one call at a time; changes during a call cause one more.
 * @returns when watching has begun; call the result to stop.
 */
export async function watchSite(root: string, onChange: () => Promise<void>): Promise<() => Promise<void>> {
  const watcher = watch(
    WATCHED.map((path) => join(root, path)),
    {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path: string) => /(^|\/)(node_modules|\.git|\.cache)(\/|$)/.test(relative(root, path)),
    },
  );
  let timer: NodeJS.Timeout | undefined;
  // Calls wait for one another; `pending` keeps a burst during a call from queueing more than one.
  let last: Promise<void> = Promise.resolve();
  let pending = false;
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (pending) return;
      pending = true;
      last = last.then(() => {
        pending = false;
        return onChange();
      });
    }, SETTLE_MS);
  });
  await new Promise<void>((resolve) => {
    watcher.once("ready", resolve);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await last;
  };
}
