// The process of `build/pool.ts`: makes the files of one picture, and stores each in `.cache/pictures/` as soon as it is made.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { errorCode } from "../../files.ts";
import { cardSvg, ICO_SIDES, icoFile, iconSvg, loadLettering, type Lettering } from "../../images/card.ts";
import { derive, drawingPng, squarePng, withoutMetadata } from "../../images/derive.ts";
import { pictureHash } from "../../images/inspect.ts";
import { ICONS } from "../../site/icons.ts";
import type { IconWork } from "./icon-job.ts";
import { pathOf, type Output, type PictureJob } from "./jobs.ts";
import { storePicture } from "./store.ts";

// The main process is gone. An ordinary exit would wait for the pictures that are being encoded.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

export interface PictureTask {
  /** Absolute path of the site root. */
  root: string;
  /** Absolute path of the folder where pictures are stored. */
  folder: string;
  job: PictureJob;
  /** The outputs of the job to make. */
  missing: readonly Output[];
}

/**
 * Returns false if the source cannot be decoded or encoded, or not in reasonable time.
 * @throws what the disk reports; for a card or an icon that is drawn, what drawing throws.
 */
export async function makePicture({ root, folder, job, missing }: PictureTask): Promise<boolean> {
  const bytes = job.file === undefined ? NOTHING : await readFile(join(root, job.file));
  // If it was saved again since it was inspected, the files serve this build only: the next one gives them another name.
  const isLasting = job.hash === undefined || pictureHash(bytes) === job.hash;
  const put = ({ name }: Output, made: Buffer): Promise<void> => storePicture(folder, name, made, isLasting);
  try {
    // A few lines of SVG can ask for billions of shapes; only the end of this process stops their drawing.
    return await Promise.race([
      make(job, missing, bytes, put).then(() => true),
      setTimeout(LONGEST, false, { ref: false }),
    ]);
  } catch (error) {
    if (job.file !== undefined && errorCode(error) === "") return false;
    throw error;
  }
}

const NOTHING = Buffer.alloc(0);

/** In milliseconds: many times what the largest picture takes on a slow machine. */
const LONGEST = 60_000;

async function make(
  { work }: PictureJob,
  missing: readonly Output[],
  bytes: Buffer,
  put: (output: Output, bytes: Buffer) => Promise<void>,
): Promise<void> {
  switch (work.kind) {
    case "derivatives": {
      const outputs = new Map(missing.map((output) => [output.to, output]));
      const variants = work.variants.filter(({ name }) => outputs.has(pathOf(name)));
      return derive(bytes, { variants, room: work.room }, async ({ name }, made) => {
        const output = outputs.get(pathOf(name));
        if (output) await put(output, made);
      });
    }
    case "whole":
      for (const output of missing) await put(output, await withoutMetadata(bytes, work.format));
      return;
    case "card":
      for (const output of missing)
        await put(output, await drawingPng(cardSvg(work.card, await lettering())));
      return;
    case "icons":
      for (const output of missing) await put(output, await icon(output, work, bytes));
  }
}

let loaded: Promise<Lettering> | undefined;
const lettering = (): Promise<Lettering> => (loaded ??= loadLettering());

const SIDES: Readonly<Record<string, number>> = { [ICONS.small]: 192, [ICONS.large]: 512 };

/** `own`: the picture that the site names, if it names one. */
async function icon({ to }: Output, { letter }: IconWork, own: Buffer): Promise<Buffer> {
  const path = `/${to}`;
  const drawn = async (masked: boolean): Promise<Buffer> =>
    letter === undefined ? own : Buffer.from(iconSvg({ ...letter, masked }, await lettering()));
  if (path === ICONS.svg) return drawn(false);
  const make = makerOf(drawn, letter === undefined);
  if (path === ICONS.masked) return make(512, "masked");
  // iOS shows black behind transparent parts.
  if (path === ICONS.apple) return make(180, "opaque");
  const side = SIDES[path];
  if (side !== undefined) return make(side);
  const pictures = [];
  for (const one of ICO_SIDES) pictures.push({ side: one, png: await make(one) });
  return icoFile(pictures);
}

type MakeIcon = (side: number, kind?: "masked" | "opaque") => Promise<Buffer>;

/**
 * Makes icons from the letter, or from the owner's picture, which must fit in the circle that masks leave: the square in it has
 * 0.8 / √2 of the side.
 */
function makerOf(drawn: (masked: boolean) => Promise<Buffer>, isOwn: boolean): MakeIcon {
  return async (side, kind) => {
    const margin = isOwn && kind === "masked" ? { margin: 112 } : {};
    return squarePng(await drawn(kind === "masked"), side, {
      ...(kind !== undefined && { ground: "#fff" }),
      ...margin,
    });
  };
}
