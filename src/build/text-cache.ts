// Rendered texts kept from one build to the next, in `.cache/texts/`: their facts in one index, their HTML in a few files.
// Both are checked whole when read; whatever is torn, of another version or answered otherwise is rendered again.
import { join } from "node:path";
import { isFree, readChecked, writeCheckedJson } from "./checked-file.ts";
import { digestOf } from "./digest.ts";
import { HtmlFiles, type HtmlPlace } from "./html-files.ts";
import { answersStill, type Asked, type Lookups } from "./lookups.ts";
import type { StoreOptions } from "./picture-store.ts";
import type { RenderedText, Text } from "./text-renderer.ts";

export interface TextCache {
  /** True where nothing can be found. */
  readonly isEmpty: boolean;
  /**
   * What an earlier run made of this text, where all that it asked of the site is answered as then. `around` names the
   * settings that texts are rendered by: with other ones, a text is another.
   */
  find(text: Text, around: string, lookups: Lookups): RenderedText | undefined;
  keep(text: Text, around: string, rendered: RenderedText): void;
  /** Names of the texts that were found or kept, by file. */
  readonly names: ReadonlyMap<string, string>;
  /** The text of a name, for who knows that nothing of what it asked of the site can be answered otherwise. */
  named(name: string, file: string): RenderedText | undefined;
  /** Writes what was found or kept; what no build has asked for in a while is left out. */
  save(): void;
}

/** Builds that kept something new after which a text that none of them asked for is forgotten. */
const MOST_UNUSED = 12;

interface Kept {
  facts: Omit<RenderedText, "html" | "asked">;
  asked: readonly Asked[];
  html: HtmlPlace;
  unused: number;
}

interface Index {
  version: string;
  files: Record<string, string>;
  texts: Record<string, Kept>;
}

/** `version` names the Carnet that runs. Without a cache that can be read, nothing is found in it. */
export function openTextCache(root: string, version: string, { trust, keep }: StoreOptions): TextCache {
  const folder = join(root, ".cache", "texts");
  const path = join(folder, "index");
  const real = [join(root, ".cache"), folder].every(isFree);
  const index = trust && real ? readIndex(path, version) : undefined;
  const html = new HtmlFiles(folder, index?.files ?? {});
  const known = new Map(Object.entries(index?.texts ?? {}));
  const used = new Map<string, Kept>();
  const names = new Map<string, string>();
  let fresh = false;
  const use = (file: string, name: string, one: Kept): void => {
    used.set(name, one);
    names.set(file, name);
  };
  const named = (
    name: string,
    file: string,
    isSound: (asked: readonly Asked[]) => boolean,
  ): RenderedText | undefined => {
    const one = known.get(name);
    const bytes = one && html.read(one.html);
    if (!one || !bytes || !isSound(one.asked)) return undefined;
    use(file, name, one);
    return { ...one.facts, html: bytes, asked: one.asked };
  };
  return {
    names,
    isEmpty: known.size === 0,
    named: (name, file) => named(name, file, () => true),
    find(text, around, lookups) {
      // A first build: no text needs its name yet.
      if (known.size === 0) return undefined;
      return named(keyOf(text, around), text.file, (asked) => answersStill(asked, lookups, text));
    },
    keep(text, around, rendered) {
      const { html: bytes, asked, ...facts } = rendered;
      use(text.file, keyOf(text, around), { facts, asked, html: html.add(bytes), unused: 0 });
      fresh = true;
    },
    save() {
      if (!fresh || !keep || !real) return;
      const texts = new Map<string, Kept>();
      for (const [key, one] of known)
        if (one.unused < MOST_UNUSED) texts.set(key, { ...one, unused: one.unused + 1 });
      for (const [key, one] of used) texts.set(key, { ...one, unused: 0 });
      if (!html.write([...texts.values()].map((one) => one.html))) return;
      const next: Index = { version, files: html.digests(), texts: Object.fromEntries(texts) };
      writeCheckedJson(path, next);
      html.clear();
    },
  };
}

function readIndex(path: string, version: string): Index | undefined {
  const bytes = readChecked(path);
  // Whole, as its digest says, and so in the shape that this version writes.
  const index = bytes && (JSON.parse(bytes.toString()) as Index);
  return index?.version === version ? index : undefined;
}

/** The name of a text with all that it is rendered by, the answers of the site apart. */
export function keyOf({ body, ...text }: Text, around: string): string {
  const { file, bodyLine, lang, url, title, typography, cover = null } = text;
  return digestOf(
    JSON.stringify([around, file, bodyLine, lang, url, title, typography, cover, digestOfBody(body)]),
  );
}

/** A process that stays is given the same bytes at each build. */
const digests = new WeakMap<Uint8Array, string>();

function digestOfBody(body: Uint8Array): string {
  const known = digests.get(body);
  if (known !== undefined) return known;
  const digest = digestOf(body);
  digests.set(body, digest);
  return digest;
}
