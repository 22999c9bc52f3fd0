// Headings of a text that skip a level → one warning for all that skip the same one: a text that begins at `###` has a single
// fault.
import type { Place } from "../../problems.ts";
import type { Outline } from "./outline.ts";
import type { Env } from "../env.ts";

/** A heading as it was written; `raw` if it is in HTML. */
export interface Skipped {
  text: string;
  source: string;
  before?: string;
  found: number;
  raw?: boolean;
}

export class SkippedHeadings {
  readonly #env: Env;
  readonly #outline: Outline;
  /** Lines of the other headings with the same fault, by fault. */
  readonly #others = new Map<string, number[]>();

  constructor(env: Env, outline: Outline) {
    this.#env = env;
    this.#outline = outline;
  }

  /** `level` is the level shown on the page. */
  add(heading: Skipped, level: number, place: Place): void {
    const shown = this.#outline.written(level);
    const key = `${String(heading.found)} ${String(shown)}`;
    const others = this.#others.get(key);
    if (others !== undefined) {
      others.push(place.line);
      return;
    }
    const lines: number[] = [];
    this.#others.set(key, lines);
    // Lines are added until the whole text is read; the message is made after that.
    this.#env.report("skipped-heading", place, { ...heading, shown, lines });
  }
}
