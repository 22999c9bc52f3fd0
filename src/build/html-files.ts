// The HTML of kept texts, many to a file: a build that keeps one more adds a small file, and rewrites nothing.
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

/** Where the bytes of a text are. */
export interface HtmlPlace {
  file: string;
  start: number;
  length: number;
}

/** More files than this are made one, and so are files of which most is of no more use. */
const MOST_FILES = 12;

/** A file that no index names may be another build's, about to be named: it is left for this many milliseconds. */
const GRACE_MS = 3_600_000;

export class HtmlFiles {
  readonly #folder: string;
  readonly #digests: Map<string, string>;
  readonly #bytes = new Map<string, Buffer | undefined>();
  readonly #added: Uint8Array[] = [];
  readonly #places: HtmlPlace[] = [];
  #name = `${randomUUID()}.html`;
  #length = 0;
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

  read({ file, start, length }: HtmlPlace): Buffer | undefined {
    if (!this.#bytes.has(file)) this.#bytes.set(file, this.#whole(file));
    return this.#bytes.get(file)?.subarray(start, start + length);
  }

  add(bytes: Uint8Array): HtmlPlace {
    const place = { file: this.#name, start: this.#length, length: bytes.length };
    this.#added.push(bytes);
    this.#places.push(place);
    this.#length += bytes.length;
    return place;
  }

  /**
   * Writes what was added, as one file more, or with all the bytes of `wanted` as the only one: their places are then
   * changed to what they are there. False where nothing can be written.
   */
  write(wanted: readonly HtmlPlace[]): boolean {
    try {
      const live = wanted.reduce((sum, { length }) => sum + length, 0);
      const all = [...this.#digests.keys()].reduce(
        (sum, file) => sum + (this.#bytes.get(file)?.length ?? 0),
        this.#length,
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

  #gather(wanted: readonly HtmlPlace[]): void {
    this.#isGathered = true;
    const added = new Map(this.#places.map((place, i) => [place, this.#added[i]]));
    const parts: Uint8Array[] = [];
    let start = 0;
    const moved: [HtmlPlace, number][] = [];
    for (const place of wanted) {
      const bytes = added.get(place) ?? this.read(place);
      if (!bytes) continue;
      parts.push(bytes);
      moved.push([place, start]);
      start += bytes.length;
    }
    this.#digests.clear();
    this.#put(parts);
    for (const [place, at] of moved) Object.assign(place, { file: this.#name, start: at });
  }

  #put(parts: readonly Uint8Array[]): void {
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, this.#name);
    const file = openSync(`${path}.part`, "w");
    let digest: string;
    try {
      digest = writeParts(file, parts);
    } finally {
      closeSync(file);
    }
    renameSync(`${path}.part`, path);
    this.#digests.set(this.#name, digest);
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
