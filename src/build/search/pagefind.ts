// Texts → the files of a search index, made by Pagefind's program.
// Texts are given in the order of the plan: Pagefind numbers them as they come, and other numbers would give other bytes.
import childProcess, { type ChildProcess, type SpawnOptions } from "node:child_process";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
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

/** Longest silence, in milliseconds, before the program is considered dead: it takes one to index a text. */
const PATIENCE = 120_000;

/** Characters kept of the program's error output. */
const LAST_WORDS = 1_000;

/** Pagefind's interfaces, which the site does not use: it has its own. */
const UNUSED = /(?:^|\/)pagefind-(?:ui|modular-ui|component-ui|highlight|worker|playground)\b/;

/** Longest wait, in milliseconds, for the remaining output of a program that has ended. */
const SHORT_WAIT = 1_000;

interface Program {
  process: ChildProcess;
  /** Resolves once it has ended and all its output has been read. */
  closed: Promise<unknown>;
  /** The end of its error output. */
  lastWords: string;
}

type Index = NonNullable<Awaited<ReturnType<(typeof import("pagefind"))["createIndex"]>>["index"]>;

/** Each method throws a MachineError if Pagefind's program is not available for this machine, or ends. */
export class Indexer {
  readonly #without: readonly string[];
  #index: Promise<Index> | undefined;
  #program: Program | undefined;

  /** `without`: selectors of elements that are not text. */
  constructor(without: readonly string[]) {
    this.#without = without;
  }

  /** Adds texts to the current index, in this order. */
  async add(texts: readonly IndexedText[]): Promise<void> {
    const index = await this.#open();
    await Promise.all(texts.map(async (text) => check(await this.#answer(index.addHTMLFile(text)))));
  }

  /** All files of the current index; later texts go into a new one. */
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
    // If the thread ends before the system has released the program, a zombie stays in the process.
    await close();
    if (program) await answer(program.closed);
  }

  #open(): Promise<Index> {
    return (this.#index ??= this.#create());
  }

  async #create(): Promise<Index> {
    const { createIndex } = await answer(import("pagefind"));
    const asked = starting(
      () => createIndex({ excludeSelectors: [...this.#without] }),
      (process) => (this.#program = watched(process)),
    );
    const { index, errors } = await this.#answer(asked);
    if (!index) throw failure(errors.join(" "));
    return index;
  }

  #answer<T>(asked: Promise<T>): Promise<T> {
    return answer(asked, this.#program);
  }
}

/**
 * Calls what may start a process, and reports that process. Pagefind's library keeps it private, and connects it to the
 * terminal, where it would print a trace whenever a build is stopped before it.
 */
function starting<T>(work: () => T, tell: (process: ChildProcess) => void): T {
  const { spawn } = childProcess;
  const quiet = (command: string, args: string[], options: SpawnOptions): ChildProcess => {
    const process = spawn(command, args, { ...options, stdio: "pipe" });
    tell(process);
    return process;
  };
  childProcess.spawn = quiet as typeof spawn;
  try {
    return work();
  } finally {
    childProcess.spawn = spawn;
  }
}

function watched(process: ChildProcess): Program {
  const program: Program = {
    process,
    lastWords: "",
    closed: new Promise((resolve) => process.once("close", resolve)),
  };
  // Each text that waits for an answer adds a listener.
  process.setMaxListeners(0);
  const said = process.stderr as Socket | null;
  said?.on("data", (words: Buffer) => {
    program.lastWords = (program.lastWords + words.toString()).slice(-LAST_WORDS);
  });
  // Waiting for its output must not keep the thread running.
  said?.unref();
  return program;
}

function check<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw failure(response.errors.join(" "));
  return response;
}

/** Pagefind's library does not watch its program: a killed one never answers, and the build would wait for ever. */
async function answer<T>(asked: Promise<T>, program?: Program): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onClose = (): void => undefined;
  const silence = new Promise<never>((_, reject) => {
    onClose = (): void => {
      // All its output has been read by then.
      reject(failure(wordsOf(program) ?? "its program has ended"));
    };
    program?.process.once("close", onClose);
    timer = setTimeout(() => {
      reject(failure("no answer"));
    }, PATIENCE);
  });
  try {
    return await Promise.race([asked, silence]);
  } catch (error) {
    throw asMachineError(error) ?? failure((program && (await lastWordsOf(program))) ?? error);
  } finally {
    clearTimeout(timer);
    program?.process.removeListener("close", onClose);
  }
}

async function lastWordsOf(program: Program): Promise<string | undefined> {
  const { exitCode, signalCode, killed } = program.process;
  const isOver = killed || exitCode !== null || signalCode !== null;
  if (isOver) await Promise.race([program.closed, sleep(SHORT_WAIT)]);
  return wordsOf(program);
}

/** What it has printed so far; `undefined` if that is nothing. */
function wordsOf(program: Program | undefined): string | undefined {
  const words = program?.lastWords.trim() ?? "";
  return words === "" ? undefined : words;
}

function failure(cause: unknown): MachineError {
  return new MachineError("ESEARCH", "", { cause });
}
