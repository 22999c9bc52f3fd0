// A thread that works at the folders of a large site while this one makes and looks at what changed: it links what stays, looks
// at the output, and takes the old site away. In what order, and when the two are exchanged, `publish` alone decides.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../package-root.ts";
import { errorOf } from "../machine/failed.ts";
import { Gate } from "../machine/gate.ts";
import { OWN_NAMES, type Places } from "./places.ts";
import type { SideAnswer, SideTask } from "./side-worker.ts";

/** What of a publication goes on beside it; of a small site, nothing. */
export class Beside {
  #thread: SideThread | undefined;
  #linked: Promise<boolean> | undefined;
  #linking: ReadonlySet<string> = new Set();

  get isAtWork(): boolean {
    return this.#thread !== undefined;
  }

  /** Whether all files could be linked; undefined where nobody is about to. */
  get linked(): Promise<boolean> | undefined {
    return this.#linked;
  }

  /** Begins to link files that stay; `made` are all that Carnet made there. */
  link({ output, staging }: Places, kept: readonly string[], made: ReadonlySet<string>): void {
    if (holdsOthers(output, made)) return;
    this.#thread = new SideThread();
    this.#linking = new Set(kept);
    this.#linked = this.#thread.do({ task: "link", output, staging, kept });
  }

  /** Those of these files that it was not told to link. */
  unlinked(kept: readonly string[]): readonly string[] {
    return this.#linking.size === 0 ? kept : kept.filter((file) => !this.#linking.has(file));
  }

  /** As `holdsForeign` tells, of a site of these files. */
  survey({ output }: Places, files: readonly string[]): Promise<boolean> | undefined {
    return this.#thread?.do({ task: "survey", output, files });
  }

  /** Takes the old site away. @throws what the disk refuses. */
  async clear({ old, output }: Places): Promise<void> {
    await this.#thread?.do({ task: "retire", old, output });
  }

  /** From now on nothing is changed. */
  halt(): void {
    this.#thread?.halt();
  }

  async stop(): Promise<void> {
    await this.#thread?.stop();
  }
}

/** At the top, where other people's files nearly always are: those are not for two renames, and no link is wanted. */
function holdsOthers(output: string, made: ReadonlySet<string>): boolean {
  const tops = new Set([...made].map((file) => file.split("/", 1)[0]));
  return readdirSync(output).some((name) => !tops.has(name) && !OWN_NAMES.has(name));
}

class SideThread {
  readonly #gate = new Gate();
  readonly #worker: Worker;
  /** Asked for each task: it may have ended before it is given one. */
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

  /** Its answer, once the tasks before are done; who no longer wants it need not ask. @throws what the disk refuses, or ended it. */
  do(task: SideTask): Promise<boolean> {
    const given = new Promise<boolean>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    const answer = Promise.race([given, this.#failed]);
    answer.catch(() => undefined);
    this.#worker.postMessage(task);
    return answer;
  }

  /** From now on nothing is changed. */
  halt(): void {
    this.#gate.shut();
  }

  /** Ends the thread, whatever it is doing. */
  async stop(): Promise<void> {
    this.halt();
    await this.#worker.terminate();
  }
}
