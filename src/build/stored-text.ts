// A rendered text as a build holds it: its facts as values, its HTML as bytes until someone reads it.
import type { CoverCopy, Rendered } from "../markdown/types.ts";
import type { RenderedText } from "./text-renderer.ts";

/** A rendered text, and what changes when anything does that pages show of it. */
export interface DigestedText extends Rendered {
  readonly digest: string;
}

/** A rendered text whose HTML is decoded each time it is read. */
export class StoredText implements DigestedText {
  readonly digest: string;
  readonly headings: Rendered["headings"];
  readonly references: Rendered["references"];
  readonly ids: Rendered["ids"];
  readonly words: number;
  readonly pictures: Rendered["pictures"];
  readonly shown: Rendered["shown"];
  readonly cover?: CoverCopy;
  readonly frameHosts: Rendered["frameHosts"];
  readonly problems: Rendered["problems"];
  readonly #html: Buffer;

  constructor({ html, ...facts }: RenderedText) {
    this.digest = facts.digest;
    this.headings = facts.headings;
    this.references = facts.references;
    this.ids = facts.ids;
    this.words = facts.words;
    this.pictures = facts.pictures;
    this.shown = facts.shown;
    if (facts.cover !== undefined) this.cover = facts.cover;
    this.frameHosts = facts.frameHosts;
    this.problems = facts.problems;
    this.#html = Buffer.from(html.buffer, html.byteOffset, html.byteLength);
  }

  get html(): string {
    return this.#html.toString();
  }
}
