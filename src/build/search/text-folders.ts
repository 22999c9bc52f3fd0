// Texts → a folder of files that Pagefind reads on all cores, and in their order: it takes half as long as with texts that are
// sent to it. It numbers texts as the system lists their files, so that a folder is of use only if it is listed in their order.
// A file system in memory lists the newest file first (others the oldest, or any), which is tried out, and verified each time.
import { mkdirSync, opendirSync, rmdirSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { IndexedText } from "./documents.ts";
import type { Scratch } from "./scratch.ts";

/** Addresses that Pagefind derives from the path of a file: folders whose names it changes in nothing. */
const SPELT_AS_PATH = /^\/(?:[\w~-][\w.~-]*\/)*$/;

const FILE = "index.html";

/** Empty folders that are made in this order, to see in which one they are listed. */
const PROBES = ["d", "a", "e", "c", "h", "b", "g", "f"];

type Listing = "oldest first" | "newest first";

export interface TextFolder {
  /** Absolute path. */
  path: string;
  /** Absolute paths of all that is in it, and of itself, in the order in which they were made. */
  folders: string[];
  files: string[];
}

export class TextFolders {
  readonly #scratch: Scratch;
  /** `undefined`: any other order. */
  readonly #listing: Listing | undefined;
  #count = 0;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
    this.#listing = listingIn(scratch);
  }

  /** Returns `undefined` if these texts have to be sent. */
  put(texts: readonly IndexedText[]): TextFolder | undefined {
    if (!this.#listing || !texts.every(({ url }) => SPELT_AS_PATH.test(url))) return undefined;
    const tree = treeOf(texts.map(({ url }) => url.slice(1) + FILE));
    if (!tree) return undefined;
    const path = join(this.#scratch.path, String(this.#count++));
    const folder: TextFolder = { path, folders: [], files: [] };
    const inOrder = this.#listing === "newest first" ? texts.toReversed() : texts;
    const isListed = this.#scratch.gate.pass(() => write(folder, inOrder) && listsAs(path, tree));
    if (isListed) return folder;
    this.remove(folder);
    return undefined;
  }

  /** Much less work than for `rmSync`, which has to look. */
  remove({ files, folders }: TextFolder): void {
    this.#scratch.gate.pass(() => {
      try {
        for (const file of files) unlinkSync(file);
        for (const folder of folders.reverse()) rmdirSync(folder);
      } catch {
        // It goes with the whole scratch folder.
      }
    });
  }
}

/**
 * Folder → names in it, in order; `undefined` if a file comes twice, or if a folder is left and returned to, which no walk
 * through folders does.
 */
function treeOf(files: readonly string[]): Map<string, string[]> | undefined {
  const tree = new Map<string, string[]>();
  for (const file of files) {
    let above = "";
    for (const name of file.split("/")) {
      const names = tree.get(above) ?? [];
      if (names.at(-1) !== name || above + name === file) {
        if (names.includes(name)) return undefined;
        tree.set(above, [...names, name]);
      }
      above += `${name}/`;
    }
  }
  return tree;
}

/** Returns `false` if there is no room left, or if a name is too long: texts that are sent need neither. */
function write({ path, folders, files }: TextFolder, texts: readonly IndexedText[]): boolean {
  const made = new Set<string>();
  const make = (folder: string): void => {
    if (made.has(folder)) return;
    if (folder !== path) make(dirname(folder));
    mkdirSync(folder);
    made.add(folder);
    folders.push(folder);
  };
  try {
    for (const { url, content } of texts) {
      const folder = join(path, url.slice(0, -1));
      make(folder);
      writeFileSync(join(folder, FILE), content);
      files.push(join(folder, FILE));
    }
    return true;
  } catch {
    return false;
  }
}

function listsAs(path: string, tree: ReadonlyMap<string, readonly string[]>): boolean {
  return [...tree].every(
    ([within, names]) => names.length < 2 || namesIn(join(path, within)).join("/") === names.join("/"),
  );
}

function listingIn({ path, gate }: Scratch): Listing | undefined {
  const probe = join(path, "probe");
  const listed = gate.pass(() => {
    try {
      for (const name of PROBES) mkdirSync(join(probe, name), { recursive: true });
      return namesIn(probe);
    } catch {
      return [];
    }
  });
  if (listed?.join("") === PROBES.join("")) return "oldest first";
  return listed?.join("") === PROBES.toReversed().join("") ? "newest first" : undefined;
}

/** As the system lists them: `readdir` would sort them. */
function namesIn(folder: string): string[] {
  const open = opendirSync(folder);
  try {
    const names: string[] = [];
    for (let next = open.readSync(); next; next = open.readSync()) names.push(next.name);
    return names;
  } finally {
    open.closeSync();
  }
}
