// Kept texts, many to a file, each as its details and its HTML: a build that keeps one more adds a small file, and rewrites nothing.
// Files are named in an index with their digests; one that does not match gives nothing.
import { randomUUID, webcrypto } from "node:crypto";
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  read,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { digestOf } from "./digest.ts";
import { writeParts } from "./write-parts.ts";

/** Where the bytes of a text are: those of its details, and behind them its HTML. Of one that was added, once it is written. */
export interface TextPlace {
  file: string;
  start: number;
  length: number;
  details: number;
}

/** Gives the bytes of a text when they are written: those of a large site would take its size once more. */
export type MakeBytes = () => readonly [details: Uint8Array, html: Uint8Array];

/** More files than this are made one, and so are files of which most is of no more use. */
const MOST_FILES = 12;

/** A file that no index names may be another build's, about to be named: it is left for this many milliseconds. */
const GRACE_MS = 3_600_000;

export class TextFiles {
  readonly #folder: string;
  readonly #digests: Map<string, string>;
  readonly #bytes = new Map<string, Buffer | undefined>();
  readonly #added = new Map<TextPlace, MakeBytes>();
  readonly #name = `${randomUUID()}.html`;
  #isGathered = false;

  /** `digests`: of each file that the index names. */
  constructor(folder: string, digests: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#digests = new Map(Object.entries(digests));
  }

  /**
   * Reads all files while others go on: what `read` gives from then on is to be believed only once `check` says so. One that
   * cannot be read gives nothing.
   */
  async load(): Promise<void> {
    const read = async (file: string): Promise<void> => {
      this.#bytes.set(file, await readAhead(join(this.#folder, file)));
    };
    await Promise.all([...this.#digests.keys()].map(read));
  }

  /** True where all files that were loaded are whole. */
  async check(): Promise<boolean> {
    const isWhole = async ([file, bytes]: [string, Buffer | undefined]): Promise<boolean> =>
      bytes === undefined || (await digestAside(bytes)) === this.#digests.get(file);
    return (await Promise.all([...this.#bytes].map(isWhole))).every(Boolean);
  }

  read({ file, start, length, details }: TextPlace): { details: Buffer; html: Buffer } | undefined {
    if (!this.#bytes.has(file)) this.#bytes.set(file, this.#whole(file));
    const bytes = this.#bytes.get(file)?.subarray(start, start + length);
    return bytes && { details: bytes.subarray(0, details), html: bytes.subarray(details) };
  }

  add(make: MakeBytes): TextPlace {
    const place = { file: this.#name, start: 0, length: 0, details: 0 };
    this.#added.set(place, make);
    return place;
  }

  /**
   * Writes what was added, as one file more, or with all the bytes of `wanted` as the only one: their places are then
   * changed to what they are there. False where nothing can be written.
   */
  write(wanted: readonly TextPlace[]): boolean {
    try {
      const live = wanted.reduce((sum, { length }) => sum + length, 0);
      const all = [...this.#digests.keys()].reduce(
        (sum, file) => sum + (this.#bytes.get(file)?.length ?? 0),
        0,
      );
      if (this.#digests.size >= MOST_FILES || live * 2 < all) this.#gather(wanted);
      else this.#put(this.#added);
      return true;
    } catch {
      // A cache that cannot be kept costs time only.
      return false;
    }
  }

  /** True once places are others than they were. */
  get isGathered(): boolean {
    return this.#isGathered;
  }

  digests(): Record<string, string> {
    return Object.fromEntries(this.#digests);
  }

  /** Removes what no index has named for a while, once the new index stands. */
  clear(): void {
    try {
      const now = statSync(join(this.#folder, "index")).mtimeMs;
      for (const name of readdirSync(this.#folder)) {
        const path = join(this.#folder, name);
        if (!name.startsWith("index") && !this.#digests.has(name) && statSync(path).mtimeMs < now - GRACE_MS)
          rmSync(path);
      }
    } catch {
      // The next build tries again.
    }
  }

  #gather(wanted: readonly TextPlace[]): void {
    this.#isGathered = true;
    const files = [...this.#digests.keys()];
    const all = new Map<TextPlace, MakeBytes>();
    for (const place of wanted) {
      const kept = this.#added.has(place) ? undefined : this.read(place);
      const make: MakeBytes | undefined = kept ? () => [kept.details, kept.html] : this.#added.get(place);
      if (make) all.set(place, make);
    }
    this.#put(all);
    for (const file of files) this.#digests.delete(file);
  }

  #put(texts: Iterable<[TextPlace, MakeBytes]>): void {
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, this.#name);
    const file = openSync(`${path}.part`, "w");
    let digest: string;
    try {
      digest = writeParts(file, this.#placed(texts));
    } finally {
      closeSync(file);
    }
    renameSync(`${path}.part`, path);
    this.#digests.set(this.#name, digest);
  }

  /** One text behind the other, each with its place noted as it is made. */
  *#placed(texts: Iterable<[TextPlace, MakeBytes]>): Generator<Uint8Array> {
    let start = 0;
    for (const [place, make] of texts) {
      const [details, html] = make();
      const length = details.length + html.length;
      Object.assign(place, { file: this.#name, start, length, details: details.length });
      start += length;
      yield details;
      yield html;
    }
  }

  #whole(file: string): Buffer | undefined {
    try {
      const bytes = readFileSync(join(this.#folder, file));
      return digestOf(bytes) === this.#digests.get(file) ? bytes : undefined;
    } catch {
      return undefined;
    }
  }
}

/** By one call, which a thread of Node's own carries to its end even while this one is busy. */
async function readAhead(path: string): Promise<Buffer | undefined> {
  try {
    const file = openSync(path, "r");
    try {
      const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
      const { bytesRead } = await promisify(read)(file, bytes, 0, bytes.length, 0);
      return bytesRead === bytes.length ? bytes : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** As `digestOf`, on a thread of Node's own. */
async function digestAside(bytes: Buffer): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("base64url");
}
