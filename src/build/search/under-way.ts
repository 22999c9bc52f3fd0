// The indexes of the search, made on a thread while pages are rendered; once nothing else is at work, on two.
import { availableParallelism } from "node:os";
import type { Rendered } from "../../markdown/types.ts";
import type { SearchShard } from "../../pages/search-shards.ts";
import type { Cover, Plan } from "../../pages/types.ts";
import { searchDocument } from "./documents.ts";
import type { IndexedText } from "./pagefind.ts";
import { SearchThread } from "./thread.ts";
import type { MadeIndex, WantedIndex } from "./worker.ts";

/** Texts and covers by the files of their entries. */
interface Searched {
  plan: Plan;
  rendered: ReadonlyMap<string, Rendered>;
  covers: ReadonlyMap<string, Cover>;
}

/** Texts in one message to the thread, and on their way to Pagefind at a time. */
const LOT = 32;

/** Indexes by the folders of their shards. */
type MadeIndexes = Map<string, MadeIndex>;

/** Absolute paths. */
type IndexPlaces = Pick<WantedIndex, "folder" | "output">;

export class IndexesUnderWay {
  readonly #searched: Searched;
  readonly #places: IndexPlaces;
  readonly #standing: Promise<readonly string[]>;
  /** Folders of those that were begun first. */
  readonly #first: ReadonlySet<string>;
  /** Shards that no thread has begun. */
  readonly #queue: SearchShard[];
  /** The first, and the second where there is one. */
  readonly #threads = new Map<number, SearchThread>();
  readonly #made = new Map<string, Promise<MadeIndex>>();
  #know: (standing: readonly string[]) => void = () => undefined;
  /** What the first thread is about. */
  #work: Promise<void>;
  /** True from when no thread is to be started any more. */
  #isOver = false;
  /** Texts in all, and those that are indexed. */
  #total: number;
  #done = 0;
  #onProgress: ((done: number, total: number) => void) | undefined;

  /** Begins at once with those that are known to be made anew. */
  constructor(searched: Searched, places: IndexPlaces, first: readonly SearchShard[] = []) {
    this.#searched = searched;
    this.#places = places;
    this.#standing = new Promise((resolve) => (this.#know = resolve));
    this.#first = new Set(first.map(({ folder }) => folder));
    this.#queue = [...first];
    this.#total = textsOf(first);
    this.#work = unasked(this.#makeAll(0));
  }

  /** To be called once it is known which are to be made, and which files of theirs stand in the output, by their paths there. */
  want(shards: readonly SearchShard[], standing: readonly string[] = []): void {
    // What was begun is not awaited for nothing: a text that was saved may say what it said.
    if (shards.length === 0) {
      this.#work = unasked(this.stop());
      return;
    }
    const others = shards.filter(({ folder }) => !this.#first.has(folder));
    this.#queue.push(...others);
    this.#total += textsOf(others);
    this.#know(standing);
    this.#work = unasked(this.#work.then(() => this.#makeAll(0)));
  }

  /**
   * What was made, once it is; how far it is, is said from now on.
   * @throws MachineError where Pagefind's program is not there for this machine, or ends; and what the disk refuses.
   */
  async made(onProgress?: (done: number, total: number) => void): Promise<MadeIndexes> {
    this.#onProgress = onProgress;
    // Nothing else is at work any more: of several indexes, two are made at a time.
    const second = availableParallelism() > 1 ? this.#makeAll(1) : undefined;
    await Promise.all([this.#work, second]);
    const made = await Promise.all(
      [...this.#made].map(async ([folder, index]) => [folder, await index] as const),
    );
    for (const thread of this.#threads.values()) thread.end();
    return new Map(made);
  }

  /** From now on nothing is written. */
  halt(): void {
    this.#isOver = true;
    for (const thread of this.#threads.values()) thread.halt();
  }

  /** Ends threads and Pagefind's programs, whatever they are doing. */
  async stop(): Promise<void> {
    this.halt();
    await Promise.all([...this.#threads.values()].map((thread) => thread.stop()));
  }

  /** Has the first thread, or the second, make what nobody has begun. */
  async #makeAll(lane: number): Promise<void> {
    for (let shard = this.#queue.shift(); shard && !this.#isOver; shard = this.#queue.shift()) {
      const { folder, entries } = shard;
      const thread = this.#threads.get(lane) ?? this.#start();
      this.#threads.set(lane, thread);
      for (let i = 0; i < entries.length; i += LOT)
        // Not a turn is waited for while there is room: this thread may be about to work for long.
        if (!thread.add(entries.slice(i, i + LOT).map((entry) => this.#documentOf(entry))))
          await thread.room();
      const path = folder.slice(1);
      const standing = (await this.#standing).filter((file) => file.startsWith(path));
      this.#made.set(folder, unasked(thread.make({ ...this.#places, path, standing })));
    }
  }

  #start(): SearchThread {
    return new SearchThread((more) => {
      this.#done += more;
      this.#onProgress?.(this.#done, this.#total);
    });
  }

  #documentOf(entry: SearchShard["entries"][number]): IndexedText {
    const { plan, rendered, covers } = this.#searched;
    const text = rendered.get(entry.file);
    if (!text) throw new Error(`${entry.file} was to be indexed before it was rendered.`);
    const cover = covers.get(entry.file);
    return { url: entry.url, content: searchDocument({ entry, rendered: text, cover }, plan.content.site) };
  }
}

function textsOf(shards: readonly SearchShard[]): number {
  return shards.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** Where the build fails first, nobody asks. */
function unasked<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
