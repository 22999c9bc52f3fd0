// The terminal one writes to: colours and a progress bar where a person looks, plain lines in a pipe.
import type { WriteStream } from "node:tty";
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

/** Work shorter than this many steps needs no bar. */
const WORTH_A_BAR = 200;

export function createTerminal(
  stdout: Pick<WriteStream, "write"> & { isTTY?: boolean },
  stderr: Pick<WriteStream, "write"> & { isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  // https://no-color.org: set and not empty.
  const color = stdout.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    color,
    progress: stderr.isTTY === true ? createBar() : () => undefined,
  };
}

function createBar(): Terminal["progress"] {
  // A promise, so that calls made while the library loads share one bar: a bar that is never stopped keeps the process.
  let bar: Promise<Bar> | undefined;
  return async (label, done, total, worth = WORTH_A_BAR) => {
    if (total < worth) return;
    const mine = (bar ??= startBar(label, total));
    if (done >= total) bar = undefined;
    const shown = await mine;
    if (done >= total) shown.stop();
    else shown.update(done);
  };
}

interface Bar {
  update(done: number): void;
  stop(): void;
}

async function startBar(label: string, total: number): Promise<Bar> {
  const {
    default: { SingleBar, Presets },
  } = await import("cli-progress");
  const bar = new SingleBar(
    { format: `${label} {bar} {value}/{total}`, clearOnComplete: true, hideCursor: true, fps: 10 },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return bar;
}
