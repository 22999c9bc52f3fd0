// The picture jobs of a site → their files in the folder where it is made: from the store, or made now by the pool.
import { writeFile } from "node:fs/promises";
import { inParallel } from "../../iterate.ts";
import { Folders } from "../machine/folders.ts";
import type { Pool } from "../pool.ts";
import type { PictureJob } from "./jobs.ts";
import type { PictureStore } from "./store.ts";

/** Pictures that cannot be decoded or encoded, found while the site was made: it must be prepared again, without them. */
export class BrokenPictures extends Error {
  override readonly name = "BrokenPictures";
  readonly files: readonly string[];

  constructor(files: readonly string[]) {
    super(`cannot be decoded: ${files.join(", ")}`);
    this.files = files;
  }
}

export interface PicturesOptions {
  /** Absolute path of the site root. */
  root: string;
  /** Absolute path of the folder where the site is made. */
  folder: string;
  store: PictureStore;
  pool: Pool;
  /** Paths in the site of those that are already there. */
  without?: ReadonlySet<string>;
  /** Once it is aborted, no further picture is begun: the site will not be published. */
  signal?: AbortSignal;
  /** Called as files are written. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** @throws BrokenPictures; what the disk reports. Leaves nothing running. */
export async function publishPictures(jobs: readonly PictureJob[], options: PicturesOptions): Promise<void> {
  const { root, folder, store, pool, without, signal, onProgress } = options;
  const folders = new Folders(folder);
  const total = jobs.flatMap(({ outputs }) => outputs).filter(({ to }) => without?.has(to) !== true).length;
  const broken: string[] = [];
  let done = 0;
  const makeOne = async (job: PictureJob): Promise<void> => {
    const outputs = job.outputs.filter(({ to }) => without?.has(to) !== true);
    const stored = await Promise.all(outputs.map(({ name }) => store.read(name)));
    const missing = outputs.filter((_, i) => stored[i] === undefined);
    if (missing.length > 0) {
      if (!(await pool.run("pictures", { root, folder: store.folder, job, missing }))) {
        if (job.hash !== undefined) await store.noteBroken(job.hash);
        broken.push(job.file ?? "");
        return;
      }
      for (const { name } of missing) store.noteMade(name);
    }
    for (const [i, { to, name }] of outputs.entries()) {
      await writeFile(folders.room(to), stored[i] ?? (await store.read(name)) ?? "");
      onProgress?.(++done, total);
    }
  };
  await inParallel(jobs, makeOne, { signal });
  if (broken.length > 0) throw new BrokenPictures(broken);
  if (signal?.aborted !== true)
    store.forget(new Set(jobs.flatMap(({ outputs }) => outputs.map(({ name }) => name))));
}
