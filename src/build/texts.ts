// All texts of a site → their HTML and facts, on this thread, and on a second one when there is enough to do.
// Results are placed by the order of the entries, so the number of threads never shows in the output.
import type { Entry } from "../content/types.ts";
import type { PictureIndex } from "../images/facts.ts";
import { digestOf, textOf } from "./digest.ts";
import { createLookups, type Lookups } from "./lookups.ts";
import { StoredText, type DigestedText } from "./stored-text.ts";
import type { TextCache } from "./text-cache.ts";
import { createTextRenderer, type RenderedText, type Text, type TextsAround } from "./text-renderer.ts";
import { TextThread, type Batches } from "./text-thread.ts";
import type { Batch } from "./text-worker.ts";

export interface TextsOptions {
  around: TextsAround;
  /** What is known of the files of `around`, without those that are broken. */
  pictures: PictureIndex;
  /** Source of the picture that the page of an entry shows above its text. */
  cover?: (entry: Entry) => string | undefined;
  /** What earlier runs rendered. */
  cache?: TextCache | undefined;
  /** Called as texts are rendered. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** One that may have rendered some of them already; whoever started it stops it. */
  thread?: Pick<TextThread, "settle" | "has" | "find" | "renderFrom"> | undefined;
  /** Texts from which a second thread is worth its start. */
  worthAThread?: number;
}

/** Starting a thread and loading its modules takes as long as some five hundred texts. */
const WORTH_A_THREAD = 2000;

/** Texts handed over at a time: enough that messages do not count. */
const BATCH = 32;

/** Towards the end, one in so many of those left: few enough that both threads end together. */
const PART = 8;

/** Renders every entry that no earlier run rendered. The result is in the order of `entries`. */
export async function renderTexts(
  entries: readonly Entry[],
  options: TextsOptions,
): Promise<Map<string, DigestedText>> {
  const { around } = options;
  const texts = entries.map((entry) => textOfEntry(entry, options.cover?.(entry)));
  const kept = keptTexts(around, options);
  const known = texts.map((text) => kept?.find(text));
  const missing = texts.filter((_, i) => known[i] === undefined);
  const rendered = await renderAll(missing, around, options);
  let next = 0;
  return new Map(
    texts.map((text, i) => {
      const found = known[i];
      if (found) return [text.file, new StoredText(found, found)];
      const made = rendered[next++];
      if (!made) throw new Error(`${text.file} was not rendered.`);
      kept?.keep(text, made);
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

interface KeptTexts {
  find(text: Text): RenderedText | undefined;
  keep(text: Text, rendered: RenderedText): void;
}

/** The cache as seen from this site with its settings, wherever its folder lies. */
function keptTexts(around: TextsAround, { cache, pictures }: TextsOptions): KeptTexts | undefined {
  if (!cache) return undefined;
  const settings = digestOf(textOf([{ ...around.site, root: "" }, around.languages]));
  const lookups = createLookups(pictures, new Set(around.paths));
  return {
    find: (text) => cache.find(text, settings, lookups),
    keep: (text, rendered) => {
      cache.keep(text, settings, rendered);
    },
  };
}

/** On this thread, and on a second one when there is enough to do or one is there. */
async function renderAll(
  texts: readonly Text[],
  around: TextsAround,
  { pictures, onProgress, thread: given, worthAThread = WORTH_A_THREAD }: TextsOptions,
): Promise<readonly (RenderedText | undefined)[]> {
  if (texts.length === 0) return [];
  const lookups = createLookups(pictures, new Set(around.paths));
  const started = !given && texts.length >= worthAThread ? new TextThread(around) : undefined;
  const thread = given ?? started;
  try {
    await thread?.settle(around);
    const queue = new Queue(texts, onProgress);
    const isEarly = (text: Text): boolean => thread?.has(text) === true;
    queue.add((text) => !isEarly(text));
    // The thread has work again before this one looks at what it did, and then helps with what it did in vain.
    const there = thread?.renderFrom(queue).then(() => thread.renderFrom(queue));
    queue.add(isEarly, (text) => thread?.find(text, lookups));
    await Promise.all([there, renderHere(queue, around, lookups)]);
    return queue.results;
  } finally {
    await started?.stop();
  }
}

/** Texts still to render, and the place of what is rendered. */
class Queue implements Batches {
  readonly results: (RenderedText | undefined)[];
  /** Places of those that are to be rendered. */
  readonly #left: number[] = [];
  #next = 0;
  #done = 0;
  readonly #texts: readonly Text[];
  readonly #onProgress: TextsOptions["onProgress"];

  constructor(texts: readonly Text[], onProgress: TextsOptions["onProgress"]) {
    this.#texts = texts;
    this.#onProgress = onProgress;
    this.results = new Array<RenderedText | undefined>(texts.length);
  }

  /** Adds some of the texts; what is known of one is not rendered. */
  add(wanted: (text: Text) => boolean, known?: (text: Text) => RenderedText | undefined): void {
    for (const [place, text] of this.#texts.entries()) {
      if (!wanted(text)) continue;
      const found = known?.(text);
      if (found) {
        this.results[place] = found;
        this.#done++;
      } else this.#left.push(place);
    }
  }

  take(): Batch | undefined {
    const start = this.#next;
    const size = Math.min(BATCH, Math.ceil((this.#left.length - start) / PART));
    const places = this.#left.slice(start, start + size);
    this.#next += places.length;
    return places.length === 0
      ? undefined
      : { start, texts: places.flatMap((place) => this.#texts[place] ?? []) };
  }

  put(start: number, rendered: readonly RenderedText[]): void {
    rendered.forEach((one, i) => (this.results[this.#left[start + i] ?? -1] = one));
    this.#done += rendered.length;
    this.#onProgress?.(this.#done, this.#texts.length);
  }
}

async function renderHere(queue: Queue, around: TextsAround, lookups: Lookups): Promise<void> {
  const render = await createTextRenderer(around, lookups);
  for (let batch = queue.take(); batch; batch = queue.take()) {
    queue.put(
      batch.start,
      batch.texts.map((text) => unsliced(render(text))),
    );
    // Lets the other thread's messages in.
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
