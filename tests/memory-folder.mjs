// A folder for the temporary files of tests that is in memory: on a disk, making and removing them takes a fifth of the processor
// time and half of the waiting. As a command, it prints the folder that it makes, or nothing.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Linux keeps there what programs share, in memory. */
const SHARED = "/dev/shm";

/** Several times what the tests have in their folders at once. */
const ENOUGH = 2_000_000_000;

/** Makes the folder; returns undefined where there is not room enough, or where programs cannot run from it. */
export function memoryFolder() {
  let folder;
  try {
    const { bavail, bsize } = statfsSync(SHARED);
    if (Math.min(bavail * bsize, process.availableMemory()) < ENOUGH) return undefined;
    folder = mkdtempSync(join(SHARED, "carnet-tests-"));
    // As that of the system: tests also run programs of other accounts.
    chmodSync(folder, 0o1777);
    const program = join(folder, "program");
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
    if (spawnSync(program).status === 0) {
      rmSync(program);
      return folder;
    }
  } catch {
    // No such place.
  }
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  return undefined;
}

/** Removes the folder until it stays away: programs of tests that were stopped may write there a moment longer. */
export function removeMemoryFolder(folder) {
  for (let left = 50; left > 0 && existsSync(folder); left -= 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Something was written meanwhile.
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

if (process.argv[1] === import.meta.filename) process.stdout.write(memoryFolder() ?? "");
