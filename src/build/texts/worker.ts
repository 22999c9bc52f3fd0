// A thread of `build/pool.ts`: renders texts with what it was given of the site around them.
import { workerData as given } from "node:worker_threads";
import { createTextRenderer, type RenderedText, type Text, type TextsAround } from "./renderer.ts";

let renderer: ReturnType<typeof createTextRenderer> | undefined;

/** The pool gives the thread a list: its own data, then those of the site. */
export async function renderBatch(texts: readonly Text[]): Promise<RenderedText[]> {
  const [, around] = given as [unknown, TextsAround];
  renderer ??= createTextRenderer(around);
  return texts.map(await renderer);
}
