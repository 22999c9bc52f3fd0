// What the files of a large output look like, found on a thread while this one prepares the site: that takes as long as to
// read what all posts say.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../package-root.ts";
import type { LooksThere, Remembering } from "./output-memory.ts";

/** Undefined where they are to be looked at later. Never fails. */
export function lookEarly(workerData: Remembering): Promise<LooksThere | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(join(packageRoot, "dist/build/look-worker.js"), { workerData });
    worker.once("message", resolve);
    worker.once("error", () => {
      resolve(undefined);
    });
    worker.once("exit", () => {
      resolve(undefined);
    });
  });
}
