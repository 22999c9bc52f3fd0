// Ctrl+C, a closed terminal, or a host that stops a build → unfinished work is deleted, one line says so, and the signal then
// ends the process.
// The published site is changed within one turn of the event loop, and no signal is handled within a turn: unfinished work is
// always beside that site, and can be deleted.
import { constants } from "node:os";
import { machineWords } from "../strings/machine.ts";
import { said } from "../strings/cli.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Terminal } from "./terminal.ts";

/** Registers how to undo the work about to begin; returns a function to call once there is nothing to undo. */
export type UnderWay = (undo: () => void) => () => void;

export interface Interruption {
  underWay: UnderWay;
  /** Undoes what was begun, for a command that cannot go on. */
  abandon: () => void;
  /** From then on, signals have their default effect. */
  end: () => void;
}

/** The signals that ask a command to end: Ctrl+C, another process, a closed terminal. */
export const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export function onInterrupt(lang: UiLang, terminal: Pick<Terminal, "err">): Interruption {
  let undo: (() => void) | undefined;
  let isPublished = false;
  const abandon = (): void => {
    try {
      undo?.();
    } catch {
      // The next command deletes what remains.
    }
  };
  const stop = (signal: NodeJS.Signals): void => {
    end();
    abandon();
    if (!isPublished) terminal.err(said(lang, machineWords(lang).stopped));
    process.kill(process.pid, signal);
    // The first process of a container is not ended by its own signals.
    process.exit(128 + constants.signals[signal]);
  };
  const end = (): void => {
    for (const signal of ENDINGS) process.removeListener(signal, stop);
  };
  for (const signal of ENDINGS) process.once(signal, stop);
  return {
    abandon,
    underWay(work) {
      undo = work;
      return () => {
        undo = undefined;
        isPublished = true;
      };
    },
    end,
  };
}
