// All texts of a site → HTML that shows only pictures which can be decoded to their end.
// A header is believed first, since nearly all are right; texts that show a broken picture are then rendered again.
import type { Entry } from "../content/types.ts";
import { findBroken, type PictureRun } from "./picture-verdicts.ts";
import type { DigestedText } from "./stored-text.ts";
import { renderTexts, type TextsOptions } from "./texts.ts";

export interface SoundTexts {
  texts: Map<string, DigestedText>;
  /** Sources of all broken pictures known, those of `options.around` among them. */
  broken: ReadonlySet<string>;
}

export async function renderSoundTexts(
  entries: readonly Entry[],
  options: TextsOptions,
  run: PictureRun,
): Promise<SoundTexts> {
  const texts = await renderTexts(entries, options);
  const files = new Set([...texts.values()].flatMap(({ pictures }) => pictures));
  const broken = await findBroken(
    [...files].flatMap((file) => options.pictures.known(file) ?? []),
    run,
  );
  if (broken.size === 0) return { texts, broken: new Set(options.around.broken) };
  const all = new Set([...options.around.broken, ...broken]);
  const again = entries.filter(({ file }) => texts.get(file)?.pictures.some((one) => broken.has(one)));
  const rendered = await renderTexts(again, {
    ...options,
    onProgress: undefined,
    thread: undefined,
    around: { ...options.around, broken: [...all] },
    pictures: options.pictures.without(broken),
  });
  return { texts: new Map([...texts, ...rendered]), broken: all };
}
