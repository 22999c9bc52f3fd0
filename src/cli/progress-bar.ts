// A progress bar on the terminal for work that takes a while. Whatever interrupts it, a message or a signal, finds the line
// cleared and the cursor restored.
import { setImmediate } from "node:timers/promises";
import type { WriteStream } from "node:tty";
import type { SingleBar } from "cli-progress";
import { ENDINGS } from "./interrupt.ts";

/** The signals that leave the terminal to the person: those that end the command, also Ctrl+\, and Ctrl+Z, which suspends it. */
export const LEAVING = [...ENDINGS, "SIGQUIT", "SIGTSTP"] as const;

/** Work with fewer steps than this needs no bar. */
const WORTH_A_BAR = 200;

/** Maximum time in milliseconds before Ctrl+C is handled, if the work awaits each of its steps. */
const DEAF = 50;

const LOOK = {
  barCompleteChar: "█",
  barIncompleteChar: "░",
  clearOnComplete: true,
  hideCursor: true,
  fps: 10,
};

export interface ProgressBar {
  /** @see Terminal.progress in terminal.ts */
  show(label: string, done: number, total: number, worth?: number): Promise<void>;
  /** Removes the bar; the next `show` draws another. */
  end(): void;
}

export function createProgressBar(stream: Pick<WriteStream, "write">): ProgressBar {
  let library: Promise<typeof import("cli-progress")> | undefined;
  let bar: SingleBar | undefined;
  let ends = 0;
  let heard = 0;
  const end = (): void => {
    ends += 1;
    if (bar === undefined) return;
    bar.stop();
    bar = undefined;
    for (const signal of LEAVING) process.removeListener(signal, onSignal);
  };
  // Runs before the other listeners, which are removed as they are called: if there are any, they decide how the command ends.
  // A suspended command draws another bar once it goes on.
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  // A signal is handled between two turns of the event loop, and steps that await nothing else form a single turn.
  const listen = async (): Promise<void> => {
    if (performance.now() - heard < DEAF) return;
    await setImmediate();
    heard = performance.now();
  };
  return {
    end,
    async show(label, done, total, worth = WORTH_A_BAR) {
      if (total < worth) return;
      const before = ends;
      // A single promise: calls made while the library loads continue in order.
      const { SingleBar } = await (library ??= import("cli-progress").then((module) => module.default));
      // A message printed meanwhile may be the command's last: a bar drawn after it would never end.
      if (ends !== before) return;
      if (done >= total) {
        end();
        return;
      }
      if (bar !== undefined) {
        bar.update(done);
        await listen();
        return;
      }
      bar = new SingleBar({
        ...LOOK,
        stream: stream as WriteStream,
        format: `${label} {bar} {value}/{total}`,
      });
      bar.start(total, done);
      heard = performance.now();
      for (const signal of LEAVING) process.prependOnceListener(signal, onSignal);
    },
  };
}
