// A folder into which Pagefind writes an index: less work for both sides than as texts in its answer. It does not make a file
// again whose name is there, since names follow from what files contain: for each published file, there is an empty one.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { filesBelow } from "../../files.ts";
import type { Gate } from "../machine/gate.ts";
import { roomIn, type Scratch } from "./scratch.ts";

interface IndexFile {
  /** Relative to the folder of the index. */
  path: string;
  content: Uint8Array;
}

export interface TakenIndex {
  files: IndexFile[];
  /** Paths of those that are published already, with the same bytes. */
  same: string[];
}

/** The texts, words and filters of an index, in folders of these names; the file above them names all that belong to it. */
const NAMED = /^(?:fragment|index|filter)\/([^/]+)\.pf_(?:fragment|index|filter)$/;
const NAMING = /^[^/]+\.pf_meta$/;

/** Most bytes of the files that every index has: scripts, styles and WebAssembly. */
const COMMON = 8_000_000;

interface Wanted {
  /** Paths of the published files, relative to the folder of the index. */
  published: readonly string[];
  /** Length of all texts of the index. */
  characters: number;
}

export class IndexFolder {
  /** Absolute path. */
  readonly path: string;
  readonly #gate: Gate;
  readonly #published: ReadonlySet<string>;

  private constructor(path: string, gate: Gate, published: readonly string[]) {
    this.path = path;
    this.#gate = gate;
    this.#published = new Set(published);
  }

  /** Returns `undefined` if there is no room: Pagefind waits for ever on a full disk. */
  static make({ path, gate }: Scratch, { published, characters }: Wanted): IndexFolder | undefined {
    const named = published.filter((file) => NAMED.test(file));
    const folder = join(path, "index");
    const isMade = gate.pass(() => {
      try {
        if (roomIn(path) < 2 * characters + COMMON) return false;
        mkdirSync(folder);
        for (const within of new Set(named.map(dirname))) mkdirSync(join(folder, within));
        for (const file of named) writeFileSync(join(folder, file), "");
        return true;
      } catch {
        // The whole index is made in memory instead.
        return false;
      }
    });
    return isMade ? new IndexFolder(folder, gate, named) : undefined;
  }

  /** What Pagefind wrote, and what it would have written again; removes the folder. */
  take(): TakenIndex {
    const files = filesBelow(this.path)
      .filter((path) => !this.#published.has(path))
      .map((path): IndexFile => ({ path, content: readFileSync(join(this.path, path)) }));
    const naming = files.filter(({ path }) => NAMING.test(path)).map(({ content }) => gunzipSync(content));
    const same = [...this.#published].filter((path) => {
      const name = inCbor(NAMED.exec(path)?.[1] ?? "");
      return naming.some((names) => names.includes(name));
    });
    this.#gate.pass(() => {
      rmSync(this.path, { recursive: true, force: true });
    });
    return { files, same };
  }
}

/** A text of fewer than 256 bytes as CBOR has it (RFC 8949): a text of which this one is the beginning is not found. */
function inCbor(text: string): Buffer {
  const bytes = Buffer.from(text);
  const { length } = bytes;
  return Buffer.concat([Buffer.from(length < 24 ? [0x60 + length] : [0x78, length]), bytes]);
}
