// A thread that handles the folders of a large site while the main one renders and verifies what changed: it links files that
// stay, surveys the output, and removes the old site. Only `publish` decides in what order, and when the two are swapped.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../package-root.ts";
import { errorOf } from "../machine/failed.ts";
import { Gate } from "../machine/gate.ts";
import { OWN_NAMES, type Places } from "./places.ts";
import type { SideAnswer, SideTask } from "./side-worker.ts";

/** The work of a publication that another thread does; none for a small site. */
export class Beside {
  #thread: SideThread | undefined;
  #linked: Promise<boolean> | undefined;
  #linking: ReadonlySet<string> = new Set();

  get isAtWork(): boolean {
    return this.#thread !== undefined;
  }

  /** Whether all files could be linked; `undefined` if no linking was begun. */
  get linked(): Promise<boolean> | undefined {
    return this.#linked;
  }

  /** Begins to link files that stay; `made` are all files that Carnet made there. */
  link({ output, staging }: Places, kept: readonly string[], made: ReadonlySet<string>): void {
    if (holdsOthers(output, made)) return;
    this.#thread = new SideThread();
    this.#linking = new Set(kept);
    this.#linked = this.#thread.do({ task: "link", output, staging, kept });
  }

  /** The files among these that `link` did not receive. */
  unlinked(kept: readonly string[]): readonly string[] {
    return this.#linking.size === 0 ? kept : kept.filter((file) => !this.#linking.has(file));
  }

  /** The result of `holdsForeign` for a site of these files; `undefined` without a thread. */
  survey({ output }: Places, files: readonly string[]): Promise<boolean> | undefined {
    return this.#thread?.do({ task: "survey", output, files });
  }

  /** Removes the old site. @throws what the disk reports. */
  async clear({ old, output }: Places): Promise<void> {
    await this.#thread?.do({ task: "retire", old, output });
  }

  /** From now on, nothing is changed. */
  halt(): void {
    this.#thread?.halt();
  }

  async stop(): Promise<void> {
    await this.#thread?.stop();
  }
}

/**
 * Whether the top of the output, where other people's files nearly always are, holds any: two renames then cannot publish the
 * site, and no link is needed.
 */
function holdsOthers(output: string, made: ReadonlySet<string>): boolean {
  const tops = new Set([...made].map((file) => file.split("/", 1)[0]));
  return readdirSync(output).some((name) => !tops.has(name) && !OWN_NAMES.has(name));
}

class SideThread {
  readonly #gate = new Gate();
  readonly #worker: Worker;
  /** Raced with the answer to each task: the thread may have ended before it receives one. */
  readonly #failed: Promise<never>;
  readonly #waiting: { resolve: (value: boolean) => void; reject: (error: unknown) => void }[] = [];

  constructor() {
    const workerData = this.#gate.shared;
    this.#worker = new Worker(join(packageRoot, "dist/build/output/side-worker.js"), { workerData });
    this.#worker.on("message", (answer: SideAnswer) => {
      const asked = this.#waiting.shift();
      if ("value" in answer) asked?.resolve(answer.value);
      else asked?.reject(errorOf(answer.failed));
    });
    this.#failed = new Promise((_, reject) => this.#worker.once("error", reject));
    this.#failed.catch(() => undefined);
  }

  /** Its result, once all earlier tasks are done; it may be ignored. @throws the error of the disk, or of the thread. */
  do(task: SideTask): Promise<boolean> {
    const given = new Promise<boolean>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    const answer = Promise.race([given, this.#failed]);
    answer.catch(() => undefined);
    this.#worker.postMessage(task);
    return answer;
  }

  /** From now on, nothing is changed. */
  halt(): void {
    this.#gate.shut();
  }

  /** Terminates the thread, whatever it is doing. */
  async stop(): Promise<void> {
    this.halt();
    await this.#worker.terminate();
  }
}
