// What builds store in `.cache/` for the next one. A file is written whole and begins with a digest of what follows: one that is
// missing, damaged, or of another version of Carnet or Node reads as `undefined`, and costs time only.
// Two rules decide what is still good, and there is no third: a value if its key is the digest of all its inputs and its lookups
// have the same answers; a file of the output if its fingerprint, its size and its time are those recorded.
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { deserialize, serialize } from "node:v8";
import { digestOf, packageRoot } from "../files.ts";
import { digestOfFolder } from "./digest.ts";
import { writeWhole } from "./disk.ts";
import { places } from "./output/places.ts";
import type { FileReading } from "../content/entry.ts";
import type { RenderedText } from "./texts/renderer.ts";

/** The store of a site: one for each run, or for as long as a process makes the same site again and again. */
export class Store {
  readonly version = codeVersion();
  readonly #root: string;
  readonly #options: { trust: boolean; keep: boolean };
  readonly #broken: string[] = [];
  /** What was read of the files of texts, and rendered of them except for the site's answers to their lookups. */
  readonly readings = new Cache<FileReading>(this, "read");
  readonly texts = new Cache<RenderedText>(this, "rendered");

  /**
   * `root` is the absolute path of the site root. Without `trust`, all that an earlier run stored is ignored; without `keep`, nothing is
   * stored for a later one.
   */
  constructor(root: string, options: { trust: boolean; keep: boolean }) {
    this.#root = root;
    this.#options = options;
  }

