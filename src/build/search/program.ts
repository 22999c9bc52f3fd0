// Pagefind's program, as its library starts it: watched, since the library neither notices its end nor keeps its last words.
import childProcess, { type ChildProcess, type SpawnOptions } from "node:child_process";
import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { asMachineError, MachineError } from "../machine/machine-error.ts";

/** Longest silence, in milliseconds, before the program is considered dead: it takes one to index a text. */
const PATIENCE = 120_000;

/** Characters kept of the program's error output. */
const LAST_WORDS = 1_000;

/** Longest wait, in milliseconds, for the remaining output of a program that has ended. */
const SHORT_WAIT = 1_000;

export interface Program {
  process: ChildProcess;
  /** Resolves once it has ended and all its output has been read. */
  closed: Promise<unknown>;
  /** The end of its error output. */
  lastWords: string;
}

/**
 * Calls what may start a process, and reports that process. Pagefind's library keeps it private, and connects it to the
 * terminal, where it would print a trace whenever a build is stopped before it.
 */
export function starting<T>(work: () => T, tell: (process: ChildProcess) => void): T {
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

export function watched(process: ChildProcess): Program {
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

export function check<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw failure(response.errors.join(" "));
  return response;
}

/** Pagefind's library does not watch its program: a killed one never answers, and the build would wait for ever. */
export async function answer<T>(asked: Promise<T>, program?: Program): Promise<T> {
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

export function failure(cause: unknown): MachineError {
  return new MachineError("ESEARCH", "", { cause });
}
