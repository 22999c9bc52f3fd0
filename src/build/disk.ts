// What publication and caches do to the disk: files written whole, folders created once, files copied.
import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { chmod, copyFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorCode } from "../files.ts";
import { inParallel } from "../iterate.ts";

/**
 * Writes a file under a temporary name, then renames it: if the run is killed or the disk is full, the old file stays intact.
 * `aside` is in the same folder, under a name that code listing the folder ignores. @throws what the disk reports.
 */
export function writeWhole(path: string, data: string | Uint8Array, aside = `${path}.${randomUUID()}`): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(aside, data);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** Folders of a site that is being written: each is created once, however many files are written into it. */
export class Folders {
  readonly #root: string;
  readonly #made = new Set<string>();

  /** `root`: absolute path of the site's folder; nobody may remove folders from it meanwhile. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Creates the folder of a file of the site, and returns the file's absolute path. @throws what the disk reports. */
  room(path: string): string {
    const target = join(this.#root, path);
    const folder = dirname(target);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    return target;
  }
}

/** A file published as it is, of `public/`, beside a post or of the theme: absolute path of the source, path in the output. */
export interface Copy {
  from: string;
  to: string;
}

/**
 * Fingerprint of a copy, without reading it. It changes if the file is written, and if another file takes its place: moving a
 * folder does not change the times of its files, but their inode numbers differ.
 */
export function stampOf({ from }: Copy): string {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(from);
  return `copy ${[size, mtimeMs, ctimeMs, ino].join(" ")}`;
}

/**
 * Copies files into a folder that holds none of them. A copy has the mode of the files written there, not that of its source: a
 * web server could not read the picture that a phone or a scanner made for its owner alone.
 */
export async function writeCopies(copies: readonly Copy[], folder: string): Promise<void> {
  const folders = new Folders(folder);
  const mode = (await stat(folder)).mode & 0o666;
  await inParallel(copies, async ({ from, to }) => {
    const target = folders.room(to);
    await copyFile(from, target);
    if (((await stat(target)).mode & 0o666) === mode) return;
    // A disk without modes (FAT) gives all files the same, and refuses others.
    await chmod(target, mode).catch((error: unknown) => {
      if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(errorCode(error))) throw error;
    });
  });
}
