// All texts of a site → their HTML and facts: from the store where nothing that they depend on has changed, otherwise rendered on
// this thread, and on others if there is enough to do. Results are in the order of the entries, however many threads there are.
import { availableParallelism } from "node:os";
import type { Entry } from "../../content/types.ts";
import type { PictureIndex } from "../../images/facts.ts";
import type { Rendered } from "../../markdown/types.ts";
import { digestOf } from "../../files.ts";
import { textOf } from "../digest.ts";
import { Pool } from "../pool.ts";
import { answersStill, createLookups } from "./lookups.ts";
import { createTextRenderer, type RenderedText, type Text, type TextsAround } from "./renderer.ts";

export interface TextsOptions {
  around: TextsAround;
  /** What is known of the files of `around`. */
  pictures: PictureIndex;
  /** Source of the picture that the page of an entry shows above its text. */
  cover: (entry: Entry) => string | undefined;
  /** What earlier runs rendered. */
  stored: Pick<Map<string, RenderedText>, "get"> & { keep(key: string, text: RenderedText): void };
  /** Called as texts are rendered. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A rendered text, whose HTML is decoded each time it is read. */
export type DigestedText = Rendered & Pick<RenderedText, "digest" | "media">;

/** By source file. Renders every entry that no earlier run rendered. */
export async function renderTexts(
  entries: readonly Entry[],
  { around, pictures, cover, stored, onProgress }: TextsOptions,
): Promise<Map<string, DigestedText>> {
  const lookups = createLookups(pictures, around.paths, around.texts);
  // The cache is the same wherever the site's folder is.
  const settings = digestOf(textOf([{ ...around.site, root: "" }, around.languages]));
  const texts = entries.map((entry) => {
    const { file, bodyLine, lang, url, title, typography, body } = entry;
    const above = cover(entry);
    const of: Text = { file, bodyLine, lang, url, title, typography, body };
    if (above !== undefined) of.cover = above;
    const key = keyOf(of, settings);
    const known = stored.get(key);
    const isGood = known && answersStill(known.asked, lookups, of) && (known.lint ?? !around.lint);
    return { of, key, known: isGood ? known : undefined };
  });
  const missing = texts.filter(({ known }) => !known);
  const toRender = missing.map(({ of }) => of);
  const rendered = missing.length > 0 ? await renderAll(toRender, around, pictures, onProgress) : [];
  missing.forEach((one, i) => {
    one.known = rendered[i];
    if (one.known) stored.keep(one.key, one.known);
  });
  return new Map(
    texts.map(({ of: { file }, known }) => {
      if (!known) throw new Error(`${file} was not rendered.`);
      return [file, digested(known)];
    }),
  );
}

/** The key of a text: all that it is rendered from, except the answers of the site. */
function keyOf({ body, ...text }: Text, settings: string): string {
  return digestOf(JSON.stringify([settings, text, digestOf(body)]));
}

function digested({ html, ...facts }: RenderedText): DigestedText {
  const decoder = new TextDecoder();
  return {
    ...facts,
    get html() {
      return decoder.decode(html);
    },
  };
}

/** A thread is started for each of so many texts: it loads the code that renders for itself. */
const WORTH_A_THREAD = 1000;

/** Texts in one batch: enough that the cost of messages does not matter. */
const BATCH = 32;

async function renderAll(
  texts: readonly Text[],
  around: TextsAround,
  pictures: PictureIndex,
  onProgress: TextsOptions["onProgress"],
): Promise<RenderedText[]> {
  const render = await createTextRenderer(around, pictures);
  const rendered: RenderedText[] = [];
  let [begun, done] = [0, 0];
  const renderBatches = async (how: (batch: Text[]) => Promise<RenderedText[]>): Promise<void> => {
    while (begun < texts.length) {
      const from = begun;
      const made = await how(texts.slice(from, (begun += BATCH)));
      made.forEach((one, i) => (rendered[from + i] = one));
      onProgress?.((done += made.length), texts.length);
    }
  };
  const threads = Math.min(availableParallelism() - 1, Math.floor(texts.length / WORTH_A_THREAD));
  const lanes = [
    renderBatches(async (batch) => {
      // Lets the answers of the other threads in.
      await new Promise(setImmediate);
      return batch.map(render);
    }),
  ];
  const pool = new Pool();
  try {
    if (threads > 0) pool.start("texts", around, threads);
    // While the result of one batch is received, the thread works on the next.
    for (let i = 0; i < 2 * threads; i++) lanes.push(renderBatches((batch) => pool.run("texts", batch)));
    await Promise.all(lanes);
    return rendered;
  } finally {
    await pool.stop();
  }
}
