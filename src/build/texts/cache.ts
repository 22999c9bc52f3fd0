// Rendered texts stored between builds, in `.cache/texts/`: what every build asks of them in one index, the rest in a few
// files, with their HTML. The index is verified as a whole, each text on its own. A text is rendered again if it is damaged, of
// another version, or if the site would answer its lookups otherwise.
import { join } from "node:path";
import { cacheFolder } from "../machine/checked-file.ts";
import { digestOf } from "../machine/digest.ts";
import { detailsAsBytes, KeptText } from "./kept-text.ts";
import { answersStill, type Lookups } from "./lookups.ts";
import type { StoreOptions } from "../pictures/store.ts";
import { MOST_UNUSED } from "../machine/unused.ts";
import { TextFiles } from "./files.ts";
import { TextIndex, type Kept } from "./kept-index.ts";
import type { RenderedText, Text } from "./renderer.ts";

export interface TextCache {
  /** True if nothing can be found. */
  readonly isEmpty: boolean;
  /**
   * What an earlier run made of this text, if the site answers all its lookups as then. `around` is the digest of the settings
   * that texts are rendered by: with other settings, a text has another key.
   */
  find(text: Text, around: string, lookups: Lookups): RenderedText | undefined;
  keep(text: Text, around: string, rendered: RenderedText): void;
  /** Names of the texts that were found or stored, by file. */
  readonly names: ReadonlyMap<string, string>;
  /**
   * The text with this name, for callers that know that its lookups cannot be answered otherwise, and that read few texts. Its
   * bytes are read on demand; if they have changed, this throws an error that `isLostText` recognises.
   */
  named(name: string, file: string): RenderedText | undefined;
  /** Writes what was found or stored; what no build has used for a while is left out. */
  save(): void;
}

/** `version` is that of the running Carnet. If the cache cannot be read, nothing is found in it. */
export function openTextCache(root: string, version: string, { trust, keep }: StoreOptions): TextCache {
  const { path: folder, isReal } = cacheFolder(root, "texts");
  const index = new TextIndex(join(folder, "index"), version, trust && isReal);
  return new KeptTexts(index, new TextFiles(folder, index.files), keep && isReal);
}

class KeptTexts implements TextCache {
  readonly names = new Map<string, string>();
  readonly isEmpty: boolean;
  readonly #index: TextIndex;
  readonly #files: TextFiles;
  readonly #mayWrite: boolean;
  readonly #used = new Map<string, Kept>();
  readonly #fresh = new Map<string, { file: string; rendered: RenderedText }>();

  constructor(index: TextIndex, files: TextFiles, mayWrite: boolean) {
    this.#index = index;
    this.#files = files;
    this.#mayWrite = mayWrite;
    this.isEmpty = index.texts.size === 0;
  }

  named(name: string, file: string): RenderedText | undefined {
    const [key = ""] = name.split(" ");
    const one = this.#index.texts.get(key);
    if (!one || nameOf(key, one) !== name) return undefined;
    this.#take(key, file, one);
    return new KeptText(one.facts, () => this.#files.readOne(one.place));
  }

  find(text: Text, around: string, lookups: Lookups): RenderedText | undefined {
    // On a first build, no text needs its key yet.
    if (this.isEmpty) return undefined;
    const key = keyOf(text, around);
    const one = this.#index.texts.get(key);
    const bytes = one && this.#files.read(one.place);
    if (!bytes) return undefined;
    const kept = new KeptText(one.facts, () => bytes);
    if (!answersStill(kept.asked, lookups, text)) return undefined;
    this.#take(key, text.file, one);
    return kept;
  }

  #take(key: string, file: string, one: Kept): void {
    this.#used.set(key, one);
    this.names.set(file, nameOf(key, one));
  }

  keep(text: Text, around: string, rendered: RenderedText): void {
    const key = keyOf(text, around);
    this.#fresh.set(key, { file: text.file, rendered });
    // Until it is written, it has a name by which nothing is found.
    this.names.set(text.file, key);
  }

  save(): void {
    if (this.#fresh.size === 0 || !this.#mayWrite) return;
    const texts = this.#stillKept();
    for (const [key, { rendered }] of this.#fresh) texts.set(key, addTo(this.#files, rendered));
    if (!this.#files.write([...texts.values()].map(({ place }) => place))) return;
    for (const [key, { file }] of this.#fresh) {
      const one = texts.get(key);
      if (one) this.names.set(file, nameOf(key, one));
    }
    const { files, isGathered } = this.#files;
    if (this.#index.write(texts, files, isGathered)) this.#files.clear();
  }

  /** Texts of the index that were used, or have not been unused for too long; a new rendering may replace one. */
  #stillKept(): Map<string, Kept> {
    const texts = new Map<string, Kept>();
    for (const [key, one] of this.#index.texts)
      if (!this.#used.has(key) && one.unused < MOST_UNUSED)
        texts.set(key, { ...one, unused: one.unused + 1 });
    for (const [key, one] of this.#used) texts.set(key, one.unused === 0 ? one : { ...one, unused: 0 });
    return texts;
  }
}

function addTo(files: TextFiles, text: RenderedText): Kept {
  const { html: bytes, headings, references, ids, asked, ...facts } = text;
  const place = files.add(() => [detailsAsBytes({ headings, references, ids, asked }), bytes]);
  return { facts, place, unused: 0 };
}

/**
 * Includes the digest of its bytes, which cover its lookups: a build of another output may store the same text with other
 * answers.
 */
function nameOf(key: string, { place }: Kept): string {
  return `${key} ${place.digest}`;
}

/** The key of a text: all that it is rendered from, except the answers of the site. */
export function keyOf({ body, ...text }: Text, around: string): string {
  const { file, bodyLine, lang, url, title, typography, cover = null } = text;
  return digestOf(
    JSON.stringify([around, file, bodyLine, lang, url, title, typography, cover, digestOfBody(body)]),
  );
}

/** A process that keeps running receives the same bytes at each build. */
const digests = new WeakMap<Uint8Array, string>();

function digestOfBody(body: Uint8Array): string {
  const known = digests.get(body);
  if (known !== undefined) return known;
  const digest = digestOf(body);
  digests.set(body, digest);
  return digest;
}
