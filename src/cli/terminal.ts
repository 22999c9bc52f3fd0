// The terminal: colours and a progress bar if a person is watching, plain lines in a pipe.
import type { WriteStream } from "node:tty";
import { createProgressBar } from "./progress-bar.ts";
import type { Format } from "../problem-formats.ts";

export interface Terminal {
  /** Results, which a pipe should carry. */
  out(text: string): void;
  /** Messages about the work; never mixed with results. */
  err(text: string): void;
  /** True if output goes to a terminal that shows colours. */
  color: boolean;
  /**
   * Shows the progress of long work, only on a terminal. Call with `done === total` at the end. Work with fewer steps than
   * `worth` gets no bar: 200 by default, fewer if each step is slow.
   */
  progress(label: string, done: number, total: number, worth?: number): Promise<void> | void;
}

/** Prints a message about the work, kept apart from the results if a program reads them. */
export function sayTo(terminal: Terminal, format: Format, text: string): void {
  if (format === "text") terminal.out(text);
  else terminal.err(text);
}

export function createTerminal(
  stdout: Pick<WriteStream, "write"> & { isTTY?: boolean },
  stderr: Pick<WriteStream, "write"> & { isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  // https://no-color.org: set and not empty.
  const color = stdout.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  const bar = stderr.isTTY === true && env["TERM"] !== "dumb" ? createProgressBar(stderr) : undefined;
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
    progress: (...step) => bar?.show(...step),
  };
}
