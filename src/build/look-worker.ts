// The thread of `build/looking.ts`: told once of the site, then of each lot of pages that is written.
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { createHtmlCheck } from "../checks/html.ts";

/** Plain values, which structured cloning copies. */
export interface LookOptions {
  /** Absolute path. */
  folder: string;
  basePath: string;
  origin: string;
  alsoServed: readonly string[];
  /** All files of the site, and the pages that Carnet made. */
  files: string[];
  targets: string[];
}

export type LookMessage = { pages: string[]; feeds: string[] } | "end";

const port = parentPort;
if (!port) throw new Error("This file runs as a worker thread of a build.");

const { folder, ...options } = workerData as LookOptions;
const check = createHtmlCheck({ ...options, pathOf: (file) => join(folder, file) });

port.on("message", (message: LookMessage) => {
  if (message === "end") {
    port.postMessage(check.end());
    return;
  }
  for (const page of message.pages) check.page(page);
  for (const feed of message.feeds) check.feed(feed);
});
