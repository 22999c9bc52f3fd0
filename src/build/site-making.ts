// A job of `build/site-job.ts` → its files in a folder: copies, pages, pictures (made by another process) and search indexes.
import { writeCopies } from "./machine/copies.ts";
import type { IndexesUnderWay } from "./search/under-way.ts";
import { PageFiles } from "./pages/files.ts";
import type { PageThread } from "./pages/thread.ts";
import type { PicturesUnderWay } from "./pictures/under-way.ts";
import type { PutOptions } from "./put-site.ts";
import type { Job } from "./site-job.ts";
import type { Staying } from "./pages/staying-pages.ts";

type MakingOptions = Pick<PutOptions, "prepared" | "render" | "onPictures" | "onIndex">;

export interface Making {
  job: Job;
  pictures: PicturesUnderWay;
  indexes: IndexesUnderWay;
  /** Present if many pages are made. */
  thread?: PageThread | undefined;
  /** What the thread does not verify. */
  staying?: Staying | undefined;
  /** Called once all pages are written, while pictures and indexes are still being made. */
  rendered?: () => void;
}

/** Writes all that a job asks for. Only then are the files of indexes known, and which of them stay. */
export async function makeFiles(making: Making, options: MakingOptions): Promise<void> {
  const { made, kept, shards } = making.job;
  await writeSite(making, options);
  const indexes = await making.indexes.made(options.onIndex);
  for (const { folder, name } of shards) {
    const index = indexes.get(folder);
    for (const file of index?.files ?? []) made.set(file, name);
    for (const file of index?.kept ?? []) kept.add(file);
  }
}

/** The progress of pictures is reported only once nothing else has to be awaited here. */
async function writeSite(
  { job: { folder, pages, kept }, pictures, thread, rendered }: Making,
  { prepared, render, onPictures }: MakingOptions,
): Promise<void> {
  const copies = prepared.copies.filter(({ to }) => !kept.has(to));
  await writeCopies(copies, folder);
  if (pages.length > 0) await render(pages, folder, new PageFiles(folder, thread));
  await thread?.written();
  rendered?.();
  await pictures.made(onPictures);
}
