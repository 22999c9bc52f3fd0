// A thread that looks at pages while the others are rendered: on two cores, looking then takes hardly any time.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { HtmlChecked } from "../checks/html.ts";
import { packageRoot } from "../package-root.ts";
import type { Plan } from "../pages/types.ts";
import type { LookMessage, LookOptions } from "./look-worker.ts";
import { lookedAt, type Looked } from "./verify.ts";

/** Pages from which a thread is worth its start. */
const WORTH_A_THREAD = 500;

export interface Looking {
  /** Says that these pages are written. */
  wrote(pages: Plan["pages"]): void;
  /** What was found, once all are written. */
  end(): Promise<Looked>;
  /** Ends the thread, whatever it is doing. */
  stop(): Promise<void>;
}

/** `folder` is where the whole site is rendered, `files` those that its pages may link to. Undefined for a small site. */
export function startLooking(plan: Plan, folder: string, files: Iterable<string>): Looking | undefined {
  const { pages, feeds } = lookedAt(plan);
  if (pages.length < WORTH_A_THREAD) return undefined;
  const { basePath, origin, alsoServed } = plan.content.site;
  const workerData: LookOptions = { folder, basePath, origin, alsoServed, files: [...files], targets: pages };
  const worker = new Worker(join(packageRoot, "dist/build/look-worker.js"), { workerData });
  const send = (message: LookMessage): void => {
    worker.postMessage(message);
  };
  const wanted = { pages: new Set(pages), feeds: new Set(feeds) };
  const found = new Promise<HtmlChecked>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  // Where the build fails first, nobody asks.
  found.catch(() => undefined);
  return {
    wrote(written) {
      const outputs = written.map(({ output }) => output);
      send({
        pages: outputs.filter((file) => wanted.pages.has(file)),
        feeds: outputs.filter((file) => wanted.feeds.has(file)),
      });
    },
    async end() {
      send("end");
      const { problems, anchors } = await found;
      return { problems, anchors };
    },
    async stop() {
      await worker.terminate();
    },
  };
}
