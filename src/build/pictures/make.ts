// The picture jobs of a site → their files in the folder where it is made: from the store, or made now by the pool.
import { writeFile } from "node:fs/promises";
import { inParallel } from "../../iterate.ts";
import { Folders } from "../disk.ts";
import type { Pool } from "../pool.ts";
import type { Store } from "../store.ts";
import type { PictureJob } from "./jobs.ts";

export interface PicturesOptions {
  /** Absolute paths of the site root, and of the folder where the site is made. */
  root: string;
  folder: string;
  store: Store;
  pool: Pool;
  /** Paths in the site of those that are already there. */
  without?: ReadonlySet<string>;
  /** Once it is aborted, no further picture is begun: the site will not be published. */
  signal?: AbortSignal;
  /** Called as files are written. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Returns the sources that cannot be decoded or encoded: pages must not show them, and those of the next build will not.
 * @throws what the disk reports. Leaves nothing running.
 */
export async function makePictures(
  jobs: readonly PictureJob[],
  { root, folder, store, pool, without = new Set(), signal, onProgress }: PicturesOptions,
): Promise<string[]> {
  const folders = new Folders(folder);
  const total = jobs.flatMap(({ outputs }) => outputs).filter(({ to }) => !without.has(to)).length;
  const broken: PictureJob[] = [];
  let [done, isAnyMade] = [0, false];
  const makeOne = async (job: PictureJob): Promise<void> => {
    const outputs = job.outputs.filter(({ to }) => !without.has(to));
    const files = new Map(outputs.map(({ name }) => [name, store.picture(name) as Uint8Array | undefined]));
    const missing = outputs.filter(({ name }) => !files.get(name));
    if (missing.length > 0) {
      const made = await pool.run("pictures", { root, job, missing });
      if (!made) {
        broken.push(job);
        return;
      }
      isAnyMade = true;
      for (const [name, bytes] of made.files) {
        files.set(name, bytes);
        if (made.isLasting) store.keepPicture(name, bytes);
      }
    }
    for (const { name, to } of outputs) {
      await writeFile(folders.room(to), files.get(name) ?? "");
      onProgress?.(++done, total);
    }
  };
  await inParallel(jobs, makeOne, { signal });
  if (broken.length > 0) store.keepBroken(broken.flatMap(({ hash }) => hash ?? []));
  if (isAnyMade && signal?.aborted !== true)
    store.forgetPictures(new Set(jobs.flatMap(({ outputs }) => outputs.map(({ name }) => name))));
  return broken.flatMap(({ file }) => file ?? []);
}
