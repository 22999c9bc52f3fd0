// All texts of a site → their HTML and facts: from the store where nothing that they depend on has changed, otherwise rendered on
// this thread, and on others if there is enough to do. Results are in the order of the entries, however many threads there are.
import { availableParallelism } from "node:os";
import type { Entry } from "../../content/types.ts";
import type { PictureIndex } from "../../images/facts.ts";
import type { CoverCopy, Rendered } from "../../markdown/types.ts";
import type { Problem } from "../../problems.ts";
import { digestOf, textOf } from "../machine/digest.ts";
import { Pool } from "../pool.ts";
import type { TextStore } from "./store.ts";
import { createLookups } from "./lookups.ts";
import {
  createTextLinter,
  createTextRenderer,
  type RenderedText,
  type Text,
  type TextsAround,
} from "./renderer.ts";

export interface TextsOptions {
  around: TextsAround;
  /** What is known of the files of `around`, without broken pictures. */
  pictures: PictureIndex;
  /** Source of the picture that the page of an entry shows above its text. */
  cover?: (entry: Entry) => string | undefined;
  /** What earlier runs rendered. */
  store?: TextStore | undefined;
  /** Called as texts are rendered. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** A thread is started for each of so many texts: it loads the code that renders for itself. */
  worthAThread?: number;
}

const WORTH_A_THREAD = 1000;

/** Texts in one batch: enough that the cost of messages does not matter. */
const BATCH = 32;

/** Renders every entry that no earlier run rendered. */
export async function renderTexts(
  entries: readonly Entry[],
  options: TextsOptions,
): Promise<Map<string, DigestedText>> {
  const { around, pictures, store } = options;
  const lookups = createLookups(pictures, new Set(around.paths), around.texts);
  // The cache is the same wherever the site's folder is.
  const settings = digestOf(textOf([{ ...around.site, root: "" }, around.languages]));
  const texts = entries.map((entry) => textOfEntry(entry, options.cover?.(entry)));
  const known = texts.map((text) => store?.find(text, settings, lookups));
  const missing = texts.filter((_, i) => known[i] === undefined);
  const here = missing.length === 0 ? undefined : await createTextRenderer(around, lookups);
  const rendered = here ? await renderAll(missing, here, options) : [];
  let next = 0;
  return new Map(
    texts.map((text, i) => {
      const found = known[i];
      if (found) return [text.file, new StoredText(found.facts, found.details)];
      const made = rendered[next++];
      if (!made) throw new Error(`${text.file} was not rendered.`);
      store?.keep(text, settings, made);
      return [text.file, new StoredText(made, made)];
    }),
  );
}

/** What lint reports of each entry: found as it was rendered, or now. */
export async function lintTexts(
  entries: readonly Entry[],
  rendered: ReadonlyMap<string, DigestedText>,
  { around, pictures }: Pick<TextsOptions, "around" | "pictures">,
): Promise<[file: string, advice: readonly Problem[]][]> {
  const lookups = createLookups(pictures, new Set(around.paths), around.texts);
  const lint = await createTextLinter(around.site, lookups);
  return entries.map((entry) => [entry.file, rendered.get(entry.file)?.lint ?? lint(textOfEntry(entry))]);
}

function textOfEntry(
  { file, bodyLine, lang, url, title, typography, text: { body } }: Entry,
  cover?: string,
): Text {
  const text = { file, bodyLine, lang, url, title, typography, body };
  return cover === undefined ? text : { ...text, cover };
}

async function renderAll(
  texts: readonly Text[],
  here: (text: Text) => RenderedText,
  { around, onProgress, worthAThread = WORTH_A_THREAD }: TextsOptions,
): Promise<RenderedText[]> {
  const rendered: RenderedText[] = [];
  let [begun, done] = [0, 0];
  const renderBatches = async (render: (batch: Text[]) => Promise<RenderedText[]>): Promise<void> => {
    while (begun < texts.length) {
      const from = begun;
      begun += BATCH;
      const made = await render(texts.slice(from, begun));
      made.forEach((one, i) => (rendered[from + i] = one));
      onProgress?.((done += made.length), texts.length);
    }
  };
  const threads = Math.min(availableParallelism() - 1, Math.floor(texts.length / worthAThread));
  const lanes = [
    renderBatches(async (batch) => {
      // Lets the answers of the other threads in.
      await new Promise(setImmediate);
      return batch.map((text) => unsliced(here(text)));
    }),
  ];
  const pool = new Pool();
  try {
    if (threads > 0) pool.start("texts", around, threads);
    // While the result of one batch is received, the thread works on the next.
    for (let i = 0; i < 2 * threads; i++) lanes.push(renderBatches((batch) => pool.run("texts", batch)));
    await Promise.all(lanes);
    return rendered;
  } finally {
    await pool.stop();
  }
}

/** The same values with strings of their own: a slice of a text keeps the whole text in memory. */
function unsliced({ html, ...facts }: RenderedText): RenderedText {
  return { ...structuredClone(facts), html };
}

/** A rendered text, with a digest that changes if anything that pages show of it does. */
export interface DigestedText extends Rendered {
  readonly digest: string;
  /** Site paths, decoded, of the files beside texts that it names. */
  readonly media: readonly string[];
}

/** What is read of few texts. */
export type Details = Pick<RenderedText, "headings" | "references" | "ids" | "html" | "asked">;

/** What is read of all texts. */
export type Facts = Omit<RenderedText, keyof Details>;

/** A rendered text whose HTML is decoded each time it is read, and whose details are read on demand. */
export class StoredText implements DigestedText {
  readonly digest: string;
  readonly words: number;
  readonly pictures: Rendered["pictures"];
  readonly shown: Rendered["shown"];
  readonly cover?: CoverCopy;
  readonly frameHosts: Rendered["frameHosts"];
  readonly problems: Rendered["problems"];
  readonly media: readonly string[];
  readonly lint?: readonly Problem[];
  readonly #details: Details;

  constructor(facts: Facts, details: Details) {
    this.digest = facts.digest;
    this.words = facts.words;
    this.pictures = facts.pictures;
    this.shown = facts.shown;
    if (facts.cover !== undefined) this.cover = facts.cover;
    this.frameHosts = facts.frameHosts;
    this.problems = facts.problems;
    this.media = facts.media;
    if (facts.lint !== undefined) this.lint = facts.lint;
    this.#details = details;
  }

  get headings(): Details["headings"] {
    return this.#details.headings;
  }

  get references(): Details["references"] {
    return this.#details.references;
  }

  get ids(): Details["ids"] {
    return this.#details.ids;
  }

  get html(): string {
    const { buffer, byteOffset, byteLength } = this.#details.html;
    return Buffer.from(buffer, byteOffset, byteLength).toString();
  }
}
