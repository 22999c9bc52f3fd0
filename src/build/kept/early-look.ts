// Inspects the files of a large output on a thread while the main one prepares the site: it takes as long as reading all posts.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../package-root.ts";
import type { LooksThere, Remembering } from "./output-memory.ts";

/** Returns `undefined` if the files have to be inspected later. Never rejects. */
export async function lookEarly(workerData: Remembering): Promise<LooksThere | undefined> {
  try {
    // Throws if the system cannot start another thread.
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
