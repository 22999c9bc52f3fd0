// Files that are published as they are → the folder of the site: those of `public/`, those beside posts, the theme's fonts.
import { lstatSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inParallel } from "./parallel.ts";
import type { Copy } from "./site-files.ts";

/** What a copy is made of, without reading it: a file that was written since has another stamp. */
export function stampOf({ from }: Copy): string {
  const { size, mtimeMs, ctimeMs } = lstatSync(from);
  return `copy ${[size, mtimeMs, ctimeMs].join(" ")}`;
}

/** Copies files into a folder that holds none of them. */
export async function writeCopies(copies: readonly Copy[], folder: string): Promise<void> {
  const made = new Map<string, Promise<unknown>>();
  await inParallel(copies, async ({ from, to }) => {
    const target = join(folder, to);
    const parent = dirname(target);
    const ready = made.get(parent) ?? mkdir(parent, { recursive: true });
    made.set(parent, ready);
    await ready;
    await copyFile(from, target);
  });
}
