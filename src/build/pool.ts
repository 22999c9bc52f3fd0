// Work that others do for a build: texts and search indexes in threads, pictures in a process, since a thread cannot load sharp
// by itself (https://sharp.pixelplumbing.com/install#worker-threads). None of them writes anywhere: the main thread does.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Tinypool } from "tinypool";
import { packageRoot } from "../files.ts";
import { asMachineError, MachineError } from "./machine-error.ts";
import type { makePicture } from "./pictures/worker.ts";
import type { indexTexts } from "./search/worker.ts";
import type { renderBatch } from "./texts/worker.ts";

interface Tasks {
  texts: typeof renderBatch;
  search: typeof indexTexts;
  pictures: typeof makePicture;
}

/** Pictures that are encoded at a time: decoded ones are large. */
const MOST_PICTURES = 3;

/** The file of each kind, as it is compiled and published, and the function in it. */
const WORKERS = {
  texts: ["dist/build/texts/worker.js", "renderBatch"],
  search: ["dist/build/search/worker.js", "indexTexts"],
  pictures: ["dist/build/pictures/worker.js", "makePicture"],
} as const;

/** The workers of one build. `stop` ends all of them, whatever they are doing. */
export class Pool {
  readonly #pools = new Map<keyof Tasks, Promise<Tinypool>>();
  #isStopped = false;

  /** Starts the workers of a kind before their first task; `data` is given to each. Without it, they start with that task. */
  start(kind: keyof Tasks, data?: unknown, most = availableParallelism()): void {
    if (!this.#pools.has(kind)) this.#pools.set(kind, open(kind, data, most));
  }

  /** @throws the error of the task, with the system's code if it is one of the disk; or that of a worker which died. */
  async run<K extends keyof Tasks>(
    kind: K,
    task: Parameters<Tasks[K]>[0],
  ): Promise<Awaited<ReturnType<Tasks[K]>>> {
    if (this.#isStopped) throw new Error("The build has ended.");
    this.start(kind);
    const pool = await this.#pools.get(kind);
    try {
      return (await pool?.run(task)) as Awaited<ReturnType<Tasks[K]>>;
    } catch (error) {
      throw failureOf(error);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#pools.values()].map(async (pool) => (await pool).destroy()));
    this.#pools.clear();
  }
}

async function open(kind: keyof Tasks, workerData: unknown, most: number): Promise<Tinypool> {
  const { Tinypool } = await import("tinypool");
  const isProcess = kind === "pictures";
  const [file, name] = WORKERS[kind];
  return new Tinypool({
    filename: pathToFileURL(join(packageRoot, file)).href,
    name,
    runtime: isProcess ? "child_process" : "worker_threads",
    ...(isProcess && { serialization: "advanced" as const, concurrentTasksPerWorker: MOST_PICTURES }),
    // A new worker for each task would load all its code again.
    isolateWorkers: false,
    minThreads: 1,
    maxThreads: isProcess ? 1 : Math.max(1, Math.min(most, availableParallelism())),
    workerData,
  });
}

/** A process hands over the properties of an error, not the error: a code is that of the system, or of a missing program. */
function failureOf(thrown: unknown): Error {
  const { message, code = "" } = thrown as { message?: string; code?: string };
  const error =
    thrown instanceof Error ? thrown : Object.assign(new Error(message ?? String(thrown)), thrown);
  return asMachineError(error) ?? (code === "" ? error : new MachineError(code, "", { cause: error }));
}
