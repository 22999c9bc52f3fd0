// The index of the texts that are kept: what every build asks of all of them, and where their bytes are. Beside it, what came
// since it was written, so that a build which keeps one text more need not write it anew.
import { randomUUID } from "node:crypto";
import { readChecked, writeCheckedJson } from "../machine/checked-file.ts";
import type { Details } from "./kept-text.ts";
import { MOST_UNUSED } from "../machine/unused.ts";
import type { TextPlace } from "./files.ts";
import type { RenderedText } from "./renderer.ts";

/** More than these, and the index is written anew. */
const MOST_SINCE = 200;

/** A text in the index. */
export interface Kept {
  facts: Omit<RenderedText, "html" | keyof Details>;
  place: TextPlace;
  /** Builds that kept something new since one asked for it. */
  unused: number;
}

interface Index {
  version: string;
  files: readonly string[];
  texts: Record<string, Kept>;
  /** Changes each time it is written. */
  name: string;
}

interface Since {
  /** Of the index. */
  name: string;
  files: readonly string[];
  texts: Record<string, Kept>;
  /** Of texts of the index, where that is another now; those that are forgotten have reached the most. */
  unused: Record<string, number>;
}

export class TextIndex {
  /** By their keys. */
  readonly texts: ReadonlyMap<string, Kept>;
  /** The files that hold their bytes. */
  readonly files: readonly string[];
  readonly #path: string;
  readonly #version: string;
  readonly #index: Index | undefined;

  /** The index at an absolute path: an empty one unless `trust`, and where none can be read that this `version` wrote. */
  constructor(path: string, version: string, trust: boolean) {
    const index = trust ? readIndex(path, version) : undefined;
    const since = index && readSince(sincePath(path), index);
    this.#path = path;
    this.#version = version;
    this.#index = index;
    this.files = (since ?? index)?.files ?? [];
    const texts = new Map(Object.entries({ ...index?.texts, ...since?.texts }));
    for (const [key, unused] of Object.entries(since?.unused ?? {})) {
      const one = texts.get(key);
      if (unused >= MOST_UNUSED) texts.delete(key);
      else if (one) texts.set(key, { ...one, unused });
    }
    this.texts = texts;
  }

  /** Writes what came since, where that is little beside it, unless `anew`. False where nothing can be written. */
  write(texts: ReadonlyMap<string, Kept>, files: readonly string[], anew: boolean): boolean {
    const since = anew ? undefined : this.#index && sinceIndex(this.#index, texts);
    if (since) return writeCheckedJson(sincePath(this.#path), { ...since, files } satisfies Since);
    const [version, name] = [this.#version, randomUUID()];
    const index: Index = { version, name, files, texts: Object.fromEntries(texts) };
    return writeCheckedJson(this.#path, index);
  }
}

const sincePath = (path: string): string => `${path}-since`;

/** Undefined where that is no longer little. */
function sinceIndex(index: Index, now: ReadonlyMap<string, Kept>): Omit<Since, "files"> | undefined {
  const texts: Since["texts"] = {};
  const unused: Since["unused"] = {};
  let count = 0;
  for (const [key, one] of now) {
    const before = index.texts[key];
    // The same text may be another where the site answers otherwise.
    if (before?.place !== one.place) {
      texts[key] = one;
      count += 1;
    } else if (before.unused !== one.unused) unused[key] = one.unused;
  }
  for (const key of Object.keys(index.texts)) if (!now.has(key)) unused[key] = MOST_UNUSED;
  return count > MOST_SINCE ? undefined : { name: index.name, texts, unused };
}

/** Whole, as its digest says, and so in the shape that this version writes. */
function readIndex(path: string, version: string): Index | undefined {
  const bytes = readChecked(path);
  const index = bytes && (JSON.parse(bytes.toString()) as Index);
  return index?.version === version ? index : undefined;
}

function readSince(path: string, { name }: Index): Since | undefined {
  const bytes = readChecked(path);
  const since = bytes && (JSON.parse(bytes.toString()) as Since);
  return since?.name === name ? since : undefined;
}
