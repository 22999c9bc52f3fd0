// A thread of `build/pool.ts`: renders texts with what it was given of the site around them.
import { workerData as given } from "node:worker_threads";
import { createPictureIndex } from "../../images/facts.ts";
import { createLookups } from "./lookups.ts";
import { createTextRenderer, type RenderedText, type Text, type TextsAround } from "./renderer.ts";

let renderer: Promise<(text: Text) => RenderedText> | undefined;

/** The pool gives the thread a list: its own data, then those of the site. */
export async function renderBatch(texts: readonly Text[]): Promise<RenderedText[]> {
  const [, around] = given as [unknown, TextsAround];
  renderer ??= createTextRenderer(
    around,
    createLookups(
      createPictureIndex(around.files, new Set(around.broken)),
      new Set(around.paths),
      around.texts,
    ),
  );
  return texts.map(await renderer);
}
