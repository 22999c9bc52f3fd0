// Texts → the files of a search index, made by Pagefind's program.
// Texts are given in the order of the plan: Pagefind numbers them as they come, and other numbers would give other bytes.
import type { IndexedText } from "./documents.ts";
import { IndexFolder, type TakenIndex } from "./index-folder.ts";
import { answer, check, failure, starting, watched, type Program } from "./program.ts";
import type { Scratch } from "./scratch.ts";
import { TextFolders, type TextFolder } from "./text-folders.ts";

/** Pagefind's interfaces, which the site does not use: it has its own. */
const UNUSED = /(?:^|\/)pagefind-(?:ui|modular-ui|component-ui|highlight|worker|playground)\b/;

type Index = NonNullable<Awaited<ReturnType<(typeof import("pagefind"))["createIndex"]>>["index"]>;

/** Each method throws a MachineError if Pagefind's program is not available for this machine, or ends. */
export class Indexer {
  readonly #without: readonly string[];
  readonly #scratch: Scratch | undefined;
  readonly #folders: TextFolders | undefined;
  #index: Promise<Index> | undefined;
  #program: Program | undefined;
  /** The texts that Pagefind is reading. */
  #reading: Promise<void> | undefined;
  /** The folder that it reads them from. */
  #shown: TextFolder | undefined;
  /** Length of the texts of the current index. */
  #characters = 0;

  /** `without`: selectors of elements that are not text; `scratch`: where files can be handed over. */
  constructor(without: readonly string[], scratch?: Scratch) {
    this.#without = without;
    this.#scratch = scratch;
    this.#folders = scratch && new TextFolders(scratch);
  }

  /** Adds texts to the current index, in this order. Resolves once those before them are read. */
  async add(texts: readonly IndexedText[]): Promise<void> {
    const index = await this.#open();
    // Written while Pagefind reads the texts before them.
    const folder = this.#folders?.put(texts);
    await this.#reading;
    this.#reading = folder === undefined ? this.#send(index, texts) : this.#show(index, folder, texts.length);
    this.#reading.catch(() => undefined);
    if (this.#shown) this.#folders?.remove(this.#shown);
    this.#shown = folder;
    for (const { content } of texts) this.#characters += content.length;
  }

  /**
   * All files of the current index; later texts go into a new one. `published`: paths of the files of an earlier index, which
   * are as Pagefind made them.
   */
  async take(published: readonly string[] = []): Promise<TakenIndex> {
    const index = await this.#open();
    await this.#reading;
    this.#index = this.#reading = undefined;
    const taken = (await this.#takeWritten(index, published)) ?? {
      files: check(await this.#answer(index.getFiles())).files,
      same: [],
    };
    this.#characters = 0;
    await this.#answer(index.deleteIndex());
    return { ...taken, files: taken.files.filter(({ path }) => !UNUSED.test(path)) };
  }

  /** Ends Pagefind's program; a later text starts it again. */
  async end(): Promise<void> {
    const program = this.#program;
    this.#index = this.#program = this.#reading = undefined;
    const { close } = await answer(import("pagefind"));
    // If the thread ends before the system has released the program, a zombie stays in the process.
    await close();
    if (program) await answer(program.closed);
  }

  /** One after the other: Pagefind reads what is sent to it on a single thread. */
  async #send(index: Index, texts: readonly IndexedText[]): Promise<void> {
    await Promise.all(texts.map(async (text) => check(await this.#answer(index.addHTMLFile(text)))));
  }

  /** On all cores. */
  async #show(index: Index, folder: TextFolder, count: number): Promise<void> {
    const { page_count: read } = check(await this.#answer(index.addDirectory({ path: folder.path })));
    if (read !== count) throw failure(`it has read ${String(read)} of ${String(count)} texts`);
  }

  /** Has those files made that are not published, if there is room for them. */
  async #takeWritten(index: Index, published: readonly string[]): Promise<TakenIndex | undefined> {
    if (!this.#scratch) return undefined;
    const folder = IndexFolder.make(this.#scratch, { published, characters: this.#characters });
    if (!folder) return undefined;
    check(await this.#answer(index.writeFiles({ outputPath: folder.path })));
    return folder.take();
  }

  #open(): Promise<Index> {
    return (this.#index ??= this.#create());
  }

  async #create(): Promise<Index> {
    const { createIndex } = await answer(import("pagefind"));
    const asked = starting(
      () => createIndex({ excludeSelectors: [...this.#without] }),
      (process) => (this.#program = watched(process)),
    );
    const { index, errors } = await this.#answer(asked);
    if (!index) throw failure(errors.join(" "));
    return index;
  }

  #answer<T>(asked: Promise<T>): Promise<T> {
    return answer(asked, this.#program);
  }
}
