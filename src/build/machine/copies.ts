// Files that are published as they are → the folder of the site: those of `public/`, those beside posts, the theme's fonts.
import { lstatSync } from "node:fs";
import { chmod, copyFile, stat } from "node:fs/promises";
import { errorCode } from "../../files.ts";
import { inParallel } from "../../iterate.ts";
import { Folders } from "./folders.ts";

/** Absolute path of the source, path in the output. */
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
    // Not where it is right: FAT and exFAT refuse a mode that they cannot keep.
    if (((await stat(target)).mode & 0o666) !== mode) await chmod(target, mode).catch(ignoreRefusal);
  });
}

/** A disk without modes gives all files the same: the copy has what it can have there. */
function ignoreRefusal(error: unknown): void {
  if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(errorCode(error))) throw error;
}
