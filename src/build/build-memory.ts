// What a process that builds a site repeatedly need not read or write again: entries, rendered texts, the site made of them,
// and what it last published.
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
  /** Sources that changed since the last run, if all of them are known. */
  changed?: readonly string[] | undefined;
}

/** The last rendering of a text. For a file that is saved all day, only this one is held, and written when the process ends. */
interface LastText {
  key: string;
  rendered: RenderedText;
  /** Adds it to the cache on disk, if that lacks it. */
  keep?: () => void;
}

export class BuildMemory {
  readonly entries = new EntryMemory();
  readonly lastPut = new LastPut();
  /** Messages of the problems of the last run. */
  shown: ShownBefore = new WeakMap();
  readonly #renewed: () => void;
  #prepared: { workings: Workings; from: Date; until: Date } | undefined;
  #disk: Caches | undefined;
  #last: ReadonlyMap<string, LastText> = new Map();

  /**
   * `renewed` is called before a site is prepared from scratch, so that callers drop what they made of the last one: memory
   * would otherwise hold two sites.
   */
  constructor(renewed: () => void = nothing) {
    this.#renewed = renewed;
  }

  /** The caches on disk, which `open` reads once; the texts of the last build take precedence over theirs. */
  caches(open: () => Caches): Caches {
    const { heads, texts } = (this.#disk ??= open());
    return { heads: { ...heads, save: nothing }, texts: this.#beforeThoseOf(texts) };
  }

  /** Reuses the last prepared site with the texts saved since. Returns `undefined` if anything else may differ. */
  async takeUp({ now, changed }: Run): Promise<Resaved | undefined> {
    const last = this.#prepared;
    this.#prepared = undefined;
    const stands = last !== undefined && last.from <= now && now < last.until;
    const resaved = stands && changed && (await withSavedTexts(last.workings, this.entries, changed));
    if (resaved) {
      this.#prepared = last;
      return resaved;
    }
    this.entries.forget(changed ?? []);
    this.lastPut.forget();
    this.shown = new WeakMap();
    this.#renewed();
    return undefined;
  }

  /** Keeps a site that was prepared from scratch. */
  keep(workings: Workings, { now }: Run): void {
    this.#prepared = { workings, from: now, until: sameUntil(workings.content, now) };
  }

  /** Writes what the next process can reuse. If this one is killed before, the next one only has more work. */
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
