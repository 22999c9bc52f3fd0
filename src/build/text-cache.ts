// Rendered texts kept from one build to the next, in `.cache/texts/`: what every build asks of them in one index, the rest in a
// few files, with their HTML. The index is checked whole, a text by itself; whatever is torn, of another version or answered
// otherwise is rendered again.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { isFree, readChecked, writeCheckedJson } from "./checked-file.ts";
import { digestOf } from "./digest.ts";
import { TextFiles, type TextPlace } from "./text-files.ts";
import { detailsAsBytes, KeptText, type Details } from "./kept-text.ts";
import { answersStill, type Lookups } from "./lookups.ts";
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
  /**
   * The text of a name, for who knows that nothing of what it asked of the site can be answered otherwise, and asks for few:
   * its bytes are read when they are asked for, which throws what `isLostText` tells where they are not what they were.
   */
  named(name: string, file: string): RenderedText | undefined;
  /** Writes what was found or kept; what no build has asked for in a while is left out. */
  save(): void;
}

/** Builds that kept something new after which a text that none of them asked for is forgotten. */
const MOST_UNUSED = 12;

interface Kept {
  facts: Omit<RenderedText, "html" | keyof Details>;
  place: TextPlace;
  unused: number;
}

interface Index {
  version: string;
  files: readonly string[];
  texts: Record<string, Kept>;
  /** Changes each time it is written. */
  name: string;
}

/** What came since an index was written, so that a build which keeps one text more writes that. */
interface Since {
  /** Of the index. */
  name: string;
  files: readonly string[];
  texts: Record<string, Kept>;
  /** Of texts of the index, where that is another now; those that are forgotten have reached the most. */
  unused: Record<string, number>;
}

/** More than these, and the index is written anew. */
const MOST_SINCE = 200;

/** `version` names the Carnet that runs. Without a cache that can be read, nothing is found in it. */
export function openTextCache(root: string, version: string, { trust, keep }: StoreOptions): TextCache {
  const folder = join(root, ".cache", "texts");
  const path = join(folder, "index");
  const real = [join(root, ".cache"), folder].every(isFree);
  const index = trust && real ? readIndex(path, version) : undefined;
  const since = index && readSince(`${path}-since`, index);
  const written = new TextFiles(folder, (since ?? index)?.files ?? []);
  const known = new Map(Object.entries({ ...index?.texts, ...since?.texts }));
  for (const [key, unused] of Object.entries(since?.unused ?? {})) {
    const one = known.get(key);
    if (unused >= MOST_UNUSED) known.delete(key);
    else if (one) known.set(key, { ...one, unused });
  }
  const used = new Map<string, Kept>();
  const fresh = new Map<string, { file: string; rendered: RenderedText }>();
  const names = new Map<string, string>();
  const take = (key: string, file: string, one: Kept): void => {
    used.set(key, one);
    names.set(file, nameOf(key, one));
  };
  return {
    names,
    isEmpty: known.size === 0,
    named(name, file) {
      const [key = ""] = name.split(" ");
      const one = known.get(key);
      if (!one || nameOf(key, one) !== name) return undefined;
      take(key, file, one);
      return new KeptText(one.facts, () => written.readOne(one.place));
    },
    find(text, around, lookups) {
      // A first build: no text needs its name yet.
      if (known.size === 0) return undefined;
      const key = keyOf(text, around);
      const one = known.get(key);
      const bytes = one && written.read(one.place);
      if (!bytes) return undefined;
      const kept = new KeptText(one.facts, () => bytes);
      if (!answersStill(kept.asked, lookups, text)) return undefined;
      take(key, text.file, one);
      return kept;
    },
    keep(text, around, rendered) {
      const key = keyOf(text, around);
      fresh.set(key, { file: text.file, rendered });
      // Until it is written, a name that nothing is found by.
      names.set(text.file, key);
    },
    save() {
      if (fresh.size === 0 || !keep || !real) return;
      const texts = new Map<string, Kept>();
      for (const [key, one] of known)
        if (!used.has(key) && !fresh.has(key) && one.unused < MOST_UNUSED)
          texts.set(key, { ...one, unused: one.unused + 1 });
      for (const [key, one] of used) texts.set(key, one.unused === 0 ? one : { ...one, unused: 0 });
      for (const [key, { rendered }] of fresh) texts.set(key, addTo(written, rendered));
      if (!written.write([...texts.values()].map(({ place }) => place))) return;
      for (const [key, { file }] of fresh) {
        const one = texts.get(key);
        if (one) names.set(file, nameOf(key, one));
      }
      const { files } = written;
      const added = written.isGathered ? undefined : index && sinceIndex(index, texts);
      const isNamed = added
        ? writeCheckedJson(`${path}-since`, { ...added, files } satisfies Since)
        : writeCheckedJson(path, {
            version,
            name: randomUUID(),
            files,
            texts: Object.fromEntries(texts),
          } satisfies Index);
      if (isNamed) written.clear();
    },
  };
}

function addTo(written: TextFiles, text: RenderedText): Kept {
  const { html: bytes, headings, references, ids, asked, ...facts } = text;
  const place = written.add(() => [detailsAsBytes({ headings, references, ids, asked }), bytes]);
  return { facts, place, unused: 0 };
}

/** Undefined where that is no longer little beside the index. */
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

function readIndex(path: string, version: string): Index | undefined {
  const bytes = readChecked(path);
  // Whole, as its digest says, and so in the shape that this version writes.
  const index = bytes && (JSON.parse(bytes.toString()) as Index);
  return index?.version === version ? index : undefined;
}

function readSince(path: string, { name }: Index): Since | undefined {
  const bytes = readChecked(path);
  const since = bytes && (JSON.parse(bytes.toString()) as Since);
  return since?.name === name ? since : undefined;
}

/** With its bytes, which tell what it asked: another output's build may keep the same text with other answers. */
function nameOf(key: string, { place }: Kept): string {
  return `${key} ${place.digest}`;
}

/** The key of a text: all that it is rendered by, the answers of the site apart. */
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
