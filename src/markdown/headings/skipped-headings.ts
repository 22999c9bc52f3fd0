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
  readonly #reported = new Set<string>();

  constructor(env: Env, outline: Outline) {
    this.#env = env;
    this.#outline = outline;
  }

  /** `level` is the level shown on the page. */
  add(heading: Skipped, level: number, place: Place): void {
    const shown = this.#outline.written(level);
    const key = `${String(heading.found)} ${String(shown)}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    const fix =
      heading.raw === true
        ? `<h${String(shown)}>${heading.source}</h${String(shown)}>`
        : `${heading.before ?? ""}${"#".repeat(shown)} ${heading.source}`;
    this.#env.report("skipped-heading", place, { text: heading.text }, fix);
  }
}
