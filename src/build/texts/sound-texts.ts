// All texts of a site → HTML that shows only pictures that can be decoded to their end, as do the pages around it.
// Headers are trusted first, since nearly all are right; texts that show a broken picture are then rendered again.
import type { Entry } from "../../content/types.ts";
import type { KnownPicture } from "../../images/variants.ts";
import { findBroken, type PictureRun } from "../pictures/verdicts.ts";
import type { DigestedText } from "./stored-text.ts";
import { renderTexts, type TextsOptions } from "./render.ts";

export interface SoundTexts {
  texts: Map<string, DigestedText>;
  /** Source files of all known broken pictures, including those of `options.around`. */
  broken: ReadonlySet<string>;
}

/** `outside` are the pictures that pages show outside their texts: covers and portraits. */
export async function renderSoundTexts(
  entries: readonly Entry[],
  options: TextsOptions,
  run: PictureRun & { outside: Iterable<KnownPicture> },
): Promise<SoundTexts> {
  const { texts, broken } = await renderBelieving(entries, options, run);
  if (broken.size === 0) return { texts, broken: new Set(options.around.broken) };
  const all = new Set([...options.around.broken, ...broken]);
  const cover = (entry: Entry): string | undefined => {
    const file = options.cover?.(entry);
    return file !== undefined && broken.has(file) ? undefined : file;
  };
  const again = entries.filter(
    (entry) =>
      texts.get(entry.file)?.pictures.some((one) => broken.has(one)) === true ||
      cover(entry) !== options.cover?.(entry),
  );
  const rendered = await renderTexts(again, {
    ...options,
    cover,
    onProgress: undefined,
    thread: undefined,
    around: { ...options.around, broken: [...all] },
    pictures: options.pictures.without(broken),
  });
  return { texts: new Map([...texts, ...rendered]), broken: all };
}

/** Renders texts as if all pictures could be decoded, and returns the pictures that cannot. */
async function renderBelieving(
  entries: readonly Entry[],
  options: TextsOptions,
  { outside, ...run }: PictureRun & { outside: Iterable<KnownPicture> },
): Promise<{ texts: Map<string, DigestedText>; broken: ReadonlySet<string> }> {
  const first = [...outside];
  const control = new AbortController();
  // Another process decodes them: it need not wait for the texts, nor the texts for it.
  const brokenOutside = findBroken(first, run, control.signal);
  const settled = brokenOutside.catch(() => undefined);
  try {
    const texts = await renderTexts(entries, options);
    const files = new Set([...texts.values()].flatMap(({ pictures }) => pictures));
    const broken = await brokenOutside;
    for (const { file } of first) files.delete(file);
    const others = [...files].flatMap((file) => options.pictures.known(file) ?? []);
    return { texts, broken: new Set([...broken, ...(await findBroken(others, run))]) };
  } finally {
    control.abort();
    await settled;
  }
}
