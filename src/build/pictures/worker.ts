// The process of `build/pool.ts`: makes the files of one picture.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { errorCode } from "../../files.ts";
import { cardSvg, icoFile, iconSvg, loadLettering, type Lettering } from "../../images/card.ts";
import { derive, drawingPng, squarePng, withoutMetadata } from "../../images/derive.ts";
import { pictureHash } from "../../images/inspect.ts";
import { ICONS } from "../../site/icons.ts";
import { pathOf, type IconWork, type Output, type PictureJob } from "./jobs.ts";

// The main process is gone. An ordinary exit would wait for the pictures that are being encoded.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

interface PictureTask {
  /** Absolute path of the site root. */
  root: string;
  job: PictureJob;
  /** The outputs of the job to make. */
  missing: readonly Output[];
}

interface MadePictures {
  files: [name: string, bytes: Uint8Array][];
  /** False if the source was saved again since it was inspected: the next build gives its files another name. */
  isLasting: boolean;
}

/**
 * Returns `undefined` if the source cannot be decoded or encoded, or not in reasonable time.
 * @throws what the disk reports; for a card or an icon that is drawn, what drawing throws.
 */
export async function makePicture({ root, job, missing }: PictureTask): Promise<MadePictures | undefined> {
  const source = job.file === undefined ? Buffer.alloc(0) : await readFile(join(root, job.file));
  const isLasting = job.hash === undefined || pictureHash(source) === job.hash;
  try {
    // A few lines of SVG can ask for billions of shapes; only the end of this process stops their drawing.
    return await Promise.race([
      make(job, missing, source).then((files) => ({ files, isLasting })),
      setTimeout(LONGEST, undefined, { ref: false }),
    ]);
  } catch (error) {
    if (job.file !== undefined && errorCode(error) === "") return undefined;
    throw error;
  }
}

/** In milliseconds: many times what the largest picture takes on a slow machine. */
const LONGEST = 60_000;

async function make(
  { work }: PictureJob,
  missing: readonly Output[],
  source: Buffer,
): Promise<MadePictures["files"]> {
  if (work.kind === "derivatives") {
    const wanted = missing.flatMap((output) => {
      const variant = work.variants.find(({ name }) => pathOf(name) === output.to);
      return variant ? { output, variant } : [];
    });
    const made = await derive(source, { variants: wanted.map(({ variant }) => variant), room: work.room });
    return made.map((bytes, i) => [wanted[i]?.output.name ?? "", bytes]);
  }
  const files: MadePictures["files"] = [];
  for (const output of missing) {
    if (work.kind === "whole") files.push([output.name, await withoutMetadata(source)]);
    else if (work.kind === "icons") files.push([output.name, await icon(output, work, source)]);
    else files.push([output.name, await drawingPng(cardSvg(work.card, await lettering()))]);
  }
  return files;
}

let loaded: Promise<Lettering> | undefined;
const lettering = (): Promise<Lettering> => (loaded ??= loadLettering());

const SIDES: Readonly<Record<string, number>> = {
  [ICONS.ico]: 32,
  [ICONS.small]: 192,
  [ICONS.large]: 512,
  [ICONS.apple]: 180,
};

/** `own`: the picture that the site names, if it names one. */
async function icon({ to }: Output, { letter }: IconWork, own: Buffer): Promise<Buffer> {
  const path = `/${to}`;
  const source = letter === undefined ? own : Buffer.from(iconSvg(letter, await lettering()));
  const side = SIDES[path];
  if (side === undefined) return source;
  // iOS shows on black what shows through.
  const png = await squarePng(source, side, path === ICONS.apple ? "#fff" : undefined);
  return path === ICONS.ico ? icoFile(png) : png;
}
