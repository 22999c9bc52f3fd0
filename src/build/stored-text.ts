// A rendered text as a build holds it: its facts as values, its HTML as bytes until someone reads it.
import type { CoverCopy, Rendered } from "../markdown/types.ts";
import type { RenderedText } from "./text-renderer.ts";

/** A rendered text, and what changes when anything does that pages show of it. */
export interface DigestedText extends Rendered {
  readonly digest: string;
}

/** What few ask of a text. */
type Details = Pick<Rendered, "headings" | "references" | "ids">;

/** A rendered text whose HTML is decoded each time it is read, and whose details are asked for then. */
export class StoredText implements DigestedText {
  readonly digest: string;
  readonly words: number;
  readonly pictures: Rendered["pictures"];
  readonly shown: Rendered["shown"];
  readonly cover?: CoverCopy;
  readonly frameHosts: Rendered["frameHosts"];
  readonly problems: Rendered["problems"];
  readonly #html: Buffer;
  readonly #details: Details;

  constructor(facts: Omit<RenderedText, keyof Details | "asked">, details: Details) {
    const { html } = facts;
    this.digest = facts.digest;
    this.words = facts.words;
    this.pictures = facts.pictures;
    this.shown = facts.shown;
    if (facts.cover !== undefined) this.cover = facts.cover;
    this.frameHosts = facts.frameHosts;
    this.problems = facts.problems;
    this.#html = Buffer.from(html.buffer, html.byteOffset, html.byteLength);
    this.#details = details;
  }

  get headings(): Details["headings"] {
    return this.#details.headings;
  }

  get references(): Details["references"] {
    return this.#details.references;
  }

  get ids(): Details["ids"] {
    return this.#details.ids;
  }

  get html(): string {
    return this.#html.toString();
  }
}
