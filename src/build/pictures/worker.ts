// The other side of `build/pictures/process.ts`: handles several requests at a time, and reports its progress.
import { isDecodable, isDrawable } from "../../images/derive.ts";
import { failedOf, type Failed } from "../machine/failed.ts";
import { loadMakers } from "./make-picture.ts";
import type { PictureJob } from "./jobs.ts";
import { openPictureStore, type StoreOptions } from "./store.ts";
import { publishPictures } from "./publish-pictures.ts";

export type PictureAsk =
  | { ask: "decodable"; path: string; animated: boolean }
  | { ask: "drawable"; path: string }
  | {
      ask: "publish";
      root: string;
      cache: StoreOptions;
      folder: string;
      jobs: readonly PictureJob[];
      wanted: ReadonlySet<string>;
    };

export type PictureMessage = { id: number } & (PictureAsk | { ask: "stop" });

/** Argument of a process that is started before its first request. */
export type PictureStart = "early";

export type PictureAnswer = { id: number } & (
  | { decodes: string }
  | { written: true }
  | { done: unknown }
  | { failed: Failed }
);

// Started for a first build, which makes pictures of all kinds: loads what makes them before any is requested.
if (process.argv.includes("early" satisfies PictureStart)) void loadMakers();

const underWay = new Map<number, AbortController>();

process.on("message", (message) => {
  const asked = message as PictureMessage;
  if (asked.ask === "stop") underWay.get(asked.id)?.abort();
  else void serve(asked);
});

// The other process is gone. An ordinary exit would wait for the pictures that are being encoded.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

// Ctrl+C, or the end of the terminal, is handled by the main process, which decides when this one ends.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => undefined);

async function serve({ id, ...asked }: { id: number } & PictureAsk): Promise<void> {
  const control = new AbortController();
  underWay.set(id, control);
  try {
    tell({ id, done: await work(id, asked, control.signal) });
  } catch (error) {
    tell({ id, failed: failedOf(error) });
  } finally {
    underWay.delete(id);
  }
}

async function work(id: number, asked: PictureAsk, signal: AbortSignal): Promise<unknown> {
  if (asked.ask === "decodable") return isDecodable(asked.path, asked.animated);
  if (asked.ask === "drawable") return isDrawable(asked.path);
  const { root, cache, folder, jobs, wanted } = asked;
  return publishPictures({
    ...{ root, folder, jobs, wanted, signal, store: openPictureStore(root, cache) },
    onDecode: (file) => {
      tell({ id, decodes: file });
    },
    onWritten: () => {
      tell({ id, written: true });
    },
  });
}

function tell(answer: PictureAnswer): void {
  process.send?.(answer);
}
