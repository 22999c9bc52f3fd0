// The thread of `build/texts/thread.ts`. While the site is still being read, it renders texts with what is known of it so far,
// until their results are needed; from then on the site is known, and texts come in batches.
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { typesetterFor } from "../../content/typeset.ts";
import { createPictureIndex } from "../../images/facts.ts";
import { createLookups, textKey } from "./lookups.ts";
import { createTextRenderer, type RenderedText, type Text, type TextsAround } from "./renderer.ts";

/** The thread's initial data; structured cloning copies all but `wanted`. */
export interface TextsShared extends Pick<TextsAround, "site" | "files"> {
  /** One number that both threads share: not 0 once results are needed. */
  wanted: Int32Array;
}

/** A text as it was read, before the others are known. */
export interface ReadText extends Omit<Text, "cover"> {
  /** The picture that its front matter names; like the title, as it was written. */
  image: string | undefined;
}

/** A text that was rendered with a part of the site, and what was made of its front matter for it. */
export interface EarlyText extends Pick<Text, "file" | "title" | "cover"> {
  rendered: RenderedText;
}

export interface Batch {
  /** Identifies the batch in the answer. */
  number: number;
  texts: Text[];
}

export type TextMessage = { read: ReadText[] } | { around: TextsAround } | Batch;

/** `settled` when no more early texts will follow. */
export type TextAnswer =
  | { early: EarlyText[] }
  | { settled: true }
  | { number: number; rendered: RenderedText[] };

const port = parentPort;
if (!port) throw new Error("This file runs as a worker thread of a build.");
serve(port, workerData as TextsShared);

/** Answers each message before the next. */
function serve(asking: MessagePort, { site, files, wanted }: TextsShared): void {
  const pictures = createPictureIndex(files);
  const paths = new Set<string>();
  const known = new Map<string, string>();
  let render = createTextRenderer({ site, languages: [] }, createLookups(pictures, paths, known));

  const early = async (texts: readonly ReadText[]): Promise<EarlyText[]> => {
    const one = await render;
    for (const { file, url } of texts) {
      paths.add(url);
      known.set(textKey(file), url);
    }
    const made: EarlyText[] = [];
    for (const { image, ...read } of texts) {
      if (Atomics.load(wanted, 0) !== 0) break;
      const { file, lang, typography } = read;
      const title = typesetterFor(lang, typography)(read.title);
      const cover = image === undefined ? undefined : pictures.picture(image, file);
      const shown = cover?.found === true ? { cover: cover.picture.file } : {};
      made.push({ file, title, ...shown, rendered: one({ ...read, title, ...shown }) });
    }
    return made;
  };
  const answer = async (message: TextMessage): Promise<TextAnswer> => {
    if ("read" in message) return { early: await early(message.read) };
    if ("around" in message) {
      const { around } = message;
      const sound = pictures.without(new Set(around.broken));
      const lookups = createLookups(sound, new Set(around.paths), around.texts);
      render = createTextRenderer(around, lookups);
      return { settled: true };
    }
    const one = await render;
    return { number: message.number, rendered: message.texts.map(one) };
  };

  let last = Promise.resolve();
  asking.on("message", (message: TextMessage) => {
    last = last.then(async () => {
      const said = await answer(message);
      asking.postMessage(said, buffersOf(said));
    });
  });
}

/** The buffers of the HTML, which are transferred. */
function buffersOf(said: TextAnswer): ArrayBuffer[] {
  const rendered =
    "early" in said ? said.early.map((one) => one.rendered) : "number" in said ? said.rendered : [];
  return rendered.map(({ html }) => html.buffer as ArrayBuffer);
}
