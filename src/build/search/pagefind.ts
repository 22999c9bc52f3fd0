// Texts → the files of an index that pages search, made by Pagefind's program.
// Texts are given in the order of the plan: Pagefind numbers them as they come, and other numbers would be other bytes.
import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { asMachineError, MachineError } from "../machine/machine-error.ts";

/** An HTML document, as `build/search/documents.ts` makes it. */
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
  #program: ChildProcess | undefined;

  /** `without`: selectors of what is no text. */
  constructor(without: readonly string[]) {
    this.#without = without;
  }

  /** Adds texts to the index under way, in this order. */
  async add(texts: readonly IndexedText[]): Promise<void> {
    const index = await this.#open();
    await Promise.all(texts.map(async (text) => check(await this.#answer(index.addHTMLFile(text)))));
  }

  /** All files of the index under way; from then on another one is. */
  async take(): Promise<IndexFile[]> {
    const index = await this.#open();
    this.#index = undefined;
    const { files } = check(await this.#answer(index.getFiles()));
    await this.#answer(index.deleteIndex());
    return files.filter(({ path }) => !UNUSED.test(path));
  }

  /** Ends Pagefind's program; a later text starts it again. */
  async end(): Promise<void> {
    const program = this.#program;
    this.#index = this.#program = undefined;
    const { close } = await answer(import("pagefind"));
    // A thread that ends before the system has given it up leaves a dead one to the process.
    const ended = program?.exitCode === null && program.signalCode === null && once(program, "exit");
    await close();
    if (ended) await answer(ended);
  }

  #open(): Promise<Index> {
    return (this.#index ??= this.#create());
  }

  async #create(): Promise<Index> {
    const { createIndex } = await answer(import("pagefind"));
    const asked = starting(
      () => createIndex({ excludeSelectors: [...this.#without] }),
      (program) => (this.#program = program),
    );
    const { index, errors } = await this.#answer(asked);
    if (!index) throw failure(errors.join(" "));
    return index;
  }

  #answer<T>(asked: Promise<T>): Promise<T> {
    return answer(asked, this.#program);
  }
}

/** Does what may start a process, and tells of that one: Pagefind's library keeps it to itself. */
function starting<T>(work: () => T, tell: (process: ChildProcess) => void): T {
  const onStart = (message: unknown): void => {
    const { process } = message as { process: ChildProcess };
    // As many as texts that are under way wait for it.
    process.setMaxListeners(0);
    tell(process);
  };
  subscribe("child_process", onStart);
  try {
    return work();
  } finally {
    unsubscribe("child_process", onStart);
  }
}

function check<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw failure(response.errors.join(" "));
  return response;
}

/** Pagefind's library does not look after its program: one that was killed answers nothing, and would leave the build waiting. */
async function answer<T>(asked: Promise<T>, program?: ChildProcess): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onExit = (): void => undefined;
  const silence = new Promise<never>((_, reject) => {
    onExit = (): void => {
      reject(failure("its program has ended"));
    };
    program?.once("exit", onExit);
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
    program?.removeListener("exit", onExit);
  }
}

function failure(cause: unknown): MachineError {
  return new MachineError("ESEARCH", "", { cause });
}
