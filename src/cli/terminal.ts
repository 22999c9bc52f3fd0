// The terminal: its language, its colours, a progress bar if a person is watching, and the signals by which it ends a command.
// `start.ts` takes the language from here on any Node: this module imports nothing of Node's at its top but types.
import type { WriteStream } from "node:tty";
import type { Format } from "../shown-problems.ts";
import { said } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import { uiLang, type UiLang } from "../ui-lang.ts";

type Env = Readonly<Record<string, string | undefined>>;

export interface Terminal {
  /** Results, which a pipe should carry. */
  out(text: string): void;
  /** Messages about the work; never mixed with results. */
  err(text: string): void;
  /** True if output goes to a terminal that shows colours. */
  color: boolean;
  /** Shows how far long work is, on a terminal only, and not with `--quiet`. Call it with `done === total` at the end. */
  progress(label: string, done: number, total: number): void;
}

/** Prints a message about the work, kept apart from the results if a program reads them. */
export function sayTo(terminal: Terminal, format: Format, text: string): void {
  if (format === "text") terminal.out(text);
  else terminal.err(text);
}

/** Says why a command does nothing; the exit status of a wrong usage. */
export function refuseUse(terminal: Terminal, lang: UiLang, text: string): 2 {
  terminal.err(said(lang, text));
  return 2;
}

/** A pipe shows no colours and no bar. */
type Output = Pick<WriteStream, "write"> & { isTTY?: boolean; hasColors?(env: object): boolean };

/** Work with fewer steps than this needs no bar. */
const WORTH_A_BAR = 200;
const BAR = 30;

/** `quiet`: without a progress bar. */
export function createTerminal(stdout: Output, stderr: Output, env: Env, quiet = false): Terminal {
  const hasBar = !quiet && stderr.isTTY === true && env["TERM"] !== "dumb";
  let bar = "";
  const draw = (line: string): void => {
    if (line !== bar) stderr.write(`\r\u001B[2K${line}`);
    bar = line;
  };
  return {
    out(text) {
      draw("");
      stdout.write(text);
    },
    err(text) {
      draw("");
      stderr.write(text);
    },
    color: stdout.hasColors?.(env) === true,
    progress(label, done, total) {
      if (!hasBar || total < WORTH_A_BAR) return;
      const full = Math.round((done / total) * BAR);
      const line = `${label} ${"█".repeat(full)}${"░".repeat(BAR - full)} ${String(Math.floor((done / total) * 100))} %`;
      draw(done < total ? line : "");
    },
  };
}

/**
 * The language of messages where there is no site to tell another: that of the first variable that names one, `C` and `POSIX`
 * being none; else the system's.
 */
export function machineLang(env: Env, system = new Intl.DateTimeFormat().resolvedOptions().locale): UiLang {
  // https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html
  const named = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (one) => one !== undefined && !/^(?:(?:c|posix)(?:[.@].*)?)?$/i.test(one),
  );
  return uiLang((named ?? system).replace("_", "-"));
}

export interface Interruption {
  /** Registers how to undo the work about to begin; returns a function to call once it is over, published or not. */
  underWay: (undo: () => void) => () => void;
  /** Undoes what was begun, for a command that cannot go on. */
  abandon: () => void;
  /** There is nothing to undo any more: from then on, signals have their default effect. */
  end: () => void;
}

/** The signals that ask a command to end: Ctrl+C, another process or a host that stops a build, a closed terminal. */
const ENDINGS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
const SIGNALS = Object.keys(ENDINGS) as (keyof typeof ENDINGS)[];

/** The next of them. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, resolve);
  });
}

/**
 * At a signal, deletes unfinished work, says so in one line, and lets the signal end the process. The published site is changed
 * within one turn of the event loop, and no signal is handled within a turn: unfinished work is always beside that site.
 */
export function onInterrupt(lang: UiLang, terminal: Pick<Terminal, "err">): Interruption {
  let undo: (() => void) | undefined;
  const abandon = (): void => {
    try {
      undo?.();
    } catch {
      // The next command deletes what remains.
    }
  };
  const stop = (signal: keyof typeof ENDINGS): void => {
    abandon();
    end();
    terminal.err(said(lang, machineWords(lang).stopped));
    process.kill(process.pid, signal);
    // The first process of a container is not ended by its own signals.
    process.exit(128 + ENDINGS[signal]);
  };
  const end = (): void => {
    undo = undefined;
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  return {
    abandon,
    underWay(work) {
      undo = work;
      return end;
    },
    end,
  };
}
