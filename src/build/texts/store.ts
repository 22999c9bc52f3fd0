// Rendered texts stored between builds: what every build asks of all of them in `.cache/texts`, their details and HTML one after
// the other in `.cache/texts.html`, each with a digest. A text is rendered again if it is damaged, or if the site would answer its
// lookups otherwise.
import { appendFileSync, closeSync, openSync, readSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chainOf } from "../machine/machine-error.ts";
import { digestOf } from "../machine/digest.ts";
import { writeWhole } from "../machine/whole-file.ts";
import { MOST_UNUSED } from "../machine/stored-file.ts";
import type { Store } from "../store.ts";
import { answersStill, type Asked, type Lookups } from "./lookups.ts";
import type { Details, Facts } from "./render.ts";
import type { RenderedText, Text } from "./renderer.ts";

interface StoredText {
  facts: Facts;
  /** Where its bytes begin in the file, their length, and that of the details before the HTML. */
  start: number;
  length: number;
  details: number;
  digest: string;
  /** Number of builds that stored something since a build used it. */
  unused: number;
}

/** A text as a build uses it: its details and HTML may not be read yet. */
export interface FoundText {
  facts: Facts;
  details: Details;
}

export class TextStore {
  readonly #store: Pick<Store, "read" | "write" | "mayWrite">;
  readonly #path: string;
  #texts: Map<string, StoredText> | undefined;
  readonly #used = new Set<string>();
  /** Rendered texts by their files: of one that is saved again and again, only the last is written. */
  readonly #fresh = new Map<string, { key: string; rendered: RenderedText }>();
  /** Keys of the texts that were found or rendered, by file. */
  readonly keys = new Map<string, string>();
  #file: number | undefined;

  /** `folder` is the absolute path of `.cache/`. */
  constructor(store: Pick<Store, "read" | "write" | "mayWrite">, folder: string) {
    this.#store = store;
    this.#path = join(folder, "texts.html");
  }

