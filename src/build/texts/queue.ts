// Texts still to be rendered, which two threads take in batches, and the results.
import { mayHoldFences } from "./code-languages.ts";
import type { RenderedText, Text } from "./renderer.ts";
import type { Batches } from "./thread.ts";
import type { Batch } from "./worker.ts";

/** Texts in one batch: enough that the cost of messages does not matter. */
const BATCH = 32;

/** Towards the end, a batch is one in so many of those left, so that both threads end together. */
const PART = 8;

export interface QueueOptions {
  /** Whether code of any text is coloured. */
  hasCode: boolean;
  /** Called as texts are rendered. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

export class TextQueue implements Batches {
  /** In the order of the texts. */
  readonly results: (RenderedText | undefined)[];
  readonly #texts: readonly Text[];
  readonly #hasCode: boolean;
  readonly #onProgress: QueueOptions["onProgress"];
  /** Indexes of the texts that nobody has taken. */
  readonly #plain: number[] = [];
  readonly #coded: number[] = [];
  /** Indexes of the texts in each batch that was taken, by its number. */
  readonly #batches: number[][] = [];
  #done = 0;

  constructor(texts: readonly Text[], { hasCode, onProgress }: QueueOptions) {
    this.#texts = texts;
    this.#hasCode = hasCode;
    this.#onProgress = onProgress;
    this.results = new Array<RenderedText | undefined>(texts.length);
  }

  get leftWithCode(): number {
    return this.#coded.length;
  }

  /** Adds some of the texts; those for which `known` has a result are not rendered. */
  add(wanted: (text: Text) => boolean, known?: (text: Text) => RenderedText | undefined): void {
    for (const [place, text] of this.#texts.entries()) {
      if (!wanted(text)) continue;
      const found = known?.(text);
      if (found) {
        this.results[place] = found;
        this.#done++;
      } else (this.#hasCode && mayHoldFences(text.body) ? this.#coded : this.#plain).push(place);
    }
  }

  /** With `code`, texts that may contain code come first; without it, only other texts are taken. */
  take({ code }: { code: boolean } = { code: true }): Batch | undefined {
    const left = code && this.#coded.length > 0 ? this.#coded : this.#plain;
    if (left.length === 0) return undefined;
    const places = left.splice(0, Math.min(BATCH, Math.ceil(left.length / PART)));
    const number = this.#batches.push(places) - 1;
    return { number, texts: places.flatMap((place) => this.#texts[place] ?? []) };
  }

  put(number: number, rendered: readonly RenderedText[]): void {
    rendered.forEach((one, i) => (this.results[this.#batches[number]?.[i] ?? -1] = one));
    this.#done += rendered.length;
    this.#onProgress?.(this.#done, this.#texts.length);
  }
}
