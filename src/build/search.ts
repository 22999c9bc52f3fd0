// The published texts → the files that the page that searches reads, made by Pagefind's program while pages are rendered.
// Texts are given in the order of the plan: Pagefind numbers them as they come, and other numbers would be other bytes.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Post, StaticPage } from "../content/types.ts";
import type { Plan } from "../pages/types.ts";
import { digestOf } from "./digest.ts";
import type { Fingerprints } from "./fingerprints.ts";
import { asMachineError, MachineError } from "./machine-error.ts";
import type { Prepared } from "./prepare.ts";
import { searchDocument, UNREAD } from "./search-documents.ts";

/** Folder of the index, as a site path; layouts/search.njk names it too. */
export const SEARCH_FOLDER = "/pagefind/";

export interface SearchRun {
  /** Absolute path of the folder where `render` writes the site. */
  output: string;
  render: () => Promise<void>;
  /** Called as texts are indexed, once the pages are written. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

type Entry = Post | StaticPage;
type Searched = Pick<Prepared, "plan" | "rendered" | "covers">;

/** What the index is made of; undefined where no page searches it. */
export function indexName(plan: Plan, names: Pick<Fingerprints, "around" | "entry">): string | undefined {
  if (!isSearched(plan)) return undefined;
  return digestOf([names.around, ...indexed(plan).map(names.entry)].join("\n"));
}

/** Published posts and pages, but for those that keep out of search engines too. */
function indexed({ pages }: Plan): Entry[] {
  return pages.flatMap(({ entry, data }) => (entry && !data.noindex ? entry : []));
}

/** Writes the site and its index, whose paths in the site it returns; only the site where no page of it searches. */
export async function renderSearched(
  prepared: Searched,
  { output, render, onProgress }: SearchRun,
): Promise<string[]> {
  if (!isSearched(prepared.plan)) {
    await render();
    return [];
  }
  const control = new AbortController();
  let tell: SearchRun["onProgress"];
  const made = makeIndex(prepared, { signal: control.signal, onProgress: (...step) => tell?.(...step) });
  const settled = made.catch(() => undefined);
  try {
    await render();
    tell = onProgress;
    const files = await made;
    await writeIndex(output, files);
    return files.map(({ path }) => SEARCH_FOLDER.slice(1) + path);
  } finally {
    control.abort();
    await settled;
  }
}

/** True where a page searches, and is to find an index. */
export function isSearched({ pages }: Plan): boolean {
  return pages.some(({ kind, data }) => kind === "search" && data["indexed"] === true);
}

export interface IndexFile {
  /** Relative to the folder of the index. */
  path: string;
  content: Uint8Array;
}

interface IndexRun {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** Texts on their way to Pagefind at a time: enough that it never waits, few enough that they weigh nothing. */
const UNDER_WAY = 32;

/** Longest silence, in milliseconds, before the program is held for dead: it takes one to index a text. */
const PATIENCE = 120_000;

/** Pagefind's interfaces, which the site does without: it has its own. */
const UNUSED = /(?:^|\/)pagefind-(?:ui|modular-ui|component-ui|highlight|worker|playground)\b/;

/**
 * @throws MachineError where Pagefind's program is not there for this machine, or ends.
 */
export async function makeIndex(
  { plan, rendered, covers }: Searched,
  { signal, onProgress }: IndexRun = {},
): Promise<IndexFile[]> {
  const { createIndex, close } = await answer(import("pagefind"));
  const { site } = plan.content;
  const entries = indexed(plan);
  try {
    const { index, errors } = await answer(createIndex({ excludeSelectors: UNREAD }));
    if (!index) throw failure(errors.join(" "));
    let done = 0;
    const add = async (entry: Entry): Promise<void> => {
      const text = rendered.get(entry.file);
      if (!text) throw new Error(`${entry.file} was to be indexed before it was rendered.`);
      const cover = covers.get(entry.file);
      const content = searchDocument({ entry, rendered: text, cover }, site);
      check(await answer(index.addHTMLFile({ url: entry.url, content })));
      onProgress?.(++done, entries.length);
    };
    for (let i = 0; i < entries.length && !signal?.aborted; i += UNDER_WAY)
      await Promise.all(entries.slice(i, i + UNDER_WAY).map(add));
    if (signal?.aborted) return [];
    const { files } = check(await answer(index.getFiles()));
    return files.filter(({ path }) => !UNUSED.test(path));
  } finally {
    await close();
  }
}

async function writeIndex(output: string, files: readonly IndexFile[]): Promise<void> {
  const folder = join(output, SEARCH_FOLDER);
  for (const name of new Set(files.map(({ path }) => dirname(path))))
    await mkdir(join(folder, name), { recursive: true });
  for (const { path, content } of files) await writeFile(join(folder, path), content);
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
