// A thread of `build/pool.ts`: texts → the files of a search index, made by Pagefind's program.
import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { UNREAD, type IndexedText } from "./documents.ts";

interface IndexFile {
  /** Relative to the folder of the index. */
  path: string;
  content: Uint8Array;
}

/** Texts that are on their way to the program at a time. */
const LOT = 32;

/** Pagefind's interfaces, which the site does not use: it has its own. */
const UNUSED = /(?:^|\/)pagefind-(?:ui|modular-ui|component-ui|highlight|worker|playground)\b/;

/** Where Node names each process that this thread starts. */
const CHILDREN = "child_process";

/**
 * Texts are given in order: Pagefind numbers them as they come, and other numbers would give other bytes.
 * @throws what Pagefind reports, with the address of the text if it is about one.
 */
export async function indexTexts(texts: readonly IndexedText[]): Promise<IndexFile[]> {
  const { createIndex, close } = await import("pagefind");
  let watch: (message: unknown) => void = () => undefined;
  // Pagefind's library waits for ever for the answer of a program that has ended.
  const ended = new Promise<never>((_, reject) => {
    watch = (message) => {
      (message as { process: ChildProcess }).process.once("exit", (code, signal) => {
        reject(new Error(`its program ended (${String(signal ?? code)})`));
      });
    };
  });
  // It also ends when it is told to.
  ended.catch(() => undefined);
  const answer = async <T extends { errors: string[] }>(work: Promise<T>, url = ""): Promise<T> => {
    const answered = await Promise.race([work, ended]);
    if (answered.errors.length > 0) throw new Error(`${url} ${answered.errors.join(" ")}`.trim());
    return answered;
  };
  subscribe(CHILDREN, watch);
  try {
    const { index } = await answer(createIndex({ excludeSelectors: UNREAD }));
    if (!index) throw new Error("no index");
    for (let from = 0; from < texts.length; from += LOT) {
      const lot = texts.slice(from, from + LOT);
      await Promise.all(lot.map((text) => answer(index.addHTMLFile(text), `${text.url}:`)));
    }
    const { files } = await answer(index.getFiles());
    return files.filter(({ path }) => !UNUSED.test(path));
  } finally {
    unsubscribe(CHILDREN, watch);
    await close();
  }
}
