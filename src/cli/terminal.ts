// The terminal: colours and a progress bar if a person is watching, plain lines in a pipe.
import type { WriteStream } from "node:tty";
import { createProgressBar } from "./progress-bar.ts";
import type { Format } from "../problem-formats.ts";
import { said } from "../strings/said.ts";
import type { UiLang } from "../ui-lang.ts";

export interface Terminal {
  /** Results, which a pipe should carry. */
  out(text: string): void;
  /** Messages about the work; never mixed with results. */
  err(text: string): void;
  /** True if output goes to a terminal that shows colours. */
  color: boolean;
  /** Width of the terminal that output goes to, in characters; absent in a pipe, where nothing has to be cut. */
  columns?: number;
  /**
   * Shows the progress of long work, only on a terminal, and not with `--quiet`. Call with `done === total` at the end. Work with
   * fewer steps than `worth` gets no bar: 200 by default, fewer if each step is slow.
   */
  progress(label: string, done: number, total: number, worth?: number): Promise<void> | void;
}

/** Prints a message about the work, kept apart from the results if a program reads them. */
export function sayTo(terminal: Terminal, format: Format, text: string): void {
  if (format === "text") terminal.out(text);
  else terminal.err(text);
}

/** Says why a command does nothing; the exit status of a wrong usage. */
export function refuseUse(terminal: Pick<Terminal, "err">, lang: UiLang, text: string): 2 {
  terminal.err(said(lang, text));
  return 2;
}

/** `quiet`: without a progress bar. */
export function createTerminal(
  stdout: Pick<WriteStream, "write"> & { isTTY?: boolean; columns?: number },
  stderr: Pick<WriteStream, "write"> & { isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
  quiet = false,
): Terminal {
  const color = showsColors(stdout.isTTY === true, env);
  const hasBar = !quiet && stderr.isTTY === true && env["TERM"] !== "dumb";
  const bar = hasBar ? createProgressBar(stderr) : undefined;
  const write = (stream: Pick<WriteStream, "write">, text: string): void => {
    bar?.end();
    stream.write(text);
  };
  return {
    out(text) {
      write(stdout, text);
    },
    err(text) {
      write(stderr, text);
    },
    color,
    ...(stdout.isTTY === true && { columns: widthOf(stdout) }),
    progress: (...step) => bar?.show(...step),
  };
}

/** Some terminals say 0 when they do not know. */
function widthOf({ columns = 0 }: { columns?: number }): number {
  return columns > 0 ? columns : 80;
}

/**
 * The variables that other programs read too, the refusal first: https://no-color.org, https://force-color.org (where Node.js
 * takes `0` for a refusal), https://bixense.com/clicolors. One that is empty says nothing.
 */
function showsColors(isTTY: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR = "", FORCE_COLOR = "", CLICOLOR_FORCE = "", CLICOLOR = "", TERM } = env;
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (CLICOLOR_FORCE !== "" && CLICOLOR_FORCE !== "0") return true;
  return isTTY && CLICOLOR !== "0" && TERM !== "dumb";
}
