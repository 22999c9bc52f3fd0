// The pictures that a site shows → those that cannot be decoded to their end, whatever their header says.
// A verdict is kept under the hash of the picture's bytes, so that no picture is decoded twice to be judged.
import { join } from "node:path";
import { isAsItIs, type KnownPicture } from "../../images/variants.ts";
import { inParallel } from "../machine/parallel.ts";
import { askForPictures } from "./process.ts";
import type { PictureStore, StoreOptions } from "./store.ts";

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
  { root, store, onDecode }: PictureRun,
  signal?: AbortSignal,
): Promise<Set<string>> {
  const broken = new Set<string>();
  const byFile = new Map([...pictures].map((picture) => [picture.file, picture]));
  await inParallel(
    byFile.values(),
    async ({ file, facts }) => {
      if (isAsItIs(facts)) return;
      const name = `${facts.hash}.verdict`;
      const kept = (await store.read(name))?.toString();
      if (kept === WHOLE) return;
      if (kept !== BROKEN) {
        onDecode?.(file);
        const path = join(root, file);
        const whole = await askForPictures({ ask: "decodable", path, animated: facts.animated });
        await store.write(name, Buffer.from(whole === true ? WHOLE : BROKEN));
        if (whole === true) return;
      }
      broken.add(file);
    },
    signal,
  );
  return broken;
}

const WHOLE = "whole";
const BROKEN = "broken";
