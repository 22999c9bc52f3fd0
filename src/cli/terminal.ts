// The terminal: colours and a progress bar if a person is watching, plain lines in a pipe.
import type { WriteStream } from "node:tty";
import type { Format } from "../shown-problems.ts";
import { said } from "../strings/cli.ts";
import type { UiLang } from "../ui-lang.ts";

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
export function refuseUse(terminal: Pick<Terminal, "err">, lang: UiLang, text: string): 2 {
  terminal.err(said(lang, text));
  return 2;
}

type Output = Pick<WriteStream, "write"> & { isTTY?: boolean };

/** `quiet`: without a progress bar. */
export function createTerminal(
  stdout: Output,
  stderr: Output,
  env: Readonly<Record<string, string | undefined>>,
  quiet = false,
): Terminal {
  const hasBar = !quiet && stderr.isTTY === true && env["TERM"] !== "dumb";
  let bar = "";
  const draw = (line: string): void => {
    if (line === bar) return;
    stderr.write(`\r\u001B[2K${line}`);
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
    color: showsColors(stdout.isTTY === true, env),
    progress(label, done, total) {
      if (hasBar && total >= WORTH_A_BAR) draw(done < total ? barLine(label, done / total) : "");
    },
  };
}

/** Work with fewer steps than this needs no bar. */
const WORTH_A_BAR = 200;

const BAR = 30;

function barLine(label: string, part: number): string {
  const full = Math.round(part * BAR);
  return `${label} ${"█".repeat(full)}${"░".repeat(BAR - full)} ${String(Math.floor(part * 100))} %`;
}

/** https://no-color.org, https://force-color.org: the refusal wins, and one that is empty says nothing. */
function showsColors(isTTY: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR = "", FORCE_COLOR = "", TERM } = env;
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0";
  return isTTY && TERM !== "dumb";
}
