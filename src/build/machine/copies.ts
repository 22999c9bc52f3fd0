// Files that are published as they are → the folder of the site: those of `public/`, those beside posts, the theme's fonts.
import { lstatSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { Folders } from "./folders.ts";
import { inParallel } from "./parallel.ts";

/** Absolute path of the source, path in the output. */
export interface Copy {
  from: string;
  to: string;
}

/**
 * What a copy is made of, without reading it: a file that was written since has another stamp, and so has another one that
 * came to stand there with its folder, which does not change its times.
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
