// All texts of a site → their HTML and facts, on this thread, and on a second one when there is enough to do.
// Results are placed by the order of the entries, so the number of threads never shows in the output.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Entry } from "../content/types.ts";
import type { PictureIndex } from "../images/facts.ts";
import { languagesOf } from "../markdown/highlighter.ts";
import type { CoverCopy, Rendered } from "../markdown/types.ts";
import { packageRoot } from "../package-root.ts";
import { createTextRenderer, type RenderedText, type Text, type TextsAround } from "./text-renderer.ts";
import type { Batch } from "./text-worker.ts";

export interface TextsOptions {
  around: Omit<TextsAround, "languages">;
  /** What is known of the files of `around`, without those that are broken. */
  pictures: PictureIndex;
  /** Source of the picture that the page of an entry shows above its text. */
  cover?: (entry: Entry) => string | undefined;
  /** Called as texts are rendered. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Texts from which a second thread is worth its start. */
  worthAThread?: number;
}

/** Starting a thread and loading its modules takes as long as some five hundred texts. */
const WORTH_A_THREAD = 2000;

/** Texts handed over at a time: few enough that both threads end together, enough that messages do not count. */
const BATCH = 100;

/** Renders every entry. The result is in the order of `entries`. */
export async function renderTexts(
  entries: readonly Entry[],
  options: TextsOptions,
): Promise<Map<string, Rendered>> {
  const around: TextsAround = { ...options.around, languages: languagesOf(decoded(entries)) };
  const results = new Array<RenderedText | undefined>(entries.length);
  const queue = new Queue(entries, results, options);
  const threaded = entries.length >= (options.worthAThread ?? WORTH_A_THREAD);
  await Promise.all([
    renderHere(queue, around, options.pictures),
    ...(threaded ? [renderThere(queue, around)] : []),
  ]);
  const rendered = new Map<string, Rendered>();
  entries.forEach(({ file }, i) => {
    const result = results[i];
    if (!result) throw new Error(`${file} was not rendered.`);
    rendered.set(file, new StoredText(result));
  });
  return rendered;
}

/** Batches still to render, and the place of what is rendered. */
class Queue {
  #next = 0;
  #done = 0;
  readonly #entries: readonly Entry[];
  readonly #results: (RenderedText | undefined)[];
  readonly #options: TextsOptions;

  constructor(entries: readonly Entry[], results: (RenderedText | undefined)[], options: TextsOptions) {
    this.#entries = entries;
    this.#results = results;
    this.#options = options;
  }

  take(): Batch | undefined {
    const start = this.#next;
    if (start >= this.#entries.length) return undefined;
    this.#next = start + BATCH;
    const texts = this.#entries.slice(start, start + BATCH).map((entry): Text => {
      const { file, bodyLine, lang, url, title, typography, body } = entry;
      const cover = this.#options.cover?.(entry);
      const text = { file, bodyLine, lang, url, title, typography, body };
      return cover === undefined ? text : { ...text, cover };
    });
    return { start, texts };
  }

  put(start: number, rendered: readonly RenderedText[]): void {
    rendered.forEach((one, i) => (this.#results[start + i] = one));
    this.#done += rendered.length;
    this.#options.onProgress?.(this.#done, this.#entries.length);
  }
}

async function renderHere(queue: Queue, around: TextsAround, pictures: PictureIndex): Promise<void> {
  const render = await createTextRenderer(around, pictures);
  for (let batch = queue.take(); batch; batch = queue.take()) {
    queue.put(
      batch.start,
      batch.texts.map((text) => unsliced(render(text))),
    );
    // Lets the other thread's messages in.
    await new Promise(setImmediate);
  }
}

function renderThere(queue: Queue, around: TextsAround): Promise<void> {
  const worker = new Worker(join(packageRoot, "dist/build/text-worker.js"), { workerData: around });
  return new Promise<void>((resolve, reject) => {
    const ask = (): void => {
      const batch = queue.take();
      if (batch) worker.postMessage(batch);
      else
        void worker.terminate().then(() => {
          resolve();
        });
    };
    worker.on("message", ({ start, rendered }: { start: number; rendered: RenderedText[] }) => {
      queue.put(start, rendered);
      ask();
    });
    worker.on("error", reject);
    ask();
  });
}

/** The same values with strings of their own: a slice of a text keeps the whole text in memory. */
function unsliced(rendered: RenderedText): RenderedText {
  const { headings, references, ids, cover } = rendered;
  return {
    ...rendered,
    ...(JSON.parse(JSON.stringify({ headings, references, ids, cover })) as Pick<
      Rendered,
      "headings" | "references" | "ids" | "cover"
    >),
  };
}

function* decoded(entries: readonly Entry[]): Generator<string> {
  for (const { body } of entries) yield body.toString();
}

/** A rendered text whose HTML is decoded each time it is read. */
class StoredText implements Rendered {
  readonly headings: Rendered["headings"];
  readonly references: Rendered["references"];
  readonly ids: Rendered["ids"];
  readonly words: number;
  readonly pictures: Rendered["pictures"];
  readonly cover?: CoverCopy;
  readonly frameHosts: Rendered["frameHosts"];
  readonly problems: Rendered["problems"];
  readonly #html: Buffer;

  constructor({ html, ...facts }: RenderedText) {
    this.headings = facts.headings;
    this.references = facts.references;
    this.ids = facts.ids;
    this.words = facts.words;
    this.pictures = facts.pictures;
    if (facts.cover !== undefined) this.cover = facts.cover;
    this.frameHosts = facts.frameHosts;
    this.problems = facts.problems;
    this.#html = Buffer.from(html.buffer, html.byteOffset, html.byteLength);
  }

  get html(): string {
    return this.#html.toString();
  }
}