  /**
   * What an earlier run made of this text, if the site answers all its lookups as then. `around` is the digest of the settings
   * that texts are rendered by: with other settings, a text has another key.
   */
  find(text: Text, around: string, lookups: Lookups): FoundText | undefined {
    const fresh = this.#fresh.get(text.file);
    // On a first build, no text needs its key yet.
    if (!fresh && this.#known().size === 0) return undefined;
    const key = keyOf(text, around);
    this.keys.set(text.file, key);
    if (fresh?.key === key && answersStill(fresh.rendered.asked, lookups, text))
      return { facts: fresh.rendered, details: fresh.rendered };
    const stored = this.#known().get(key);
    const details = stored && this.#read(stored);
    if (!details || !answersStill(details.asked, lookups, text)) return undefined;
    this.#used.add(key);
    return { facts: stored.facts, details };
  }

  keep(text: Text, around: string, rendered: RenderedText): void {
    const key = keyOf(text, around);
    this.#fresh.set(text.file, { key, rendered });
    this.keys.set(text.file, key);
  }

  /**
   * The text with this key, for callers that know that its lookups cannot be answered otherwise, and that read few texts. Its
   * bytes are read on demand; if they have changed, this throws an error that `isLostText` recognises.
   */
  named(file: string, key: string): FoundText | undefined {
    const stored = this.#known().get(key);
    if (!stored) return undefined;
    this.keys.set(file, key);
    this.#used.add(key);
    return { facts: stored.facts, details: new LazyDetails(() => this.#read(stored)) };
  }

  /** Writes what was rendered; what no build has used for a while is left out. */
  save(): void {
    if (this.#fresh.size === 0 || !this.#store.mayWrite) return;
    const texts = new Map<string, StoredText>();
    for (const [key, one] of this.#known()) {
      const unused = this.#used.has(key) ? 0 : one.unused + 1;
      if (unused <= MOST_UNUSED) texts.set(key, unused === one.unused ? one : { ...one, unused });
    }
    try {
      const size = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
      const live = [...texts.values()].reduce((sum, { length }) => sum + length, 0);
      if (live * 2 < size) this.#rewrite(texts);
      else this.#append(texts, size);
      if (this.#store.write("texts", texts)) this.#texts = texts;
      this.#fresh.clear();
    } catch {
      // A cache that cannot be written only costs time.
    }
  }

  #known(): Map<string, StoredText> {
    return (this.#texts ??= (this.#store.read("texts") ?? new Map()) as Map<string, StoredText>);
  }

  /** Adds the texts at the end of the file, after those that other texts may refer to. */
  #append(texts: Map<string, StoredText>, start: number): void {
    const parts = this.#added(texts, start);
    if (start === 0)
      writeWhole(this.#path, (aside) => {
        writeFileSync(aside, Buffer.concat(parts));
      });
    else appendFileSync(this.#path, Buffer.concat(parts));
  }

  /** More than half of the file is not used any more. */
  #rewrite(texts: Map<string, StoredText>): void {
    const parts: Uint8Array[] = [];
    let start = 0;
    for (const [key, one] of [...texts]) {
      const bytes = this.#bytesOf(one);
      if (bytes) {
        texts.set(key, { ...one, start });
        start += bytes.length;
        parts.push(bytes);
      } else texts.delete(key);
    }
    parts.push(...this.#added(texts, start));
    this.#close();
    writeWhole(this.#path, (aside) => {
      writeFileSync(aside, Buffer.concat(parts));
    });
  }

  /** The bytes of the rendered texts, whose places are added to `texts`. */
  #added(texts: Map<string, StoredText>, from: number): Uint8Array[] {
    let start = from;
    return [...this.#fresh.values()].map(({ key, rendered }) => {
      const { html, headings, references, ids, asked, ...facts } = rendered;
      const details = Buffer.from(JSON.stringify([headings, references, ids, asked]));
      const bytes = Buffer.concat([details, html]);
      const place = { start, length: bytes.length, details: details.length, digest: digestOf(bytes) };
      texts.set(key, { facts, ...place, unused: 0 });
      start += bytes.length;
      return bytes;
    });
  }

  #read(stored: StoredText): Details | undefined {
    const bytes = this.#bytesOf(stored);
    if (!bytes) return undefined;
    // The digest proves that the bytes are intact, and so have the shape that this version writes.
    const [headings, references, ids, asked] = JSON.parse(bytes.toString("utf8", 0, stored.details)) as [
      ...[headings: Details["headings"], references: Details["references"], ids: Details["ids"]],
      asked: readonly Asked[],
    ];
    return { headings, references, ids, asked, html: bytes.subarray(stored.details) };
  }

  /** `undefined` if these are not the bytes that were written. */
  #bytesOf({ start, length, digest }: StoredText): Buffer | undefined {
    try {
      this.#file ??= openSync(this.#path, "r");
      const bytes = Buffer.allocUnsafe(length);
      return readSync(this.#file, bytes, 0, length, start) === length && digestOf(bytes) === digest
        ? bytes
        : undefined;
    } catch {
      return undefined;
    }
  }

  #close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

class LazyDetails implements Details {
  readonly #read: () => Details | undefined;
  #known: Details | undefined;

  constructor(read: () => Details | undefined) {
    this.#read = read;
  }

  get html(): Uint8Array {
    return this.#held().html;
  }

  get headings(): Details["headings"] {
    return this.#held().headings;
  }

  get references(): Details["references"] {
    return this.#held().references;
  }

  get ids(): Details["ids"] {
    return this.#held().ids;
  }

  get asked(): Details["asked"] {
    return this.#held().asked;
  }

  #held(): Details {
    const details = (this.#known ??= this.#read());
    if (!details) throw new LostTextError();
    return details;
  }
}

/** The bytes of a stored text are missing or damaged: what was made with it must be made again. */
class LostTextError extends Error {
  override readonly name = "LostTextError";
}

/** Whether an error, or one inside it, is a `LostTextError`. */
export function isLostText(error: unknown): boolean {
  return chainOf(error).some((one) => one instanceof LostTextError);
}

/** The key of a text: all that it is rendered from, except the answers of the site. */
export function keyOf({ body, ...text }: Text, around: string): string {
  const { file, bodyLine, lang, url, title, typography, cover = null } = text;
  return digestOf(
    JSON.stringify([around, file, bodyLine, lang, url, title, typography, cover, digestOf(body)]),
  );
}
