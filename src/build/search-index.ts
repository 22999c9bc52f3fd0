// Texts → the files of an index that pages search, made by Pagefind's program.
// Texts are given in the order of the plan: Pagefind numbers them as they come, and other numbers would be other bytes.
import { asMachineError, MachineError } from "./machine-error.ts";

/** An HTML document, as `build/search-documents.ts` makes it. */
export interface IndexedText {
  url: string;
  content: string;
}

export interface IndexFile {
  /** Relative to the folder of the index. */
  path: string;
  content: Uint8Array;
}

/** Longest silence, in milliseconds, before the program is held for dead: it takes one to index a text. */
const PATIENCE = 120_000;

/** Pagefind's interfaces, which the site does without: it has its own. */
const UNUSED = /(?:^|\/)pagefind-(?:ui|modular-ui|component-ui|highlight|worker|playground)\b/;

type Index = NonNullable<Awaited<ReturnType<(typeof import("pagefind"))["createIndex"]>>["index"]>;

/** Each of its ways throws a MachineError where Pagefind's program is not there for this machine, or ends. */
export class Indexer {
  readonly #without: readonly string[];
  #index: Promise<Index> | undefined;

  /** `without`: selectors of what is no text. */
  constructor(without: readonly string[]) {
    this.#without = without;
  }

  /** Adds texts to the index under way, in this order. */
  async add(texts: readonly IndexedText[]): Promise<void> {
    const index = await this.#open();
    await Promise.all(texts.map(async (text) => check(await answer(index.addHTMLFile(text)))));
  }

  /** All files of the index under way; from then on another one is. */
  async take(): Promise<IndexFile[]> {
    const index = await this.#open();
    this.#index = undefined;
    const { files } = check(await answer(index.getFiles()));
    await answer(index.deleteIndex());
    return files.filter(({ path }) => !UNUSED.test(path));
  }

  /** Ends Pagefind's program; a later text starts it again. */
  async end(): Promise<void> {
    this.#index = undefined;
    const { close } = await answer(import("pagefind"));
    await close();
  }

  #open(): Promise<Index> {
    return (this.#index ??= this.#create());
  }

  async #create(): Promise<Index> {
    const { createIndex } = await answer(import("pagefind"));
    const { index, errors } = await answer(createIndex({ excludeSelectors: [...this.#without] }));
    if (!index) throw failure(errors.join(" "));
    return index;
  }
}

function check<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw failure(response.errors.join(" "));
  return response;
}

/** A program that was killed answers nothing, and would leave the build waiting. */
async function answer<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(failure("no answer"));
    }, PATIENCE);
  });
  try {
    return await Promise.race([asked, silence]);
  } catch (error) {
    throw asMachineError(error) ?? failure(error);
  } finally {
    clearTimeout(timer);
  }
}

function failure(cause: unknown): MachineError {
  return new MachineError("ESEARCH", "", { cause });
}
