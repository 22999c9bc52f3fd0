// Heading levels as written → levels as shown: from 2 down, never skipping one, in the same order.
// The page's own title is its only `h1`; in a text that uses `#`, all headings move down by one.

interface Open {
  written: number;
  shown: number;
}

export class Outline {
  readonly #open: Open[] = [];
  /** The written level directly under the page's title: `#` (1) if the text uses it, else `##` (2). */
  readonly #top: number;

  constructor(usesTop: boolean) {
    this.#top = usesTop ? 1 : 2;
  }

  /** The level at which to show a heading, and whether its author skipped a level above it. */
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

  /** The level at which a new heading beside the last one would be shown. */
  next(): number {
    return this.#open.at(-1)?.shown ?? 2;
  }

  /** How many `#` an author writes in this text for a heading to be shown at a level. */
  written(level: number): number {
    return level - 2 + this.#top;
  }
}
