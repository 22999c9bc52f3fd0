// All texts of a site → their HTML and facts, rendered on this thread, and on a second one if there is enough to do.
// Results are placed by the order of the entries, so the number of threads never affects the output.
import type { Entry } from "../../content/types.ts";
import type { PictureIndex } from "../../images/facts.ts";
import { digestOf, textOf } from "../machine/digest.ts";
import { createLookups, type Lookups } from "./lookups.ts";
import { StoredText, type DigestedText } from "./stored-text.ts";
import type { TextCache } from "./cache.ts";
import { createTextRenderer, type RenderedText, type Text, type TextsAround } from "./renderer.ts";
import { TextQueue } from "./queue.ts";
import { TextThread } from "./thread.ts";
import type { Batch } from "./worker.ts";

export interface TextsOptions {
  around: TextsAround;
  /** What is known of the files of `around`, without broken pictures. */
  pictures: PictureIndex;
  /** Source of the picture that the page of an entry shows above its text. */
  cover?: (entry: Entry) => string | undefined;
  /** What earlier runs rendered. */
  cache?: TextCache | undefined;
  /** Called as texts are rendered. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** A thread that may have rendered some of them already; its creator stops it. */
  thread?: Pick<TextThread, "settle" | "has" | "find" | "renderFrom"> | undefined;
  /** From this number of texts, a second thread is worth starting. */
  worthAThread?: number;
}

/** Starting a thread and loading its modules takes as long as some five hundred texts. */
const WORTH_A_THREAD = 2000;

/** Renders every entry that no earlier run rendered. The result is in the order of `entries`. */
export async function renderTexts(
  entries: readonly Entry[],
  options: TextsOptions,
): Promise<Map<string, DigestedText>> {
  const { around, pictures, cache } = options;
  const texts = entries.map((entry) => textOfEntry(entry, options.cover?.(entry)));
  const lookups = createLookups(pictures, new Set(around.paths), around.texts);
  // The cache is the same wherever the site's folder is.
  const settings = digestOf(textOf([{ ...around.site, root: "" }, around.languages]));
  const known = texts.map((text) => cache?.find(text, settings, lookups));
  const missing = texts.filter((_, i) => known[i] === undefined);
  const rendered = await renderAll(missing, lookups, options);
  let next = 0;
  return new Map(
    texts.map((text, i) => {
      const found = known[i];
      if (found) return [text.file, new StoredText(found, found)];
      const made = rendered[next++];
      if (!made) throw new Error(`${text.file} was not rendered.`);
      cache?.keep(text, settings, made);
      const { headings, references, ids, html } = made;
      return [text.file, new StoredText(made, { headings, references, ids, html })];
    }),
  );
}

function textOfEntry(
  { file, bodyLine, lang, url, title, typography, text: { body } }: Entry,
  cover?: string,
): Text {
  const text = { file, bodyLine, lang, url, title, typography, body };
  return cover === undefined ? text : { ...text, cover };
}

/** On this thread, and on a second one if there is enough to do or one is already running. */
async function renderAll(
  texts: readonly Text[],
  lookups: Lookups,
  { around, onProgress, thread: given, worthAThread = WORTH_A_THREAD }: TextsOptions,
): Promise<readonly (RenderedText | undefined)[]> {
  if (texts.length === 0) return [];
  const started = !given && texts.length >= worthAThread ? new TextThread(around) : undefined;
  const thread = given ?? started;
  try {
    await thread?.settle(around);
    const queue = new TextQueue(texts, { hasCode: around.languages.length > 0, onProgress });
    const isEarly = (text: Text): boolean => thread?.has(text) === true;
    queue.add((text) => !isEarly(text));
    // The thread receives work before this one checks its early results, and then helps to render those that cannot be used.
    const there = thread?.renderFrom(queue).then(() => thread.renderFrom(queue));
    queue.add(isEarly, (text) => thread?.find(text, lookups));
    await Promise.all([there, renderHere(queue, { around, lookups, isAlone: !thread })]);
    return queue.results;
  } finally {
    await started?.stop();
  }
}

/**
 * From this number of texts with code, it is worth loading what colours it on a second thread: it is compiled as it is used.
 */
const MANY_WITH_CODE = 150;

/** If there is another thread, it alone renders texts with code, unless they are many. */
async function renderHere(
  queue: TextQueue,
  { around, lookups, isAlone }: { around: TextsAround; lookups: Lookups; isAlone: boolean },
): Promise<void> {
  const plain = isAlone ? around : { ...around, languages: [] };
  await renderBatches(await createTextRenderer(plain, lookups), queue, () => queue.take({ code: isAlone }));
  if (queue.leftWithCode < MANY_WITH_CODE) return;
  await renderBatches(await createTextRenderer(around, lookups), queue, () => queue.take({ code: true }));
}

async function renderBatches(
  render: (text: Text) => RenderedText,
  queue: TextQueue,
  take: () => Batch | undefined,
): Promise<void> {
  for (let batch = take(); batch; batch = take()) {
    queue.put(
      batch.number,
      batch.texts.map((text) => unsliced(render(text))),
    );
    // Lets messages of the other thread in.
    await new Promise(setImmediate);
  }
}

/** The same values with strings of their own: a slice of a text keeps the whole text in memory. */
function unsliced(rendered: RenderedText): RenderedText {
  const { headings, references, ids, cover, shown, asked } = rendered;
  return {
    ...rendered,
    ...(JSON.parse(JSON.stringify({ headings, references, ids, cover, shown, asked })) as Pick<
      RenderedText,
      "headings" | "references" | "ids" | "cover" | "shown" | "asked"
    >),
  };
}
