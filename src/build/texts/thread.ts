// A second thread for texts. On a large site it starts before the first text is read, and renders while this thread reads and
// plans. It uses what is known of the site by then, which is nearly always what is known in the end. Its lookups are repeated
// afterwards, as for a text that an earlier build stored.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Addressed } from "../../content/addresses.ts";
import { packageRoot } from "../../package-root.ts";
import type { Site } from "../../site/site.ts";
import { mayHoldFences } from "./code-languages.ts";
import { answersStill, type Lookups } from "./lookups.ts";
import type { RenderedText, Text, TextsAround } from "./renderer.ts";
import type { Batch, EarlyText, ReadText, TextAnswer, TextMessage, TextsShared } from "./worker.ts";

/** Batches still to be rendered, and where their results go. */
export interface Batches {
  take(): Batch | undefined;
  put(number: number, rendered: readonly RenderedText[]): void;
}

/** Texts handed over at a time while the site is read. */
const LOT = 20;

/** Bytes that threads share: otherwise, texts that wait for the other thread would be in memory twice. */
class SharedBytes {
  #room = new SharedArrayBuffer(0);
  #used = 0;

  copy(bytes: Uint8Array): Buffer {
    if (this.#used + bytes.length > this.#room.byteLength) {
      this.#room = new SharedArrayBuffer(Math.max(SLAB, bytes.length));
      this.#used = 0;
    }
    const copy = Buffer.from(this.#room, this.#used, bytes.length);
    copy.set(bytes);
    this.#used += bytes.length;
    return copy;
  }
}

/** In bytes. */
const SLAB = 1_000_000;

export class TextThread {
  readonly #site: Site;
  readonly #shared = new SharedBytes();
  readonly #worker: Worker;
  readonly #wanted = new Int32Array(new SharedArrayBuffer(4));
  readonly #failed: Promise<never>;
  readonly #read = new Map<string, ReadText>();
  readonly #early = new Map<string, EarlyText>();
  #lot: ReadText[] = [];

  constructor({ site, files }: Pick<TextsAround, "site" | "files">) {
    this.#site = site;
    const workerData: TextsShared = { site, files, wanted: this.#wanted };
    this.#worker = new Worker(join(packageRoot, "dist/build/texts/worker.js"), { workerData });
    this.#failed = new Promise((_, reject) => this.#worker.once("error", reject));
    // Callers that wait for the thread receive the error; if the build fails first, there are none.
    this.#failed.catch(() => undefined);
    this.#worker.on("message", (said: TextAnswer) => {
      if ("early" in said) for (const one of said.early) this.#early.set(one.file, one);
    });
  }

  /** Has a text rendered, if there is time before `settle`. A text with code is left out: its colours depend on other texts. */
  read(entry: Addressed): void {
    const { lang, title, url, bodyLine, data } = entry;
    const { file } = entry.source;
    if (mayHoldFences(entry.text.body)) return;
    const typography = data.typography ?? this.#site.typography;
    const body = this.#shared.copy(entry.text.body);
    entry.text = { head: entry.text.head, body };
    const one: ReadText = { file, lang, title, url, body, bodyLine, typography, image: data.image?.trim() };
    this.#read.set(file, one);
    this.#lot.push(one);
    if (this.#lot.length < LOT) return;
    this.#send({ read: this.#lot });
    this.#lot = [];
  }

  /** The site is now known: the thread begins no further text with only a part of it. */
  async settle(around: TextsAround): Promise<void> {
    Atomics.store(this.#wanted, 0, 1);
    this.#send({ around });
    if (this.#read.size === 0) return;
    await this.#answer((said) => "settled" in said);
  }

  /** Whether the thread has an early result for a text; `find` checks whether it is still right. */
  has({ file }: Text): boolean {
    return this.#early.has(file);
  }

  /** The early result for a text, if it would be the same now. */
  find(text: Text, lookups: Lookups): RenderedText | undefined {
    const read = this.#read.get(text.file);
    const early = this.#early.get(text.file);
    if (!read || !early) return undefined;
    const { title, cover, rendered } = early;
    const same = isSame({ ...read, title, cover }, text) && answersStill(rendered.asked, lookups, text);
    return same ? rendered : undefined;
  }

  /**
   * Renders batches until none is left. Two are under way: while the result of one is received, the thread works on the next.
   */
  async renderFrom(queue: Batches): Promise<void> {
    const lane = async (): Promise<void> => {
      for (let batch = queue.take(); batch; batch = queue.take())
        queue.put(batch.number, await this.#render(batch));
    };
    await Promise.all([lane(), lane()]);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #render(batch: Batch): Promise<RenderedText[]> {
    this.#send(batch);
    const { rendered } = await this.#answer(
      (said) => "number" in said && said.number === batch.number && said,
    );
    return rendered;
  }

  #send(message: TextMessage): void {
    this.#worker.postMessage(message);
  }

  /** The first answer that `wanted` accepts. @throws the failure of the thread. */
  #answer<T>(wanted: (said: TextAnswer) => T | false): Promise<T> {
    const given = new Promise<T>((resolve) => {
      const listen = (said: TextAnswer): void => {
        const taken = wanted(said);
        if (taken === false) return;
        this.#worker.off("message", listen);
        resolve(taken);
      };
      this.#worker.on("message", listen);
    });
    return Promise.race([given, this.#failed]);
  }
}

function isSame(one: Omit<Text, "cover"> & { cover: string | undefined }, text: Text): boolean {
  return (
    one.body === text.body &&
    one.bodyLine === text.bodyLine &&
    one.lang === text.lang &&
    one.url === text.url &&
    one.title === text.title &&
    one.typography === text.typography &&
    one.cover === text.cover
  );
}
