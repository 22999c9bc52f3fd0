// A file that is written aside and put in place by a rename: a run that is killed, or a disk that is full, leaves the old one whole.
import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * `write` is given the path of what will be put in place, and the folder is made for it; gives what `write` gives. `aside` is
 * to be in the same folder, under a name that whatever lists the folder passes over. @throws what the disk refuses, with
 * nothing left aside.
 */
export function writeWhole<T>(path: string, write: (aside: string) => T, aside = besideOf(path)): T {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const written = write(aside);
    renameSync(aside, path);
    return written;
  } catch (error) {
    removeAside(aside);
    throw error;
  }
}

/** As `writeWhole`, of a file that takes several turns of the process to write. */
export async function writeWholeSlowly<T>(
  path: string,
  write: (aside: string) => Promise<T>,
  aside = besideOf(path),
): Promise<T> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const written = await write(aside);
    renameSync(aside, path);
    return written;
  } catch (error) {
    removeAside(aside);
    throw error;
  }
}

/** As `writeWhole`. */
export function writeWholeText(path: string, text: string, aside = besideOf(path)): void {
  const write = (to: string): void => {
    writeFileSync(to, text);
  };
  writeWhole(path, write, aside);
}

/** A name that no other build has. */
function besideOf(path: string): string {
  return `${path}.${randomUUID()}`;
}

function removeAside(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where no file could be made, there may be no folder either.
  }
}
