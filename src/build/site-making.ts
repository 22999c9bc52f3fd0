// A job of `build/site-job.ts` → its files in a folder: copies, pages, the pictures that another process makes beside them,
// and the indexes of the search.
import { writeCopies } from "./copies.ts";
import { PageFiles } from "./page-files.ts";
import type { PageThread } from "./page-thread.ts";
import type { PicturesUnderWay } from "./pictures-under-way.ts";
import type { PutOptions } from "./put-site.ts";
import { renderSearched } from "./search.ts";
import type { Job } from "./site-job.ts";
import type { Staying } from "./staying-pages.ts";

type MakingOptions = Pick<PutOptions, "prepared" | "render" | "onPictures" | "onIndex">;

export interface Making {
  job: Job;
  pictures: PicturesUnderWay;
  /** Where many pages are made. */
  thread?: PageThread | undefined;
  /** What it does not look at. */
  staying?: Staying | undefined;
}

/** Writes all that a job asks for; the files of indexes are known only then. */
export async function makeFiles(making: Making, options: MakingOptions): Promise<void> {
  const { shards, folder: output, made } = making.job;
  const render = (): Promise<void> => writeSite(making, options);
  const indexes = { output, render, shards, onProgress: options.onIndex };
  for (const [{ name }, files] of await renderSearched(options.prepared, indexes))
    for (const file of files) made.set(file, name);
}

/** How far picture files are is said when only they are awaited. */
async function writeSite(
  { job: { folder, pages, kept }, pictures, thread }: Making,
  { prepared, render, onPictures }: MakingOptions,
): Promise<void> {
  try {
    const copies = prepared.copies.filter(({ to }) => !kept.has(to));
    await writeCopies(copies, folder);
    if (pages.length > 0) await render(pages, folder, new PageFiles(folder, thread));
    await thread?.written();
    await pictures.made(onPictures);
  } catch (error) {
    thread?.halt();
    throw error;
  }
}
