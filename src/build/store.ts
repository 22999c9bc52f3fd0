// What builds store in `.cache/` for the next one. A file is written whole and begins with a digest of what follows: one that is
// missing, damaged, or of another version of Carnet or Node reads as `undefined`, and costs time only.
// Two rules decide what is still good, and there is no third: a value if its key is the digest of all its inputs and its lookups
// have the same answers; a file of the output if its fingerprint, its size and its time are those recorded.
import { isAbsolute, join, relative } from "node:path";
import { runningVersion } from "./code-version.ts";
import { digestOf } from "./machine/digest.ts";
import { cacheFolder, readStored, writeStored } from "./machine/stored-file.ts";
import { places } from "./output/places.ts";
import { PictureStore } from "./pictures/store.ts";
import { TextStore } from "./texts/store.ts";

export interface StoreOptions {
  /** False ignores all that an earlier run stored. */
  trust: boolean;
  /** False stores nothing for a later run. */
  keep: boolean;
}

/** The store of a site: one for each run, or for as long as a process makes the same site again and again. */
export class Store {
  readonly version = runningVersion();
  readonly texts: TextStore;
  readonly pictures: PictureStore;
  readonly #root: string;
  readonly #trust: boolean;
  readonly #keep: boolean;

  /** `root` is the absolute path of the site root. */
  constructor(root: string, { trust, keep }: StoreOptions) {
    const { path, isReal } = cacheFolder(root);
    this.#root = root;
    this.#trust = trust && isReal;
    this.#keep = keep && isReal;
    this.texts = new TextStore(this, path);
    this.pictures = new PictureStore(join(path, "pictures"), { trust: this.#trust, keep: this.#keep });
  }

  get mayWrite(): boolean {
    return this.#keep;
  }

  /** A value by its name, which is that of its file. The digest proves that it has the shape that its version writes. */
  read(name: string): unknown {
    const path = this.#pathOf(name);
    return this.#trust && path !== undefined ? readStored(path, this.version) : undefined;
  }

  /** Returns false if nothing could be written: the next run then repeats the work. */
  write(name: string, value: unknown): boolean {
    const path = this.#pathOf(name);
    return this.#keep && path !== undefined && writeStored(path, this.version, value);
  }

  /** Writes what the next run can use of texts. */
  save(): void {
    this.texts.save();
  }

  #pathOf(name: string): string | undefined {
    const [folder, file] = name.includes("/") ? name.split("/", 2) : ["", name];
    const { path, isReal } = cacheFolder(this.#root, folder);
    return isReal ? join(path, file ?? "") : undefined;
  }
}

/** Name of what is stored about an output. If the output is inside the site, a copy of the site finds it again. */
export function outputName(root: string, output: string): string {
  const to = places(output).output;
  const way = relative(root, to);
  return digestOf(way.startsWith("..") || isAbsolute(way) ? to : way).slice(0, 16);
}
