// What a process that builds a site again and again need not read or write again: its entries and its rendered texts.
import { EntryMemory } from "../content/entry-memory.ts";
import type { HeadCache } from "./head-cache.ts";
import { answersStill } from "./lookups.ts";
import { keyOf, type TextCache } from "./text-cache.ts";
import type { RenderedText } from "./text-renderer.ts";

/** What earlier processes read and rendered. */
export interface Caches {
  heads: HeadCache;
  texts: TextCache;
}

export class BuildMemory {
  readonly entries = new EntryMemory();
  #disk: Caches | undefined;
  #last: ReadonlyMap<string, RenderedText> = new Map();

  /** Those of the disk, which `open` reads once; before its texts come those of the last build. */
  caches(open: () => Caches): Caches {
    const { heads, texts } = (this.#disk ??= open());
    return { heads: { under: heads.under, save: nothing }, texts: this.#beforeThoseOf(texts) };
  }

  /** Writes what the next process may find. A process that is killed before only leaves it some work. */
  save(): void {
    this.#disk?.heads.save();
    this.#disk?.texts.save();
  }

  #beforeThoseOf(disk: TextCache): TextCache {
    const last = this.#last;
    const now = new Map<string, RenderedText>();
    this.#last = now;
    return {
      find(text, around, lookups) {
        const key = keyOf(text, around);
        const one = last.get(key);
        const stands = one && answersStill(one.asked, lookups, text);
        const found = stands ? one : disk.find(text, around, lookups);
        if (found) now.set(key, found);
        return found;
      },
      keep(text, around, rendered) {
        now.set(keyOf(text, around), rendered);
        disk.keep(text, around, rendered);
      },
      save: nothing,
    };
  }
}

const nothing = (): void => undefined;
