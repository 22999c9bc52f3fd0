// The terminal one writes to: colours and a progress bar where a person looks, plain lines in a pipe.
import type { WriteStream } from "node:tty";

export interface Terminal {
  /** Results: what a pipe should carry. */
  out(text: string): void;
  /** What accompanies the work; never mixed with results. */
  err(text: string): void;
  /** True where output goes to a person's terminal that shows colours. */
  color: boolean;
  /** Shows how far long work is, on a terminal only. Call with `done === total` at the end. */
  progress(label: string, done: number, total: number): Promise<void> | void;
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
  let bar: { update(n: number): void; stop(): void } | undefined;
  return async (label, done, total) => {
    if (total < WORTH_A_BAR) return;
    if (!bar) {
      const {
        default: { SingleBar, Presets },
      } = await import("cli-progress");
      const made = new SingleBar(
        { format: `${label} {bar} {value}/{total}`, clearOnComplete: true, hideCursor: true, fps: 10 },
        Presets.shades_classic,
      );
      made.start(total, 0);
      bar = made;
    }
    bar.update(done);
    if (done >= total) {
      bar.stop();
      bar = undefined;
    }
  };
}
