// A rendered text as the cache holds it: what a build asks of all texts as values, what it asks of few as bytes, until someone does.
import type { RenderedText } from "./text-renderer.ts";

/** What nobody asks of a text that nothing changed around. */
export type Details = Pick<RenderedText, "headings" | "references" | "ids" | "asked">;

export function detailsAsBytes({ headings, references, ids, asked }: Details): Buffer {
  return Buffer.from(JSON.stringify([headings, references, ids, asked]));
}

type Written = [Details["headings"], Details["references"], Details["ids"], Details["asked"]];

export class KeptText implements RenderedText {
  readonly digest: RenderedText["digest"];
  readonly words: number;
  readonly pictures: RenderedText["pictures"];
  readonly shown: RenderedText["shown"];
  readonly cover?: RenderedText["cover"];
  readonly frameHosts: RenderedText["frameHosts"];
  readonly problems: RenderedText["problems"];
  readonly html: Buffer;
  readonly #bytes: Buffer;
  #details: Written | undefined;

  constructor(
    facts: Omit<RenderedText, "html" | keyof Details>,
    { details, html }: { details: Buffer; html: Buffer },
  ) {
    this.digest = facts.digest;
    this.words = facts.words;
    this.pictures = facts.pictures;
    this.shown = facts.shown;
    this.cover = facts.cover;
    this.frameHosts = facts.frameHosts;
    this.problems = facts.problems;
    this.#bytes = details;
    this.html = html;
  }

  get headings(): Details["headings"] {
    return this.#read()[0];
  }

  get references(): Details["references"] {
    return this.#read()[1];
  }

  get ids(): Details["ids"] {
    return this.#read()[2];
  }

  get asked(): Details["asked"] {
    return this.#read()[3];
  }

  /** Whole, as the digest of their file says, and so in the shape that this version writes. */
  #read(): Written {
    return (this.#details ??= JSON.parse(this.#bytes.toString()) as Written);
  }
}
