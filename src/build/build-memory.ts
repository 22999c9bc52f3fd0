// What a process that builds a site again and again need not read or write again: its entries and its rendered texts, the
// site that they make, and what it put in place of it.
import { EntryMemory } from "../content/entries/memory.ts";
import { sameUntil } from "../content/next-change.ts";
import type { HeadCache } from "./kept/heads.ts";
import type { ShownBefore } from "../shown-problems.ts";
import { LastPut } from "./last-put.ts";
import { answersStill } from "./texts/lookups.ts";
import { withSavedTexts, type Resaved, type Workings } from "./saved-texts.ts";
import { keyOf, type TextCache } from "./texts/cache.ts";
import type { RenderedText } from "./texts/renderer.ts";

/** What earlier processes read and rendered. */
export interface Caches {
  heads: HeadCache;
  texts: TextCache;
}

/** A run that prepares a site. */
interface Run {
  now: Date;
  /** Sources that changed since the last one, where all of them are known. */
  changed?: readonly string[] | undefined;
}

/** A text as it was rendered last: of a file that is saved all day, nothing else is held, nor written when the process ends. */
interface LastText {
  key: string;
  rendered: RenderedText;
  /** Gives it to the disk's, where that has not got it. */
  keep?: () => void;
}

export class BuildMemory {
  readonly entries = new EntryMemory();
  readonly lastPut = new LastPut();
  /** Words of the problems of the last run. */
  shown: ShownBefore = new WeakMap();
  readonly #renewed: () => void;
  #prepared: { workings: Workings; from: Date; until: Date } | undefined;
  #disk: Caches | undefined;
  #last: ReadonlyMap<string, LastText> = new Map();

  /** `renewed` is called when a site is to be prepared anew: what others made of the last one would be a second one in memory. */
  constructor(renewed: () => void = nothing) {
    this.#renewed = renewed;
  }

  /** Those of the disk, which `open` reads once; before its texts come those of the last build. */
  caches(open: () => Caches): Caches {
    const { heads, texts } = (this.#disk ??= open());
    return { heads: { ...heads, save: nothing }, texts: this.#beforeThoseOf(texts) };
  }

  /** The site as it was prepared last, with texts that were saved since; undefined where more may differ. */
  async takeUp({ now, changed }: Run): Promise<Resaved | undefined> {
    const last = this.#prepared;
    this.#prepared = undefined;
    const stands = last !== undefined && last.from <= now && now < last.until;
    const resaved = stands && changed && (await withSavedTexts(last.workings, this.entries, changed));
    if (resaved) {
      this.#prepared = last;
      return resaved;
    }
    this.lastPut.forget();
    this.shown = new WeakMap();
    this.#renewed();
    return undefined;
  }

  /** A site that was prepared anew. */
  keep(workings: Workings, { now }: Run): void {
    this.#prepared = { workings, from: now, until: sameUntil(workings.content, now) };
  }

  /** Writes what the next process may find. A process that is killed before only leaves it some work. */
  save(): void {
    this.#disk?.heads.save();
    for (const { keep } of this.#last.values()) keep?.();
    this.#disk?.texts.save();
    this.lastPut.save();
  }

  #beforeThoseOf(disk: TextCache): TextCache {
    const last = this.#last;
    const now = new Map<string, LastText>();
    this.#last = now;
    return {
      names: disk.names,
      named: (name, file) => disk.named(name, file),
      isEmpty: disk.isEmpty && last.size === 0,
      find(text, around, lookups) {
        const { file } = text;
        const key = keyOf(text, around);
        const one = last.get(file);
        if (one?.key === key && answersStill(one.rendered.asked, lookups, text)) {
          now.set(file, one);
          return one.rendered;
        }
        const rendered = disk.find(text, around, lookups);
        if (rendered) now.set(file, { key, rendered });
        return rendered;
      },
      keep(text, around, rendered) {
        const keep = (): void => {
          disk.keep(text, around, rendered);
        };
        now.set(text.file, { key: keyOf(text, around), rendered, keep });
      },
      save: nothing,
    };
  }
}

const nothing = (): void => undefined;