  /** A value by its name, which is that of its file. The digest proves that it has the shape that its version writes. */
  read(name: string): unknown {
    const bytes = this.#bytes(name);
    try {
      const [version, value] = bytes ? (deserialize(bytes) as [string, unknown]) : [];
      return version === this.version ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** A value that cannot be written costs the next run time only. */
  write(name: string, value: unknown): void {
    this.#write(name, serialize([this.version, value]));
  }

  /** Writes what this run added, for the next one. */
  save(): void {
    this.readings.save();
    this.texts.save();
  }

  /** The bytes of a picture by its name, which changes with its source and with how it is made. */
  picture(name: string): Buffer | undefined {
    return this.#bytes(`pictures/${name}`, name);
  }

  keepPicture(name: string, bytes: Uint8Array): void {
    this.#write(`pictures/${name}`, bytes, name);
  }

  /** Hashes of the pictures that this run or an earlier build could not make. */
  brokenPictures(): ReadonlySet<string> {
    return new Set([...((this.read("broken-pictures") ?? []) as string[]), ...this.#broken]);
  }

  keepBroken(hashes: readonly string[]): void {
    this.#broken.push(...hashes);
    this.write("broken-pictures", [...this.brokenPictures()]);
  }

  forgetPictures(wanted: ReadonlySet<string>): void {
    const { path, isReal } = cacheFolder(this.#root, "pictures");
    if (this.#options.keep && isReal) forgetUnused(path, (name) => wanted.has(name));
  }

  /** Reads only regular files: a link may lead to `/dev/zero`, without end; a pipe blocks. */
  #bytes(name: string, salt = ""): Buffer | undefined {
    const path = this.#options.trust ? this.#pathOf(name) : undefined;
    try {
      if (path === undefined || !lstatSync(path).isFile()) return undefined;
      const file = readFileSync(path);
      const bytes = file.subarray(HEAD);
      return sealOf(bytes, salt) === file.toString("latin1", 0, HEAD) ? bytes : undefined;
    } catch {
      return undefined;
    }
  }

  #write(name: string, bytes: Uint8Array, salt = ""): void {
    const path = this.#options.keep ? this.#pathOf(name) : undefined;
    try {
      if (path !== undefined) writeWhole(path, Buffer.concat([Buffer.from(sealOf(bytes, salt)), bytes]));
    } catch {
      // A cache that cannot be written only costs time.
    }
  }

  #pathOf(name: string): string | undefined {
    const [folder, file] = name.includes("/") ? name.split("/", 2) : ["", name];
    const { path, isReal } = cacheFolder(this.#root, folder);
    return isReal ? join(path, file ?? "") : undefined;
  }
}

/**
 * Values of one kind by keys that are digests of all that they are made of. They are in several files, so that an edit of one text
 * does not write those of all others again.
 */
class Cache<T> {
  readonly #store: Store;
  readonly #name: string;
  readonly #files = new Map<string, Map<string, T>>();
  /** Keys that this run used, and files to which it added. */
  readonly #used = new Set<string>();
  readonly #changed = new Set<string>();

  constructor(store: Store, name: string) {
    this.#store = store;
    this.#name = name;
  }

  get(key: string): T | undefined {
    const value = this.#valuesIn(this.#fileOf(key)).get(key);
    if (value !== undefined) this.#used.add(key);
    return value;
  }

  keep(key: string, value: T): void {
    const file = this.#fileOf(key);
    this.#valuesIn(file).set(key, value);
    this.#used.add(key);
    this.#changed.add(file);
  }

  /** Values that this run did not use are dropped once they are more than the others: another run may want them. */
  save(): void {
    for (const file of this.#changed) {
      const values = this.#valuesIn(file);
      const unused = [...values.keys()].filter((key) => !this.#used.has(key));
      if (2 * unused.length > values.size) for (const key of unused) values.delete(key);
      this.#store.write(file, values);
    }
    this.#changed.clear();
  }

  #fileOf(key: string): string {
    return `${this.#name}/${String(key.charCodeAt(0) % 16)}`;
  }

  #valuesIn(file: string): Map<string, T> {
    const values = this.#files.get(file) ?? ((this.#store.read(file) ?? new Map()) as Map<string, T>);
    this.#files.set(file, values);
    return values;
  }
}

/** Length of a digest and of the line break after it. */
const HEAD = 44;

/** `salt`: the name of a file that must not pass for another. */
const sealOf = (bytes: Uint8Array, salt: string): string =>
  `${digestOf(salt === "" ? bytes : salt + digestOf(bytes))}\n`;

/** A folder of `.cache/` in a site root, or `.cache/` itself. Unless `isReal`, nothing may be written there. */
function cacheFolder(root: string, name = ""): { path: string; isReal: boolean } {
  const [cache, path] = [join(root, ".cache"), join(root, ".cache", name)];
  return { path, isReal: isRealOrAbsent(cache) && isRealOrAbsent(path) };
}

/** True for a folder, or for nothing yet. False for a file, and for a link, which would lead the build to write elsewhere. */
export function isRealOrAbsent(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
}

/** Deletes the unwanted files of a folder once they are more than the others; until then, another run may want them again. */
export function forgetUnused(folder: string, isWanted: (name: string) => boolean): void {
  try {
    const names = readdirSync(folder);
    const unused = names.filter((name) => !isWanted(name));
    if (unused.length * 2 > names.length) for (const name of unused) rmSync(join(folder, name));
  } catch {
    // What remains only takes space, and the next build tries again.
  }
}

/** Name of what is stored about an output. If the output is inside the site, a copy of the site finds it again. */
export function outputName(root: string, output: string): string {
  const to = places(output).output;
  const way = relative(root, to);
  return `outputs/${digestOf(way.startsWith("..") || isAbsolute(way) ? to : way).slice(0, 16)}`;
}

/**
 * The running Carnet, with all it is made of → a version that changes with any of it. `folder` is the absolute path of its package.
 */
export function codeVersion(folder = packageRoot): string {
  const parts = [process.version, process.arch, process.platform];
  const dist = join(folder, "dist");
  if (existsSync(dist)) parts.push(digestOfFolder(dist, isOfCode));
  // Carnet requires exact versions of packages; only the list of what was installed has those that they require in turn.
  for (const list of [join(folder, "package.json"), ...installedPackages(folder)])
    parts.push(digestOf(readFileSync(list)));
  return digestOf(parts.join("\n"));
}

/** Of the form's program (megabytes that no build runs), only the file list counts: its file names change with their bytes. */
function isOfCode(file: string): boolean {
  return file.startsWith("admin/program/") ? file === "admin/program/files.json" : file.endsWith(".js");
}

/** The lists of what npm, pnpm or Yarn installed, with versions, in the nearest `node_modules` that has one. */
function installedPackages(folder: string): string[] {
  const names = [".package-lock.json", ".pnpm/lock.yaml", ".yarn-integrity", ".yarn-state.yml"];
  const lists = names.map((name) => join(folder, "node_modules", name)).filter((list) => existsSync(list));
  const parent = dirname(folder);
  return lists.length > 0 || parent === folder ? lists : installedPackages(parent);
}
