// Levels of headings as written → levels as shown: from 2 down, never skipping one, order kept.
// The page's own title is its only `h1`; a text that uses `#` has all its headings moved down by one.

interface Open {
  written: number;
  shown: number;
}

export class Outline {
  readonly #open: Open[] = [];
  /** What a heading right under the page's title is written as: `#` (1) where the text uses it, else `##` (2). */
  readonly #top: number;

  constructor(usesTop: boolean) {
    this.#top = usesTop ? 1 : 2;
  }

  /** The level to show a heading at, and whether its author skipped one above it. */
  add(written: number): { level: number; skipped: boolean } {
    for (
      let last = this.#open.at(-1);
      last !== undefined && last.written >= written;
      last = this.#open.at(-1)
    ) {
      this.#open.pop();
    }
    const parent = this.#open.at(-1) ?? { written: this.#top - 1, shown: 1 };
    const level = Math.min(6, parent.shown + 1);
    this.#open.push({ written, shown: level });
    return { level, skipped: written > parent.written + 1 };
  }

  /** The level that a new heading beside the last one would be shown at. */
  next(): number {
    return this.#open.at(-1)?.shown ?? 2;
  }

  /** How many `#` an author writes in this text for a heading to be shown at a level. */
  written(level: number): number {
    return level - 2 + this.#top;
  }
}
