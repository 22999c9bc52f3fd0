// The thread of `build/pages/thread.ts`: receives the site once, then pages to write and verify. It writes what it receives at
// once, and verifies when no message is waiting: the folder is thus complete as early as possible.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { createHtmlCheck, type Anchors, type HtmlCheck, type HtmlChecked } from "../../checks/html.ts";
import type { Part } from "../../markup.ts";
import type { Problem } from "../../problems.ts";
import { Folders } from "../machine/folders.ts";
import { Gate } from "../machine/gate.ts";

/** Plain values, which structured cloning copies. */
export interface PageSite {
  /** Absolute path. */
  folder: string;
  basePath: string;
  origin: string;
  alsoServed: readonly string[];
  /** All files of the site, those that stay in the output, and the pages that Carnet made. */
  files: string[];
  kept: string[];
  targets: string[];
  output: string;
  linked: Anchors;
}

/** Memory that both threads share. */
export interface PageShared {
  /** Of `build/machine/gate.ts`: shut when nothing may be written any more. */
  gate: SharedArrayBuffer;
  /** One number: how many of the texts received have been verified. */
  looked: Int32Array;
}

export interface Handed {
  /** Path in the folder. */
  file: string;
  /** What to write there; absent if it is already written. */
  text?: string;
  /** What to verify it as; absent for a file that is not verified. */
  kind?: "page" | "feed" | undefined;
  /** Of a page: the only part that is verified, unless something is wrong there. */
  part?: Part;
}

/** After the site: files, or a question. */
export type PageMessage = Handed[] | "written?" | "end";

/** `written` once all that came before the question is; problems as they are found, and the rest at the end. */
export type PageAnswer = "written" | Problem[] | HtmlChecked;

const port = parentPort;
if (!port) throw new Error("This file runs as a worker thread of a build.");

const { gate: shared, looked } = workerData as PageShared;

port.once("message", ({ folder, output, kept, ...options }: PageSite) => {
  const staying = new Set(kept);
  const pathOf = (file: string): string => join(staying.has(file) ? output : folder, file);
  const check = createHtmlCheck({ ...options, pathOf });
  serve(port, check, new Folders(folder));
});

function serve(asking: MessagePort, check: HtmlCheck, folders: Folders): void {
  const gate = new Gate(shared);
  const waiting: Handed[][] = [];
  let ended = false;
  const say = (answer: PageAnswer): void => {
    asking.postMessage(answer);
  };
  const take = (lot: Handed[]): void => {
    for (const { file, text } of lot)
      if (text !== undefined)
        gate.pass(() => {
          writeFileSync(folders.room(file), text);
        });
    waiting.push(lot);
  };
  /** Verifies one batch, and lets messages in before the next. */
  const look = (): void => {
    for (const { file, text, kind, part } of waiting.shift() ?? []) {
      if (kind) check[kind](file, text, part);
      if (text !== undefined) Atomics.add(looked, 0, 1);
    }
    const found = check.found();
    if (found.length > 0) say(found);
    if (waiting.length > 0) setImmediate(look);
    else if (ended) say(check.end());
  };
  asking.on("message", (message: PageMessage) => {
    if (message === "written?") say("written");
    else {
      const idle = waiting.length === 0;
      if (message === "end") ended = true;
      else take(message);
      if (idle) setImmediate(look);
    }
  });
}
