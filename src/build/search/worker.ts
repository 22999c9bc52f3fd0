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

/**
 * Texts are given in order: Pagefind numbers them as they come, and other numbers would give other bytes.
 * @throws what Pagefind reports, with the address of the text if it is about one.
 */
export async function indexTexts(texts: readonly IndexedText[]): Promise<IndexFile[]> {
  const { createIndex, close } = await import("pagefind");
  const program = watchProgram();
  const answered = async <T>(work: Promise<T>): Promise<T> => Promise.race([work, program.ended]);
  try {
    const { index, errors } = await answered(createIndex({ excludeSelectors: UNREAD }));
    if (!index) throw new Error(errors.join(" "));
    for (let from = 0; from < texts.length; from += LOT) {
      const lot = texts.slice(from, from + LOT);
      const added = await answered(Promise.all(lot.map((text) => index.addHTMLFile(text))));
      added.forEach(({ errors: said }, i) => {
        if (said.length > 0) throw new Error(`${lot[i]?.url ?? ""}: ${said.join(" ")}`);
      });
    }
    const { files, errors: said } = await answered(index.getFiles());
    if (said.length > 0) throw new Error(said.join(" "));
    return files.filter(({ path }) => !UNUSED.test(path));
  } finally {
    program.leave();
    await close();
  }
}

/** Where Node names each process that this thread starts. */
const CHILDREN = "child_process";

/** Pagefind's library waits for ever for the answer of a program that has ended: `ended` rejects as soon as it has. */
function watchProgram(): { ended: Promise<never>; leave: () => void } {
  let watch: (message: unknown) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    watch = (message) => {
      (message as { process: ChildProcess }).process.once("exit", (code, signal) => {
        reject(new Error(`its program ended (${String(signal ?? code)})`));
      });
    };
  });
  // It also ends when it is told to.
  ended.catch(() => undefined);
  subscribe(CHILDREN, watch);
  return { ended, leave: () => unsubscribe(CHILDREN, watch) };
}
