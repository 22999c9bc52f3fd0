// The index of the cached texts: what every build asks of all of them, and where their bytes are. A second file holds what came
// since it was written, so that a build which stores one more text need not rewrite it.
import { randomUUID } from "node:crypto";
import { readCheckedJson, writeCheckedJson } from "../machine/checked-file.ts";
import { MOST_UNUSED } from "../machine/unused.ts";
import type { TextPlace } from "./files.ts";
import type { Facts } from "./stored-text.ts";

/** If there are more new texts than this, the index is rewritten. */
const MOST_SINCE = 200;

/** A text in the index. */
export interface Kept {
  facts: Facts;
  place: TextPlace;
  /** Number of builds that stored something since a build used it. */
  unused: number;
}

interface Index {
  version: string;
  files: readonly string[];
  texts: Record<string, Kept>;
  /** A new random one each time it is written. */
  name: string;
}

interface Since {
  /** Name of the index. */
  name: string;
  files: readonly string[];
  texts: Record<string, Kept>;
  /** Changed counts of texts of the index; texts that were dropped have the maximum. */
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

  /** Reads the index at an absolute path. It is empty unless `trust`, and if there is none that this `version` wrote. */
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

  /** Writes only what came since, if that is little and not `anew`. Returns false if nothing can be written. */
  write(texts: ReadonlyMap<string, Kept>, files: readonly string[], anew: boolean): boolean {
    const since = anew ? undefined : this.#index && sinceIndex(this.#index, texts);
    if (since) return writeCheckedJson(sincePath(this.#path), { ...since, files } satisfies Since);
    const [version, name] = [this.#version, randomUUID()];
    const index: Index = { version, name, files, texts: Object.fromEntries(texts) };
    return writeCheckedJson(this.#path, index);
  }
}

const sincePath = (path: string): string => `${path}-since`;

/** `undefined` if that is no longer little. */
function sinceIndex(index: Index, now: ReadonlyMap<string, Kept>): Omit<Since, "files"> | undefined {
  const texts: Since["texts"] = {};
  const unused: Since["unused"] = {};
  let count = 0;
  for (const [key, one] of now) {
    const before = index.texts[key];
    // The same text may have been rendered again, because the site answers otherwise.
    if (before?.place !== one.place) {
      texts[key] = one;
      count += 1;
    } else if (before.unused !== one.unused) unused[key] = one.unused;
  }
  for (const key of Object.keys(index.texts)) if (!now.has(key)) unused[key] = MOST_UNUSED;
  return count > MOST_SINCE ? undefined : { name: index.name, texts, unused };
}

function readIndex(path: string, version: string): Index | undefined {
  const index = readCheckedJson(path) as Index | undefined;
  return index?.version === version ? index : undefined;
}

function readSince(path: string, { name }: Index): Since | undefined {
  const since = readCheckedJson(path) as Since | undefined;
  return since?.name === name ? since : undefined;
}
