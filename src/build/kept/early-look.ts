// What the files of a large output look like, found on a thread while this one prepares the site: that takes as long as to
// read what all posts say.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../package-root.ts";
import type { LooksThere, Remembering } from "./output-memory.ts";

/** Undefined where they are to be looked at later. Never fails. */
export async function lookEarly(workerData: Remembering): Promise<LooksThere | undefined> {
  try {
    // Throws where the machine gives no further thread.
    const worker = new Worker(join(packageRoot, "dist/build/kept/look-worker.js"), { workerData });
    return await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", reject);
    });
  } catch {
    return undefined;
  }
}
