// Picture jobs → their files in the folder a site is rendered into: from the cache, otherwise made now, several at a time.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../../files.ts";
import { pictureHash } from "../../images/inspect.ts";
import { inParallel } from "../../parallel.ts";
import { Folders } from "../machine/folders.ts";
import { makePicture } from "./make-picture.ts";
import type { Output, PictureJob } from "./jobs.ts";
import type { PictureStore } from "./store.ts";

export interface PublishedPictures {
  /** Absolute path of the site root. */
  root: string;
  store: PictureStore;
  /** Absolute path of the folder the site is rendered into. */
  folder: string;
  jobs: readonly PictureJob[];
  /** Names in the cache that the site uses, including those of files that need not be made now. */
  wanted: ReadonlySet<string>;
  /** Once aborted, no further picture is begun: the site will not be published. */
  signal: AbortSignal;
  /** Called when a picture's pixels are read, with its source file. */
  onDecode: (file: string) => void;
  /** Called as each file is written. */
  onWritten: () => void;
}

/** Rejects if a picture cannot be made or written, and leaves nothing running. */
export async function publishPictures(run: PublishedPictures): Promise<void> {
  const folders = new Folders(run.folder);
  const write = async ({ to }: Output, bytes: Buffer): Promise<void> => {
    await writeFile(folders.room(to), bytes);
    run.onWritten();
  };
  await inParallel(run.jobs, (job) => publishJob(job, run, write), { signal: run.signal });
  run.store.forget((name) => run.wanted.has(name));
}

async function publishJob(
  job: PictureJob,
  { root, store, onDecode }: PublishedPictures,
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
  // If it was saved again since it was inspected, the files serve this build only: the next one gives them another name.
  const keep = hash === undefined || pictureHash(bytes) === hash;
  if (file !== undefined) onDecode(file);
  try {
    await makePicture(job, missing, bytes, async (output, made) => {
      if (keep) await store.write(output.name, made);
      await write(output, made);
    });
  } catch (error) {
    // A disk error has its own path; an encoder's error does not say for which picture.
    if (errorCode(error) !== "" || !(error instanceof Error)) throw error;
    throw new Error(`${file ?? "social card"}: ${error.message}`, { cause: error });
  }
}

const NOTHING = Buffer.alloc(0);
