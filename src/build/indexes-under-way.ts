// The indexes of the search, made on a thread while pages are rendered: Pagefind's program is spoken to in long messages, and
// waits for none where this thread is at work for long.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../package-root.ts";
import type { SearchShard } from "../pages/search-shards.ts";
import { errorOf } from "./failed.ts";
import { Gate } from "./gate.ts";
import type { Prepared } from "./prepare.ts";
import { searchDocument } from "./search-documents.ts";
import type { MadeIndex, SearchAnswer, SearchMessage, WantedIndex } from "./search-worker.ts";
import type { IndexedText } from "./search-index.ts";

export type { MadeIndex } from "./search-worker.ts";

export type Searched = Pick<Prepared, "plan" | "rendered" | "covers">;

/** Texts in one message to the thread, and on their way to Pagefind at a time. */
const LOT = 32;

/** Texts that may wait on the thread, some 10 kB each: what it does while this one is at work for long. */
const MOST_WAITING = 640;

/** Indexes by the folders of their shards. */
export type MadeIndexes = Map<string, MadeIndex>;

/** Absolute paths. */
type IndexPlaces = Pick<WantedIndex, "folder" | "output">;

export class IndexesUnderWay {
  readonly #searched: Searched;
  readonly #places: IndexPlaces;
  readonly #standing: Promise<readonly string[]>;
  readonly #first: Promise<MadeIndexes>;
  readonly #gate = new Gate();
  #know: (standing: readonly string[]) => void = () => undefined;
  #made: Promise<MadeIndexes> | undefined;
  #thread: SearchThread | undefined;
  /** True from when no thread is to be started any more. */
  #isOver = false;
  /** Texts in all. */
  #total = 0;
  #onProgress: ((done: number, total: number) => void) | undefined;

  /** Begins at once with those that are known to be made anew. */
  constructor(searched: Searched, places: IndexPlaces, first: readonly SearchShard[] = []) {
    this.#searched = searched;
    this.#places = places;
    this.#standing = new Promise((resolve) => (this.#know = resolve));
    this.#first = unasked(this.#make(first));
  }

  /** To be called once it is known which are to be made, and which files of theirs stand in the output, by their paths there. */
  want(shards: readonly SearchShard[], standing: readonly string[] = []): void {
    // What was begun is not awaited for nothing: a text that was saved may say what it said.
    if (shards.length === 0) void unasked(this.stop());
    this.#know(standing);
    this.#made = unasked(shards.length === 0 ? Promise.resolve(new Map()) : this.#withOthers(shards));
  }

  /**
   * What was made, once it is; how far it is, is said from now on.
   * @throws MachineError where Pagefind's program is not there for this machine, or ends; and what the disk refuses.
   */
  async made(onProgress?: (done: number, total: number) => void): Promise<MadeIndexes> {
    this.#onProgress = onProgress;
    return (await this.#made) ?? new Map<string, MadeIndex>();
  }

  /** From now on nothing is written. */
  halt(): void {
    this.#isOver = true;
    this.#gate.shut();
  }

  /** Ends the thread and Pagefind's program, whatever they are doing. */
  async stop(): Promise<void> {
    this.halt();
    await this.#thread?.stop();
  }

  async #withOthers(shards: readonly SearchShard[]): Promise<MadeIndexes> {
    const first = await this.#first;
    const others = await this.#make(shards.filter(({ folder }) => !first.has(folder)));
    this.#thread?.end();
    return new Map([...first, ...others]);
  }

  async #make(shards: readonly SearchShard[]): Promise<MadeIndexes> {
    const made: Promise<[string, MadeIndex]>[] = [];
    for (const { folder, entries } of shards) {
      if (this.#isOver) break;
      this.#total += entries.length;
      const onIndexed = (done: number): void => this.#onProgress?.(done, this.#total);
      const thread = (this.#thread ??= new SearchThread(this.#gate, onIndexed));
      for (let i = 0; i < entries.length; i += LOT)
        // Not a turn is waited for while there is room: this thread may be about to work for long.
        if (!thread.add(entries.slice(i, i + LOT).map((entry) => this.#documentOf(entry))))
          await thread.room();
      const path = folder.slice(1);
      const standing = (await this.#standing).filter((file) => file.startsWith(path));
      const making = thread.make({ ...this.#places, path, standing });
      // Nobody hears of it where the next one cannot be begun.
      made.push(unasked(making.then((index) => [folder, index])));
    }
    return new Map(await Promise.all(made));
  }

  #documentOf(entry: SearchShard["entries"][number]): IndexedText {
    const { plan, rendered, covers } = this.#searched;
    const text = rendered.get(entry.file);
    if (!text) throw new Error(`${entry.file} was to be indexed before it was rendered.`);
    const cover = covers.get(entry.file);
    return { url: entry.url, content: searchDocument({ entry, rendered: text, cover }, plan.content.site) };
  }
}

/** Where the build fails first, nobody asks. */
function unasked<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

class SearchThread {
  readonly #worker: Worker;
  readonly #failed: Promise<never>;
  readonly #wanted: ((made: MadeIndex) => void)[] = [];
  #given = 0;
  #indexed = 0;
  #roomMade: (() => void) | undefined;
  #isEnding = false;

  /** `onIndexed` is told how many texts are. */
  constructor({ shared: workerData }: Gate, onIndexed: (done: number) => void) {
    // What Pagefind prints of its own failures is not for those who run a build: they are told another way.
    const options = { workerData, stderr: true };
    this.#worker = new Worker(join(packageRoot, "dist/build/search-worker.js"), options);
    this.#failed = new Promise((_, reject) => {
      this.#worker.once("error", reject);
      this.#worker.once("exit", () => {
        reject(new Error("The thread that indexes texts has ended."));
      });
      this.#worker.on("message", (said: SearchAnswer) => {
        if ("failed" in said) reject(errorOf(said.failed));
        else if ("made" in said) this.#wanted.shift()?.(said.made);
        else {
          this.#indexed += said.indexed;
          this.#roomMade?.();
          onIndexed(this.#indexed);
        }
      });
    });
    this.#failed.catch(() => undefined);
  }

  /** Hands texts over; false where no more should come before there is `room`. */
  add(texts: IndexedText[]): boolean {
    this.#given += texts.length;
    this.#send(texts);
    return this.#hasRoom;
  }

  /** @throws what the thread met. */
  async room(): Promise<void> {
    while (!this.#hasRoom)
      await Promise.race([this.#failed, new Promise<void>((resolve) => (this.#roomMade = resolve))]);
  }

  get #hasRoom(): boolean {
    return this.#given - this.#indexed < MOST_WAITING;
  }

  /** Has an index made of the texts since the one before. @throws what the thread met. */
  make(wanted: WantedIndex): Promise<MadeIndex> {
    const made = new Promise<MadeIndex>((resolve) => this.#wanted.push(resolve));
    this.#send(wanted);
    return Promise.race([this.#failed, made]);
  }

  /** Nothing more will be wanted. */
  end(): void {
    this.#isEnding = true;
    this.#send("end");
  }

  async stop(): Promise<void> {
    // Pagefind's program, which has nothing more to do, is then not left dead to a process that stays.
    if (this.#isEnding) await this.#failed.catch(() => undefined);
    await this.#worker.terminate();
  }

  #send(message: SearchMessage): void {
    this.#worker.postMessage(message);
  }
}
