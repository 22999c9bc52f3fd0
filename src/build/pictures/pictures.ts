// The picture files of a planned site, and how they are written beside its pages: by a separate process.
import type { PictureJob, Output } from "./jobs.ts";
import { askForPictures } from "./process.ts";
import type { PictureStore } from "./store.ts";
import { verdictName, type PictureRun } from "./verdicts.ts";

export interface SitePictures {
  readonly files: readonly Output[];
  /** Writes every picture file. Rejects if one cannot be made or written, and leaves nothing running. */
  publish(folder: string, options?: PublishPicturesOptions): Promise<void>;
}

interface PublishPicturesOptions {
  /** Once aborted, no further picture is begun: the site will not be published. */
  signal?: AbortSignal;
  /** Paths in the site of those that are already there. */
  without?: ReadonlySet<string>;
  /** Called as files are written. */
  onProgress?: (done: number, total: number) => void;
}

export function sitePictures(
  jobs: readonly PictureJob[],
  { root, store, cache, onDecode }: PictureRun,
): SitePictures {
  return {
    files: jobs.flatMap(({ outputs }) => outputs),
    async publish(folder, { signal, onProgress, without = NONE } = {}) {
      const making = jobs.flatMap((job) => {
        const outputs = job.outputs.filter(({ to }) => !without.has(to));
        return outputs.length === 0 ? [] : { ...job, outputs };
      });
      if (making.length === 0 || signal?.aborted === true) return;
      const total = making.reduce((sum, { outputs }) => sum + outputs.length, 0);
      let done = 0;
      await askForPictures(
        { ask: "publish", root, cache, folder, jobs: making, wanted: new Set(namesOf(jobs, store)) },
        {
          signal,
          onDecode,
          onWritten: () => onProgress?.(++done, total),
        },
      );
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Names in the cache that the site uses: its files, and the verdicts, also of broken pictures. */
function* namesOf(jobs: readonly PictureJob[], { asked }: PictureStore): Generator<string> {
  yield* asked;
  for (const { hash, outputs } of jobs) {
    if (hash !== undefined) yield verdictName(hash);
    for (const { name } of outputs) yield name;
  }
}
