// The picture jobs of a site → their files in the folder where it is made: from the store, or made now by the pool.
import { writeFile } from "node:fs/promises";
import { inParallel } from "../../iterate.ts";
import { Folders } from "../disk.ts";
import type { Pool } from "../pool.ts";
import type { Store } from "../store.ts";
import type { PictureJob } from "./jobs.ts";

interface Making {
  without?: ReadonlySet<string>;
  signal?: AbortSignal;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Makes the files of a site in the absolute path `folder`, except those of `without`, which are in the output. Once `signal` is
 * aborted, no further picture is begun. Returns the sources that cannot be decoded or encoded: pages must not show them, and those of
 * the next build will not.
 * @throws what the disk reports. Leaves nothing running.
 */
export async function makePictures(
  jobs: readonly PictureJob[],
  site: { root: string; folder: string; store: Store; pool: Pool },
  { without = new Set(), signal, onProgress }: Making = {},
): Promise<string[]> {
  const { root, folder, store, pool } = site;
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
