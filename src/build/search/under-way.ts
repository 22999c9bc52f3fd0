// The search indexes, made on a thread while pages are rendered; once no other work is left, on two.
import { availableParallelism } from "node:os";
import type { Rendered } from "../../markdown/types.ts";
import type { SearchedText, SearchShard } from "../../pages/search.ts";
import type { Plan } from "../../pages/types.ts";
import type { Cover } from "../../pages/views.ts";
import { membersDocument, searchDocument, type IndexedText } from "./documents.ts";
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
  /** Folders of the shards that were begun first. */
  readonly #first: ReadonlySet<string>;
  /** Shards that no thread has begun. */
  readonly #queue: SearchShard[];
  /** The first thread, and the second if there is one. */
  readonly #threads = new Map<number, SearchThread>();
  readonly #made = new Map<string, Promise<MadeIndex>>();
  #know: (standing: readonly string[]) => void = () => undefined;
  /** What the first thread is working on. */
  #work: Promise<void>;
  /** True once no further thread may be started. */
  #isOver = false;
  /** Number of all texts, and of those that are indexed. */
  #total: number;
  #done = 0;
  #onProgress: ((done: number, total: number) => void) | undefined;

  /** Begins at once with `first`, the shards that are known to need a new index. */
  constructor(searched: Searched, places: IndexPlaces, first: readonly SearchShard[] = []) {
    this.#searched = searched;
    this.#places = places;
    this.#standing = new Promise((resolve) => (this.#know = resolve));
    this.#first = new Set(first.map(({ folder }) => folder));
    this.#queue = [...first];
    this.#total = textsOf(first);
    this.#work = unasked(this.#makeAll(0));
  }

  /**
   * To be called once it is known which indexes must be made, and which of their files are in the output, by their paths there.
   */
  want(shards: readonly SearchShard[], standing: readonly string[] = []): void {
    // What was begun is not needed after all: a saved text may be the same as before. It is not awaited.
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
   * The indexes, once they are made; progress is reported from now on.
   * @throws MachineError if Pagefind's program is not available for this machine, or ends; and what the disk reports.
   */
  async made(onProgress?: (done: number, total: number) => void): Promise<MadeIndexes> {
    this.#onProgress = onProgress;
    // Nothing else is running any more: of several indexes, two are made at a time.
    const second = availableParallelism() > 1 ? this.#makeAll(1) : undefined;
    await Promise.all([this.#work, second]);
    const made = await Promise.all(
      [...this.#made].map(async ([folder, index]) => [folder, await index] as const),
    );
    for (const thread of this.#threads.values()) thread.end();
    return new Map(made);
  }

  /** From now on, nothing is written. */
  halt(): void {
    this.#isOver = true;
    for (const thread of this.#threads.values()) thread.halt();
  }

  /** Terminates the threads and Pagefind's programs, whatever they are doing. */
  async stop(): Promise<void> {
    this.halt();
    await Promise.all([...this.#threads.values()].map((thread) => thread.stop()));
  }

  /** Has one of the two threads make what nobody has begun. */
  async #makeAll(lane: number): Promise<void> {
    for (let shard = this.#queue.shift(); shard && !this.#isOver; shard = this.#queue.shift()) {
      const { folder, texts } = shard;
      const thread = this.#threads.get(lane) ?? this.#start();
      this.#threads.set(lane, thread);
      for (let i = 0; i < texts.length; i += LOT)
        // Awaits nothing while there is room: this thread may be about to be busy for long.
        if (!thread.add(texts.slice(i, i + LOT).map((text) => this.#documentOf(text)))) await thread.room();
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

  #documentOf(searched: SearchedText): IndexedText {
    const { plan, rendered, covers } = this.#searched;
    if (!searched.entry) return { url: searched.term.url, content: membersDocument(searched) };
    const { entry, list } = searched;
    const text = rendered.get(entry.file);
    if (!text) throw new Error(`${entry.file} was to be indexed before it was rendered.`);
    const source = { entry, rendered: text, cover: covers.get(entry.file), list };
    return { url: entry.url, content: searchDocument(source, plan.content.site) };
  }
}

function textsOf(shards: readonly SearchShard[]): number {
  return shards.reduce((sum, { texts }) => sum + texts.length, 0);
}

/** If the build fails first, nobody awaits it. */
function unasked<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
