// The terminal one writes to: colours and a progress bar where a person looks, plain lines in a pipe.
import type { WriteStream } from "node:tty";
import { createProgressBar } from "./progress-bar.ts";
import type { Format } from "../problem-formats.ts";

export interface Terminal {
  /** Results: what a pipe should carry. */
  out(text: string): void;
  /** What accompanies the work; never mixed with results. */
  err(text: string): void;
  /** True where output goes to a person's terminal that shows colours. */
  color: boolean;
  /**
   * Shows how far long work is, on a terminal only. Call with `done === total` at the end. Work of fewer steps than
   * `worth` gets no bar: 200 where nothing is said, fewer where each step is slow.
   */
  progress(label: string, done: number, total: number, worth?: number): Promise<void> | void;
}

/** Says how the work goes: where a program reads the results, not among them. */
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
