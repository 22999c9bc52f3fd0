// A rendered text as a build holds it: its facts as values, its HTML as bytes until it is read.
import type { CoverCopy, Rendered } from "../../markdown/types.ts";
import type { RenderedText } from "./renderer.ts";

/** A rendered text, with a digest that changes if anything that pages show of it does. */
export interface DigestedText extends Rendered {
  readonly digest: string;
}

/** What is read of few texts. */
interface Held extends Pick<Rendered, "headings" | "references" | "ids"> {
  html: Uint8Array;
}

/** What is read of all texts. */
export type Facts = Omit<RenderedText, keyof Held | "asked">;

/** A text with its facts as values, which other classes make whole. */
export abstract class TextFacts implements Facts {
  readonly digest: string;
  readonly words: number;
  readonly pictures: Rendered["pictures"];
  readonly shown: Rendered["shown"];
  readonly cover?: CoverCopy;
  readonly frameHosts: Rendered["frameHosts"];
  readonly problems: Rendered["problems"];

  constructor(facts: Facts) {
    this.digest = facts.digest;
    this.words = facts.words;
    this.pictures = facts.pictures;
    this.shown = facts.shown;
    if (facts.cover !== undefined) this.cover = facts.cover;
    this.frameHosts = facts.frameHosts;
    this.problems = facts.problems;
  }
}

/** A rendered text whose HTML is decoded each time it is read, and whose details are read on demand. */
export class StoredText extends TextFacts implements DigestedText {
  readonly #held: Held;

  constructor(facts: Facts, held: Held) {
    super(facts);
    this.#held = held;
  }

  get headings(): Held["headings"] {
    return this.#held.headings;
  }

  get references(): Held["references"] {
    return this.#held.references;
  }

  get ids(): Held["ids"] {
    return this.#held.ids;
  }

  get html(): string {
    const { buffer, byteOffset, byteLength } = this.#held.html;
    return Buffer.from(buffer, byteOffset, byteLength).toString();
  }
}
