// A thread that writes and verifies pages while others are rendered: on two cores, both then take hardly any time.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Anchors, HtmlChecked } from "../../checks/html.ts";
import { packageRoot } from "../../package-root.ts";
import type { Page, Plan } from "../../pages/types.ts";
import type { Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import { Gate } from "../machine/gate.ts";
import type { Handed, PageAnswer, PageMessage, PageSite, PageShared } from "./worker.ts";
import { isBuiltPage, lookedAt, type LookedAt } from "./looked-at.ts";

/** From this number of pages, a thread is worth starting. */
const WORTH_A_THREAD = 500;

/** Files in one message, so that the cost of messages does not matter. */
const LOT = 10;

/** Texts that may wait for the thread, some 40 kB each. */
const MOST_WAITING = 60;

/** A text of more characters than this never waits: the list of a year's thousands of posts is as large as a hundred others. */
const TOO_LONG_TO_WAIT = 1_000_000;

/** The site around the pages that are made. */
interface PagesAround {
  /** Paths of all files of the site, which pages may link to. */
  files: Iterable<string>;
  /** Paths of those that stay in the output; then the absolute path of the output. */
  kept: Iterable<string>;
  output: string;
  /** Ids that pages which are not verified link to, by the page that should have them. */
  linked: Anchors;
}

/**
 * Starts the thread, which takes a while to load. Returns `undefined` if `pages`, those that are made, are few. `isOurs` is
 * that of `lookedAt`.
 */
export function startPageThread(
  plan: Plan,
  { isOurs, pages = plan.pages }: { isOurs?: ((page: Page) => boolean) | undefined; pages?: readonly Page[] },
): PageThread | undefined {
  if (pages.filter(isBuiltPage).length < WORTH_A_THREAD) return undefined;
  const built = plan.pages.filter(isBuiltPage).map((page) => page.output);
  return new PageThread(plan.content.site, lookedAt(plan, isOurs), built);
}

interface Answers {
  written: Promise<unknown>;
  end: Promise<HtmlChecked>;
  /** As they are found. */
  problems: Problem[];
}

/** Each promise rejects if the thread fails. If the build fails first, nobody awaits them. */
function answersOf(worker: Worker): Answers {
  const problems: Problem[] = [];
  worker.on("message", (said: PageAnswer) => {
    if (Array.isArray(said)) for (const one of said) problems.push(one);
  });
  const failed = new Promise<never>((_, reject) => worker.once("error", reject));
  const first = <T extends PageAnswer>(isWanted: (said: PageAnswer) => said is T): Promise<T> => {
    const given = new Promise<T>((resolve) => {
      worker.on("message", (said: PageAnswer) => {
        if (isWanted(said)) resolve(said);
      });
    });
    const either = Promise.race([given, failed]);
    either.catch(() => undefined);
    return either;
  };
  return {
    written: first((said) => said === "written"),
    end: first((said): said is HtmlChecked => said !== "written" && !Array.isArray(said)),
    problems,
  };
}

export class PageThread {
  readonly #worker: Worker;
  readonly #site: Site;
  readonly #wanted: LookedAt;
  readonly #feeds: ReadonlySet<string>;
  readonly #pages: readonly string[];
  readonly #gate = new Gate();
  /** Number of texts that the thread has verified. */
  readonly #looked = new Int32Array(new SharedArrayBuffer(4));
  readonly #answers: Answers;
  #given = 0;
  #lot: Handed[] = [];
  #failure: unknown;

  constructor(site: Site, wanted: LookedAt, pages: readonly string[]) {
    this.#site = site;
    this.#wanted = wanted;
    this.#feeds = new Set(wanted.feeds);
    this.#pages = pages;
    const workerData: PageShared = { gate: this.#gate.shared, looked: this.#looked };
    this.#worker = new Worker(join(packageRoot, "dist/build/pages/worker.js"), { workerData });
    this.#worker.once("error", (error) => (this.#failure = error));
    this.#answers = answersOf(this.#worker);
  }

  /** To be called first, with the folder where pages are rendered. */
  begin(folder: string, { files, kept, output, linked }: PagesAround): void {
    const { basePath, origin, alsoServed } = this.#site;
    const site = { folder, basePath, origin, alsoServed, output, linked };
    const look = { ...site, files: [...files], kept: [...kept], targets: [...this.#pages] };
    this.#worker.postMessage(look satisfies PageSite);
  }

  /**
   * Has the thread write a file of the folder, and verify it if it is a page or feed. Returns false, without taking the file,
   * if the thread is behind or the text very long. `content` is the part of the text that an author wrote.
   * @throws what the disk reported before.
   */
  write(file: string, text: string, content = ""): boolean {
    // The disk's own error, as if it were thrown here.
    if (this.#failure !== undefined) throw this.#failure as Error;
    if (text.length > TOO_LONG_TO_WAIT) return false;
    if (this.#given - Atomics.load(this.#looked, 0) > MOST_WAITING) return false;
    this.#given += 1;
    this.#hand({ file, text }, content);
    return true;
  }

  /** Reports that these pages are already written, in the folder or, if they stay, in the output. */
  wrote(pages: readonly { output: string }[]): void {
    for (const { output } of pages) if (this.#kindOf(output) !== undefined) this.#hand({ file: output });
  }

  /** Resolves when all that was handed over is written. @throws what the disk reported. */
  async written(): Promise<void> {
    this.#send("written?");
    await this.#answers.written;
  }

  /** Returns what was found, once all files are written; then ends the thread. */
  async end(): Promise<HtmlChecked> {
    this.#send("end");
    const { problems, ...rest } = await this.#answers.end;
    // The thread holds a fifth of a large build's memory, which the remaining work needs.
    void this.stop();
    return { ...rest, problems: [...this.#answers.problems, ...problems] };
  }

  /** From now on, nothing is written. */
  halt(): void {
    this.#gate.shut();
  }

  /** Terminates the thread, whatever it is doing. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #kindOf(file: string): Handed["kind"] {
    if (this.#wanted.whole.has(file) || this.#wanted.texts.has(file)) return "page";
    return this.#feeds.has(file) ? "feed" : undefined;
  }

  #hand(one: Omit<Handed, "kind" | "part">, content = ""): void {
    const kind = this.#kindOf(one.file);
    // If its text is not found in it, the page is verified from end to end.
    const from = content !== "" && this.#wanted.texts.has(one.file) ? (one.text?.indexOf(content) ?? -1) : -1;
    this.#lot.push({ ...one, kind, ...(from >= 0 && { part: { from, to: from + content.length } }) });
    if (this.#lot.length >= LOT) this.#send();
  }

  /** Sends what is waiting here, then the question. */
  #send(question?: "written?" | "end"): void {
    if (this.#lot.length > 0) this.#worker.postMessage(this.#lot satisfies PageMessage);
    this.#lot = [];
    if (question) this.#worker.postMessage(question satisfies PageMessage);
  }
}
