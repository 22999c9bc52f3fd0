// Texts → the files of an index that pages search, made by Pagefind's program.
// Texts are given in the order of the plan: Pagefind numbers them as they come, and other numbers would be other bytes.
import type { SearchShard } from "../pages/search-shards.ts";
import { asMachineError, MachineError } from "./machine-error.ts";
import type { Prepared } from "./prepare.ts";
import { searchDocument, UNREAD } from "./search-documents.ts";

export type Searched = Pick<Prepared, "plan" | "rendered" | "covers">;

export interface IndexFile {
  /** Relative to the folder of the index. */
  path: string;
  content: Uint8Array;
}

export interface IndexRun {
  signal?: AbortSignal;
  /** Called after each text. */
  onText?: () => void;
}

/** Texts on their way to Pagefind at a time: enough that it never waits, few enough that they weigh nothing. */
const UNDER_WAY = 32;

/** Longest silence, in milliseconds, before the program is held for dead: it takes one to index a text. */
const PATIENCE = 120_000;

/** Pagefind's interfaces, which the site does without: it has its own. */
const UNUSED = /(?:^|\/)pagefind-(?:ui|modular-ui|component-ui|highlight|worker|playground)\b/;

/**
 * The files of each shard; of those made before `signal` said to stop.
 * @throws MachineError where Pagefind's program is not there for this machine, or ends.
 */
export async function makeIndexes<Shard extends SearchShard>(
  prepared: Searched,
  shards: readonly Shard[],
  run: IndexRun = {},
): Promise<Map<Shard, IndexFile[]>> {
  const { createIndex, close } = await answer(import("pagefind"));
  try {
    const made = new Map<Shard, IndexFile[]>();
    for (const shard of shards) {
      const { index, errors } = await answer(createIndex({ excludeSelectors: UNREAD }));
      if (!index) throw failure(errors.join(" "));
      await addTexts(index, { prepared, entries: shard.entries }, run);
      if (run.signal?.aborted) break;
      const { files } = check(await answer(index.getFiles()));
      made.set(
        shard,
        files.filter(({ path }) => !UNUSED.test(path)),
      );
      await answer(index.deleteIndex());
    }
    return made;
  } finally {
    await close();
  }
}

type Index = NonNullable<Awaited<ReturnType<(typeof import("pagefind"))["createIndex"]>>["index"]>;

async function addTexts(
  index: Index,
  { prepared, entries }: { prepared: Searched; entries: SearchShard["entries"] },
  { signal, onText }: IndexRun,
): Promise<void> {
  const { plan, rendered, covers } = prepared;
  const add = async (entry: (typeof entries)[number]): Promise<void> => {
    const text = rendered.get(entry.file);
    if (!text) throw new Error(`${entry.file} was to be indexed before it was rendered.`);
    const cover = covers.get(entry.file);
    const content = searchDocument({ entry, rendered: text, cover }, plan.content.site);
    check(await answer(index.addHTMLFile({ url: entry.url, content })));
    onText?.();
  };
  for (let i = 0; i < entries.length && !signal?.aborted; i += UNDER_WAY)
    await Promise.all(entries.slice(i, i + UNDER_WAY).map(add));
}

function check<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw failure(response.errors.join(" "));
  return response;
}

/** A program that was killed answers nothing, and would leave the build waiting. */
async function answer<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(failure("no answer"));
    }, PATIENCE);
  });
  try {
    return await Promise.race([asked, silence]);
  } catch (error) {
    throw asMachineError(error) ?? failure(error);
  } finally {
    clearTimeout(timer);
  }
}

function failure(cause: unknown): MachineError {
  return new MachineError("ESEARCH", "", { cause });
}
