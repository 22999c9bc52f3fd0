// What a process that builds a site again and again need not read or write again: its entries and its rendered texts.
import { EntryMemory } from "../content/entry-memory.ts";
import { answersStill } from "./lookups.ts";
import { keyOf, type TextCache } from "./text-cache.ts";
import type { RenderedText } from "./text-renderer.ts";

export class BuildMemory {
  readonly entries = new EntryMemory();
  #disk: TextCache | undefined;
  #last: ReadonlyMap<string, RenderedText> = new Map();

  /** The texts of the last build, before those of the disk, which `open` reads once. */
  texts(open: () => TextCache): TextCache {
    const disk = (this.#disk ??= open());
    const last = this.#last;
    const now = new Map<string, RenderedText>();
    this.#last = now;
    return {
      find(text, around, lookups) {
        const key = keyOf(text, around);
        const one = last.get(key);
        const found = one && answersStill(one.asked, lookups, text) ? one : disk.find(text, around, lookups);
        if (found) now.set(key, found);
        return found;
      },
      keep(text, around, rendered) {
        now.set(keyOf(text, around), rendered);
        disk.keep(text, around, rendered);
      },
      save: () => undefined,
    };
  }

  /** Writes what the next process may find. A process that is killed before only leaves it some work. */
  save(): void {
    this.#disk?.save();
  }
}
