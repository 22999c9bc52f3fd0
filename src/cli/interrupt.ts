// Ctrl+C, a terminal that is closed, or a host that stops a build → nothing is left of what was begun, and one line says so; the signal then ends the process.
// All that changes the site in place is done in one turn of the process, and no signal comes within a turn: what one
// finds under way stands beside that site, and can be taken away.
import { constants } from "node:os";
import { machineWords } from "../strings/machine.ts";
import { said } from "../strings/said.ts";
import type { Terminal } from "./terminal.ts";

/** For what works: told how to undo what it begins; calls what it is given back once there is nothing to undo. */
export type UnderWay = (undo: () => void) => () => void;

export interface Interruption {
  underWay: UnderWay;
  /** Takes away what was begun, for a command that cannot go on. */
  abandon: () => void;
  /** From then on a signal does what it does by itself. */
  end: () => void;
}

/** What asks a command to end: Ctrl+C, whoever runs it, and the terminal that is closed. */
export const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** `words`: what is said of what was begun. */
export function onInterrupt(
  lang: "fr" | "en",
  terminal: Pick<Terminal, "err">,
  words = machineWords(lang).stopped,
): Interruption {
  let undo: (() => void) | undefined;
  let over = false;
  const abandon = (): void => {
    try {
      undo?.();
    } catch {
      // The next command takes away what is left.
    }
  };
  const stop = (signal: NodeJS.Signals): void => {
    end();
    abandon();
    // Once the other listeners, such as a progress bar's, have left the line; before anything goes on.
    process.nextTick(() => {
      if (!over) terminal.err(said(lang, words));
      process.kill(process.pid, signal);
      // The first process of a container is spared by its own signals.
      process.exit(128 + constants.signals[signal]);
    });
  };
  const end = (): void => {
    for (const signal of ENDINGS) process.removeListener(signal, stop);
  };
  for (const signal of ENDINGS) process.once(signal, stop);
  return {
    abandon,
    underWay(one) {
      undo = one;
      return () => {
        undo = undefined;
        over = true;
      };
    },
    end,
  };
}
