// A thread that renders texts for `build/texts.ts`: told once of the site, then asked for a batch at a time.
import { parentPort, workerData } from "node:worker_threads";
import { createPictureIndex } from "../images/facts.ts";
import { createTextRenderer, type Text, type TextsAround } from "./text-renderer.ts";

/** What the main thread sends and receives. */
export interface Batch {
  start: number;
  texts: Text[];
}

const port = parentPort;
if (!port) throw new Error("This file runs as a worker thread of a build.");

const around = workerData as TextsAround;
const ready = createTextRenderer(around, createPictureIndex(around.files).without(new Set(around.broken)));

port.on("message", ({ start, texts }: Batch) => {
  void ready.then((render) => {
    const rendered = texts.map(render);
    port.postMessage(
      { start, rendered },
      rendered.map(({ html }) => html.buffer as ArrayBuffer),
    );
  });
});
