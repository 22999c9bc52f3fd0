// A rendered text as the cache holds it: what a build asks of all texts as values; what it asks of few as bytes, until read.
import type { TextBytes } from "./files.ts";
import { chainOf } from "../machine/machine-error.ts";
import type { RenderedText } from "./renderer.ts";
import { TextFacts, type Facts } from "./stored-text.ts";

/** What is not read of a text around which nothing has changed. */
export type Details = Pick<RenderedText, "headings" | "references" | "ids" | "asked">;

export function detailsAsBytes({ headings, references, ids, asked }: Details): Buffer {
  return Buffer.from(JSON.stringify([headings, references, ids, asked]));
}

type Written = [Details["headings"], Details["references"], Details["ids"], Details["asked"]];

export class KeptText extends TextFacts implements RenderedText {
  readonly #read: () => TextBytes | undefined;
  #bytes: TextBytes | undefined;
  #details: Written | undefined;

  /** `read` returns the bytes on demand. */
  constructor(facts: Facts, read: () => TextBytes | undefined) {
    super(facts);
    this.#read = read;
  }

  get html(): Buffer {
    return this.#held().html;
  }

  get headings(): Details["headings"] {
    return this.#written()[0];
  }

  get references(): Details["references"] {
    return this.#written()[1];
  }

  get ids(): Details["ids"] {
    return this.#written()[2];
  }

  get asked(): Details["asked"] {
    return this.#written()[3];
  }

  /** The digest proves that the bytes are intact, and so have the shape that this version writes. */
  #written(): Written {
    return (this.#details ??= JSON.parse(this.#held().details.toString()) as Written);
  }

  #held(): TextBytes {
    const bytes = (this.#bytes ??= this.#read());
    if (!bytes) throw new LostTextError();
    return bytes;
  }
}

/** The bytes of a cached text are missing or damaged: what was made with it must be made again. */
class LostTextError extends Error {
  override readonly name = "LostTextError";
}

/** Whether an error, or one inside it, is a `LostTextError`. */
export function isLostText(error: unknown): boolean {
  return chainOf(error).some((one) => one instanceof LostTextError);
}
