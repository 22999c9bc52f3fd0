// Files that are published as they are → the folder of the site: those of `public/`, those beside posts, the theme's fonts.
import { lstatSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { Folders } from "./folders.ts";
import { inParallel } from "../../parallel.ts";

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

/** Copies files into a folder that holds none of them. */
export async function writeCopies(copies: readonly Copy[], folder: string): Promise<void> {
  const folders = new Folders(folder);
  await inParallel(copies, async ({ from, to }) => {
    await copyFile(from, await folders.room(to));
  });
}
