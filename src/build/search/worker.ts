// The thread of `build/search/thread.ts`: gives texts to Pagefind's program and writes the files of each index, each change of
// the disk behind a gate. Files that are in the output with the same bytes are not written.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { failedOf, type Failed } from "../machine/failed.ts";
import { Folders } from "../machine/folders.ts";
import { Gate } from "../machine/gate.ts";
import { UNREAD, type IndexedText } from "./documents.ts";
import type { TakenIndex } from "./index-folder.ts";
import { Indexer } from "./pagefind.ts";
import { readBytes } from "../../files.ts";

/** Asks for an index of the texts sent since the last one. */
export interface WantedIndex {
  /** Path of its folder in the site, with its final slash. */
  path: string;
  /** Absolute path of the folder where the site is made. */
  folder: string;
  /** Absolute path of the output, and paths there of files of the index that are as an earlier build left them. */
  output: string;
  standing: readonly string[];
}

/** `end` after the last: the program is not needed any more, and ends with its thread while the rest of the build goes on. */
export type SearchMessage = IndexedText[] | WantedIndex | "end";

/** Paths in the site. */
export interface MadeIndex {
  files: string[];
  /** Those of them that were not written, because they are in the output. */
  kept: string[];
}

/** The number of texts just indexed, or the files of a requested index. After a failure, nothing more comes. */
export type SearchAnswer = { indexed: number } | { made: MadeIndex } | { failed: Failed };

/** `gate`: what a Gate shares; `scratch`: absolute path of a folder that can be written in, if there is one. */
export interface SearchStart {
  gate: SharedArrayBuffer;
  scratch: string | undefined;
}

const port = parentPort;
if (!port) throw new Error("This file runs as a worker thread of a build.");
serve(port, workerData as SearchStart);

function serve(asking: MessagePort, { gate: shared, scratch: path }: SearchStart): void {
  const gate = new Gate(shared);
  const indexer = new Indexer(UNREAD, path === undefined ? undefined : { path, gate });
  const answer = async (message: SearchMessage): Promise<SearchAnswer> => {
    if (message === "end") {
      await indexer.end();
      asking.close();
      return { indexed: 0 };
    }
    if (!Array.isArray(message)) return { made: write(await indexer.take(thereOf(message)), message, gate) };
    await indexer.add(message);
    return { indexed: message.length };
  };
  let last = Promise.resolve();
  asking.on("message", (message: SearchMessage) => {
    last = last.then(async () => {
      asking.postMessage(await answer(message));
    });
    last.catch((error: unknown) => {
      asking.postMessage({ failed: failedOf(error) } satisfies SearchAnswer);
    });
  });
}

/** Paths, in the folder of the index, of the standing files that nobody has removed meanwhile. */
function thereOf({ path, output, standing }: WantedIndex): string[] {
  return standing.filter((file) => existsSync(join(output, file))).map((file) => file.slice(path.length));
}

function write(made: TakenIndex, { path, folder, output, standing }: WantedIndex, gate: Gate): MadeIndex {
  const before = new Set(standing);
  const folders = new Folders(folder);
  const kept = made.same.map((file) => path + file);
  const files = [...kept];
  for (const one of made.files) {
    const file = path + one.path;
    files.push(file);
    if (before.has(file) && readBytes(join(output, file))?.equals(one.content) === true) {
      kept.push(file);
      continue;
    }
    gate.pass(() => {
      writeFileSync(folders.room(file), one.content);
    });
  }
  return { files, kept };
}
