// A bar on the terminal for work that takes a while. Whatever comes before its end, a message or a signal, finds the
// line free and the cursor back.
import { setImmediate } from "node:timers/promises";
import type { WriteStream } from "node:tty";
import type { SingleBar } from "cli-progress";
import { ENDINGS } from "./interrupt.ts";

/** Work shorter than this many steps needs no bar. */
const WORTH_A_BAR = 200;

/** Milliseconds for which a Ctrl+C may go unheard where the work awaits each of its steps. */
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
  /** Takes the bar away; the next `show` draws another. */
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
    for (const signal of ENDINGS) process.removeListener(signal, onSignal);
  };
  // Before the others, which leave the list as they are called: where there are some, they decide how the command ends.
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  // A signal is told of between two turns of the process, and steps that await nothing else make one turn of all of them.
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
      // One promise: calls made while the library loads go on in their order.
      const { SingleBar } = await (library ??= import("cli-progress").then((module) => module.default));
      // What was said meanwhile may be the command's last word: a bar drawn after it would never be ended.
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
      for (const signal of ENDINGS) process.prependOnceListener(signal, onSignal);
    },
  };
}
