// The pictures that a site shows → those that cannot be decoded to their end, whatever their header says.
// A verdict is kept under the hash of the picture's bytes, so that no picture is decoded twice to be judged.
import { join } from "node:path";
import { isAsItIs, type KnownPicture } from "../../images/variants.ts";
import { inParallel } from "../machine/parallel.ts";
import { askForPictures, killPictures } from "./process.ts";
import type { PictureStore, StoreOptions } from "./store.ts";
import type { PictureAsk } from "./worker.ts";

/** What work on pictures needs of one run. */
export interface PictureRun {
  /** Absolute path of the site root. */
  root: string;
  store: PictureStore;
  cache: StoreOptions;
  /** Called when a picture's pixels are read, with its source. */
  onDecode?: ((file: string) => void) | undefined;
}

/** Sources of the broken ones. Drawings are not decoded: nothing is made of them. `signal` lets no further one begin. */
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
    signal,
  );
  return broken;
}

/** Whether icons can be made of a picture or drawing; undefined where drawing it does not come to an end. */
export async function isFitForIcons(picture: KnownPicture, run: PictureRun): Promise<boolean | undefined> {
  const path = join(run.root, picture.file);
  const { format, animated } = picture.facts;
  const ask = format === "svg" ? ({ ask: "drawable", path } as const) : decodable(path, animated);
  const fit = await verdict(picture, ask, run);
  // It would go on with it, on one of its few threads.
  if (fit === undefined) killPictures();
  return fit;
}

const decodable = (path: string, animated: boolean): PictureAsk => ({ ask: "decodable", path, animated });

/** The one that is kept of a picture, else what the process that decodes it says now. */
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

/** Name in the cache of what was said of a picture with this hash. */
export function verdictName(hash: string): string {
  return `${hash}.verdict`;
}

const WHOLE = "whole";
const BROKEN = "broken";
