// The picture files of a planned site → the folder it is rendered into: from the cache, else made now, several at a time.
// Runs while pages are rendered: the work is done on other threads than the one that renders.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pictureHash } from "../images/inspect.ts";
import { Folders } from "./folders.ts";
import { codeOf } from "./machine-error.ts";
import { inParallel } from "./parallel.ts";
import type { Output, PictureJob } from "./picture-jobs.ts";
import type { PictureRun } from "./picture-verdicts.ts";

export interface SitePictures {
  readonly files: readonly Output[];
  /** Writes every picture file. It rejects where one cannot be made or written, and leaves nothing running. */
  publish(folder: string, options?: PublishPicturesOptions): Promise<void>;
}

export interface PublishPicturesOptions {
  /** Lets no further picture begin: the site will not be published. */
  signal?: AbortSignal;
  /** Paths in the site of those that are there already. */
  without?: ReadonlySet<string>;
  /** Called as files are written. */
  onProgress?: (done: number, total: number) => void;
}

export function sitePictures(jobs: readonly PictureJob[], run: PictureRun): SitePictures {
  return {
    files: jobs.flatMap(({ outputs }) => outputs),
    async publish(folder, { signal, onProgress, without = NONE } = {}) {
      const wanted = jobs.flatMap((job) => {
        const outputs = job.outputs.filter(({ to }) => !without.has(to));
        return outputs.length === 0 ? [] : { ...job, outputs };
      });
      const total = wanted.reduce((sum, { outputs }) => sum + outputs.length, 0);
      let done = 0;
      const folders = new Folders(folder);
      const write = async ({ to }: Output, bytes: Buffer): Promise<void> => {
        await writeFile(await folders.room(to), bytes);
        onProgress?.(++done, total);
      };
      await inParallel(wanted, (job) => publishJob(job, run, write), signal);
    },
  };
}

async function publishJob(
  job: PictureJob,
  { root, store, onDecode }: PictureRun,
  write: (output: Output, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const missing: Output[] = [];
  for (const output of job.outputs) {
    const kept = await store.read(output.name);
    if (kept === undefined) missing.push(output);
    else await write(output, kept);
  }
  if (missing.length === 0) return;
  const { file, hash } = job;
  const bytes = file === undefined ? NOTHING : await readFile(join(root, file));
  // Saved anew since it was looked at: it serves this build, and the next one gives it another name.
  const keep = hash === undefined || pictureHash(bytes) === hash;
  if (file !== undefined) onDecode?.(file);
  try {
    await job.make(missing, bytes, async (output, made) => {
      if (keep) await store.write(output.name, made);
      await write(output, made);
    });
  } catch (error) {
    // A failing disk says its own path; an encoder does not say whose pixels it was given.
    if (codeOf(error) !== "" || !(error instanceof Error)) throw error;
    throw new Error(`${file ?? "social card"}: ${error.message}`, { cause: error });
  }
}

const NONE: ReadonlySet<string> = new Set();
const NOTHING = Buffer.alloc(0);
