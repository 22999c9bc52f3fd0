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

/** A rendered text whose HTML is decoded each time it is read, and whose details are read on demand. */
export class StoredText implements DigestedText {
  readonly digest: string;
  readonly words: number;
  readonly pictures: Rendered["pictures"];
  readonly shown: Rendered["shown"];
  readonly cover?: CoverCopy;
  readonly frameHosts: Rendered["frameHosts"];
  readonly problems: Rendered["problems"];
  readonly #held: Held;

  constructor(facts: Omit<RenderedText, keyof Held | "asked">, held: Held) {
    this.digest = facts.digest;
    this.words = facts.words;
    this.pictures = facts.pictures;
    this.shown = facts.shown;
    if (facts.cover !== undefined) this.cover = facts.cover;
    this.frameHosts = facts.frameHosts;
    this.problems = facts.problems;
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
