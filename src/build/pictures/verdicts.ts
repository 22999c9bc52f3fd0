// The pictures that a site shows → those that cannot be decoded to their end, whatever their header says.
// A verdict is stored under the hash of the picture's bytes, so that no picture is decoded twice for it.
import { join } from "node:path";
import { storedName } from "../../images/recipes.ts";
import { isAsItIs, type KnownPicture } from "../../images/variants.ts";
import { inParallel } from "../../parallel.ts";
import { askForPictures, killPictures } from "./process.ts";
import type { PictureStore, StoreOptions } from "./store.ts";
import type { PictureAsk } from "./worker.ts";

/** What work on pictures needs to know of a run. */
export interface PictureRun {
  /** Absolute path of the site root. */
  root: string;
  store: PictureStore;
  cache: StoreOptions;
  /** Called when a picture's pixels are read, with its source file. */
  onDecode?: ((file: string) => void) | undefined;
}

/**
 * Source files of the broken ones. Pictures that are published unchanged are not decoded: nothing is made from them. Once
 * `signal` is aborted, no further picture is begun.
 */
export async function findBroken(
  pictures: Iterable<KnownPicture>,
  run: PictureRun,
  signal?: AbortSignal,
): Promise<Set<string>> {
  const broken = new Set<string>();
  const byFile = new Map([...pictures].map((picture) => [picture.file, picture]));
  await inParallel(
    byFile.values(),
    async (picture) => {
      const { file, facts } = picture;
      if (isAsItIs(facts)) return;
      const ask = decodable(join(run.root, file), facts.animated);
      if ((await verdict(picture, ask, run)) !== true) broken.add(file);
    },
    { signal },
  );
  return broken;
}

/** Whether icons can be made of a picture or drawing; `undefined` if drawing it does not end. */
export async function isFitForIcons(picture: KnownPicture, run: PictureRun): Promise<boolean | undefined> {
  const path = join(run.root, picture.file);
  const { format, animated } = picture.facts;
  const ask = format === "svg" ? ({ ask: "drawable", path } as const) : decodable(path, animated);
  const fit = await verdict(picture, ask, run);
  // The process would go on drawing, on one of its few threads.
  if (fit === undefined) killPictures();
  return fit;
}

const decodable = (path: string, animated: boolean): PictureAsk => ({ ask: "decodable", path, animated });

/** The stored verdict, otherwise a new one from the process that decodes the picture. */
async function verdict(
  { file, facts }: KnownPicture,
  ask: PictureAsk,
  { store, onDecode }: PictureRun,
): Promise<boolean | undefined> {
  const name = verdictName(facts.hash);
  const kept = (await store.read(name))?.toString();
  if (kept === WHOLE || kept === BROKEN) return kept === WHOLE;
  onDecode?.(file);
  const answer = await askForPictures(ask);
  if (typeof answer !== "boolean") return undefined;
  await store.write(name, Buffer.from(answer ? WHOLE : BROKEN));
  return answer;
}

/** Name in the cache of the verdict on a picture with this hash. */
export function verdictName(hash: string): string {
  return storedName("picture", `${hash}.verdict`);
}

const WHOLE = "whole";
const BROKEN = "broken";
