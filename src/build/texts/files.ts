// Cached texts, many to a file, each as its details and its HTML: a build that stores one more adds a small file, and rewrites
// nothing.
// An index lists the texts with their digests; a text whose digest does not match reads as `undefined`.
import { createHash, randomUUID } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { GRACE_MS } from "../machine/checked-file.ts";
import { digestOf } from "../machine/digest.ts";
import { writeWhole } from "../machine/whole-file.ts";
import { writeParts } from "../machine/write-parts.ts";
import { readBytes } from "../../files.ts";

/** Where the bytes of a text are: its details, then its HTML. For a text that was added, it is set when the text is written. */
export interface TextPlace {
  file: string;
  start: number;
  length: number;
  details: number;
  digest: string;
}

/** The bytes of a text. */
export interface TextBytes {
  details: Buffer;
  html: Buffer;
}

/** Returns the bytes of a text when they are written: held until then, those of a large site would take its size once more. */
export type MakeBytes = () => readonly [details: Uint8Array, html: Uint8Array];

/** More files than this are merged into one; so are all files, if less than half of their bytes is still used. */
const MOST_FILES = 12;

/** Texts that are read one by one; after that many, whole files are read. */
const MOST_SINGLE = 1000;

export class TextFiles {
  readonly #folder: string;
  readonly #files: Set<string>;
  readonly #whole = new Map<string, Buffer | undefined>();
  readonly #added = new Map<TextPlace, MakeBytes>();
  readonly #name = `${randomUUID()}.html`;
  #single = 0;
  #isGathered = false;

  /** `files`: those that the index lists. */
  constructor(folder: string, files: readonly string[]) {
    this.#folder = folder;
    this.#files = new Set(files);
  }

  /** For callers that read nearly all texts. */
  read(place: TextPlace): TextBytes | undefined {
    const { file, start, length } = place;
    if (!this.#whole.has(file)) this.#whole.set(file, readBytes(join(this.#folder, file)));
    return partsOf(this.#whole.get(file)?.subarray(start, start + length), place);
  }

  /** For callers that read few texts. */
  readOne(place: TextPlace): TextBytes | undefined {
    this.#single += 1;
    return this.#single > MOST_SINGLE ? this.read(place) : partsOf(this.#readPart(place), place);
  }

  add(make: MakeBytes): TextPlace {
    const place = { file: this.#name, start: 0, length: 0, details: 0, digest: "" };
    this.#added.set(place, make);
    return place;
  }

  /**
   * Writes what was added, as one more file, or together with all the bytes of `wanted` as the only file: their places are then
   * updated. Returns false if nothing can be written.
   */
  write(wanted: readonly TextPlace[]): boolean {
    try {
      const live = wanted.reduce((sum, { length }) => sum + length, 0);
      const all = [...this.#files].reduce((sum, file) => sum + this.#sizeOf(file), 0);
      if (this.#files.size >= MOST_FILES || live * 2 < all) this.#gather(wanted);
      else this.#put(this.#added);
      return true;
    } catch {
      // A cache that cannot be written only costs time.
      return false;
    }
  }

  /** True once places have changed. */
  get isGathered(): boolean {
    return this.#isGathered;
  }

  get files(): string[] {
    return [...this.#files];
  }

  /**
   * Deletes files that no index has listed for a while, once the new index is written: it, and files written since, are newer.
   */
  clear(): void {
    try {
      const now = statSync(join(this.#folder, "index")).mtimeMs;
      for (const name of readdirSync(this.#folder)) {
        const path = join(this.#folder, name);
        if (!this.#files.has(name) && statSync(path).mtimeMs < now - GRACE_MS) rmSync(path);
      }
    } catch {
      // The next build tries again.
    }
  }

  #gather(wanted: readonly TextPlace[]): void {
    this.#isGathered = true;
    const files = [...this.#files];
    const all = new Map<TextPlace, MakeBytes>();
    for (const place of wanted) {
      const kept = this.#added.has(place) ? undefined : this.read(place);
      const make: MakeBytes | undefined = kept ? () => [kept.details, kept.html] : this.#added.get(place);
      if (make) all.set(place, make);
    }
    this.#put(all);
    for (const file of files) this.#files.delete(file);
  }

  #put(texts: Iterable<[TextPlace, MakeBytes]>): void {
    const path = join(this.#folder, this.#name);
    const write = (part: string): void => {
      const file = openSync(part, "w");
      try {
        writeParts(file, this.#placed(texts));
      } finally {
        closeSync(file);
      }
    };
    writeWhole(path, write, `${path}.part`);
    this.#files.add(this.#name);
  }

  /** The bytes of all texts, one after the other; sets the place of each as it is made. */
  *#placed(texts: Iterable<[TextPlace, MakeBytes]>): Generator<Uint8Array> {
    let start = 0;
    for (const [place, make] of texts) {
      const [details, html] = make();
      const length = details.length + html.length;
      const digest = createHash("sha256").update(details).update(html).digest("base64url");
      Object.assign(place, { file: this.#name, start, length, details: details.length, digest });
      start += length;
      yield details;
      yield html;
    }
  }

  #sizeOf(file: string): number {
    return statSync(join(this.#folder, file), { throwIfNoEntry: false })?.size ?? 0;
  }

  #readPart({ file, start, length }: TextPlace): Buffer | undefined {
    try {
      const open = openSync(join(this.#folder, file), "r");
      try {
        const bytes = Buffer.allocUnsafe(length);
        return bytes.subarray(0, readSync(open, bytes, 0, length, start));
      } finally {
        closeSync(open);
      }
    } catch {
      return undefined;
    }
  }
}

/** `undefined` if these are not the bytes that were written. */
function partsOf(bytes: Buffer | undefined, { details, digest }: TextPlace): TextBytes | undefined {
  if (!bytes || digestOf(bytes) !== digest) return undefined;
  return { details: bytes.subarray(0, details), html: bytes.subarray(details) };
}
