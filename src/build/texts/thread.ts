// A second thread for texts. Of a large site it is started before the first text is read, and renders while this thread reads
// and plans: by what is known of the site until then, which is nearly always what is known in the end. What it asked of the
// site is asked again afterwards, as of a text that an earlier build kept.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Addressed } from "../../content/addresses.ts";
import { packageRoot } from "../../package-root.ts";
import type { Site } from "../../site.ts";
import { mayHoldFences } from "./code-languages.ts";
import { answersStill, type Lookups } from "./lookups.ts";
import type { RenderedText, Text, TextsAround } from "./renderer.ts";
import type { Batch, EarlyText, ReadText, TextAnswer, TextMessage, TextsShared } from "./worker.ts";

/** Batches still to render, and the place of what is rendered. */
export interface Batches {
  take(): Batch | undefined;
  put(number: number, rendered: readonly RenderedText[]): void;
}

/** Texts handed over at a time while the site is read. */
const LOT = 20;

/** Bytes that threads see at one place: texts that wait on the other thread would else be there a second time. */
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
    // Whoever waits for the thread is told; where the build fails first, nobody does.
    this.#failed.catch(() => undefined);
    this.#worker.on("message", (said: TextAnswer) => {
      if ("early" in said) for (const one of said.early) this.#early.set(one.file, one);
    });
  }

  /** Has a text rendered, as far as there is time until `settle`. One with code waits: its colours depend on other texts. */
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

  /** The site is known: no text is begun any more of which the thread knows only a part of it. */
  async settle(around: TextsAround): Promise<void> {
    Atomics.store(this.#wanted, 0, 1);
    this.#send({ around });
    if (this.#read.size === 0) return;
    await this.#answer((said) => "settled" in said);
  }

  /** Whether something was made of a text: `find` says whether it is what it would become now. */
  has({ file }: Text): boolean {
    return this.#early.has(file);
  }

  /** What was made of a text, where that is what it would become now. */
  find(text: Text, lookups: Lookups): RenderedText | undefined {
    const read = this.#read.get(text.file);
    const early = this.#early.get(text.file);
    if (!read || !early) return undefined;
    const { title, cover, rendered } = early;
    const same = isSame({ ...read, title, cover }, text) && answersStill(rendered.asked, lookups, text);
    return same ? rendered : undefined;
  }

  /** Renders batches until there are none. Two are under way: while one is taken back, the next is at work. */
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

  /** The first answer that `wanted` takes. @throws what the thread did. */
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
