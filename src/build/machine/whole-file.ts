// Writes a file under a temporary name, then renames it: if the run is killed or the disk is full, the old file stays intact.
import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { renameOnceFree } from "./busy.ts";

/**
 * Calls `write` with the temporary path, in a folder that is created if necessary, and returns what it returns. `aside` must be
 * in the same folder, under a name that code listing the folder ignores. @throws what the disk reports; the temporary file is
 * then removed.
 */
export function writeWhole<T>(path: string, write: (aside: string) => T, aside = besideOf(path)): T {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const written = write(aside);
    renameOnceFree(aside, path);
    return written;
  } catch (error) {
    removeAside(aside);
    throw error;
  }
}

/** As `writeWhole`, for a file that takes several turns of the event loop to write. */
export async function writeWholeSlowly<T>(
  path: string,
  write: (aside: string) => Promise<T>,
  aside = besideOf(path),
): Promise<T> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const written = await write(aside);
    return writeWhole(path, () => written, aside);
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

/** A name that no other build uses. */
function besideOf(path: string): string {
  return `${path}.${randomUUID()}`;
}

function removeAside(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // If no file could be created, the folder may not exist either.
  }
}
