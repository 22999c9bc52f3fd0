// A thread of `build/pool.ts`: texts → the files of a search index, made by Pagefind's program.
import { setTimeout } from "node:timers/promises";
import { UNREAD, type IndexedText } from "./documents.ts";

interface IndexFile {
  /** Relative to the folder of the index. */
  path: string;
  content: Uint8Array;
}

/** Texts that are on their way to the program at a time. */
const LOT = 32;

/** In milliseconds, for a lot of texts or an index: Pagefind's library does not notice that its program was killed. */
const LONGEST_SILENCE = 120_000;

/** Pagefind's interfaces, which the site does not use: it has its own. */
const UNUSED = /(?:^|\/)pagefind-(?:ui|modular-ui|component-ui|highlight|worker|playground)\b/;

/**
 * Texts are given in order: Pagefind numbers them as they come, and other numbers would give other bytes.
 * @throws what Pagefind reports, with the address of the text if it is about one.
 */
export async function indexTexts(texts: readonly IndexedText[]): Promise<IndexFile[]> {
  const { createIndex, close } = await import("pagefind");
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
    await close();
  }
}

async function answered<T>(work: Promise<T>): Promise<T> {
  const silence = new AbortController();
  const tooLong = setTimeout(LONGEST_SILENCE, undefined, { signal: silence.signal }).then(() => {
    throw new Error("no answer from its program");
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    silence.abort();
    tooLong.catch(() => undefined);
  }
}
