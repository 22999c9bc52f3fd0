// A thread that gives texts to Pagefind's program, in long messages: none of them waits while this thread is busy.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../package-root.ts";
import { errorOf } from "../machine/failed.ts";
import { Gate } from "../machine/gate.ts";
import type { IndexedText } from "./documents.ts";
import { makeScratch, removeScratch } from "./scratch.ts";
import type { MadeIndex, SearchAnswer, SearchMessage, SearchStart, WantedIndex } from "./worker.ts";

/** Texts that may wait for the thread, some 10 kB each: its work while this thread is busy. */
const MOST_WAITING = 640;

export class SearchThread {
  /** Absolute path of a folder that lasts as long as the thread, if one could be made. */
  readonly scratch = makeScratch();
  readonly #gate = new Gate();
  readonly #worker: Worker;
  readonly #failed: Promise<never>;
  readonly #wanted: ((made: MadeIndex) => void)[] = [];
  #given = 0;
  #indexed = 0;
  #roomMade: (() => void) | undefined;
  #isEnding = false;

  /** `onIndexed` receives the number of texts just indexed. */
  constructor(onIndexed: (more: number) => void) {
    const workerData: SearchStart = { gate: this.#gate.shared, scratch: this.scratch };
    // What Pagefind prints of its own failures is not for users of Carnet: failures are reported another way.
    const options = { workerData, stderr: true };
    this.#worker = new Worker(join(packageRoot, "dist/build/search/worker.js"), options);
    this.#failed = new Promise((_, reject) => {
      this.#worker.once("error", reject);
      this.#worker.once("exit", () => {
        removeScratch(this.scratch);
        reject(new Error("The thread that indexes texts has ended."));
      });
      this.#worker.on("message", (said: SearchAnswer) => {
        if ("failed" in said) reject(errorOf(said.failed));
        else if ("made" in said) this.#wanted.shift()?.(said.made);
        else {
          this.#indexed += said.indexed;
          this.#roomMade?.();
          onIndexed(said.indexed);
        }
      });
    });
    this.#failed.catch(() => undefined);
  }

  /** Hands texts over; returns false if `room` must be awaited before the next ones. */
  add(texts: IndexedText[]): boolean {
    this.#given += texts.length;
    this.#send(texts);
    return this.#hasRoom;
  }

  /** Resolves when more texts may be added. @throws the failure of the thread. */
  async room(): Promise<void> {
    while (!this.#hasRoom)
      await Promise.race([this.#failed, new Promise<void>((resolve) => (this.#roomMade = resolve))]);
  }

  get #hasRoom(): boolean {
    return this.#given - this.#indexed < MOST_WAITING;
  }

  /** Has an index made of the texts added since the one before. @throws the failure of the thread. */
  make(wanted: WantedIndex): Promise<MadeIndex> {
    const made = new Promise<MadeIndex>((resolve) => this.#wanted.push(resolve));
    this.#send(wanted);
    return Promise.race([this.#failed, made]);
  }

  /** To be called when nothing more will be requested. */
  end(): void {
    this.#isEnding = true;
    this.#send("end");
  }

  /** From now on, nothing is written. */
  halt(): void {
    this.#gate.shut();
    removeScratch(this.scratch);
  }

  /** Terminates the thread and Pagefind's program, whatever they are doing. */
  async stop(): Promise<void> {
    this.halt();
    // If idle, Pagefind's program ends first, and leaves no zombie in a process that keeps running.
    if (this.#isEnding) await this.#failed.catch(() => undefined);
    await this.#worker.terminate();
  }

  #send(message: SearchMessage): void {
    this.#worker.postMessage(message);
  }
}
