// Waits while another program holds a file. On Windows, a file that an antivirus or a synchronised folder has open can neither
// be renamed nor deleted, nor can a folder above it: nearly always for a fraction of a second.
import { renameSync, unlinkSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { errorCode } from "../../files.ts";
import { asMachineError } from "./machine-error.ts";

/** How Windows refuses a file in use: a sharing violation, and what it calls a denied access. */
const IN_USE: ReadonlySet<string> = new Set(["EBUSY", "EPERM", "EACCES"]);

/** Milliseconds. Elsewhere these codes are final: a mount, a missing right. */
const PATIENCE = process.platform === "win32" ? 5_000 : 0;

/** Calls `act`, and calls it again for up to `patience` milliseconds while a file is in use. @throws what the last call threw. */
export function untilFree<T>(act: () => T, patience = PATIENCE): T {
  const until = performance.now() + patience;
  for (let pause = 10; ; pause = Math.min(2 * pause, 200)) {
    try {
      return act();
    } catch (error) {
      if (!IN_USE.has(errorCode(error)) || performance.now() + pause > until) throw error;
    }
    // Publishing must not be interleaved with other work.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}

/** Node's `renameSync`, once nobody holds a file that it moves. */
export function renameOnceFree(from: string, to: string): void {
  untilFree(() => {
    renameSync(from, to);
  });
}

/** Node's `unlinkSync`, once nobody holds the file. */
export function unlinkOnceFree(file: string): void {
  untilFree(() => {
    unlinkSync(file);
  });
}

/**
 * Calls `act`, and calls it again while a file that it reads is held by the program that saves it, at most `tries` times.
 * @throws what the last call threw, also if `signal` is aborted meanwhile.
 */
export async function untilSaved(act: () => Promise<void>, signal: AbortSignal, tries = 20): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await act();
      return;
    } catch (error) {
      if (asMachineError(error)?.code !== "EBUSY" || left <= 1) throw error;
      await wait(500, undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
}
