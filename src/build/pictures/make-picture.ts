// One picture job → the bytes of its files, each passed on as soon as it is made.
import { cardSvg } from "../../images/card.ts";
import { derive, drawingPng, squarePng, withoutMetadata } from "../../images/derive.ts";
import { icoFile, ICO_SIDES, iconSvg } from "../../images/icons.ts";
import { loadLettering, type Lettering } from "../../images/lettering.ts";
import { ICONS } from "../../pages/icons.ts";
import { inParallel } from "../../parallel.ts";
import type { IconWork } from "./icon-job.ts";
import { pathOf, type Output, type PictureJob } from "./jobs.ts";

/** Makes the outputs of `job` that are missing. `bytes` are those of its source; empty if it has none. */
export async function makePicture(
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
      await inParallel(missing, async (output) => put(output, await icon(output, work, bytes)));
  }
}

/** Loads in advance what the icons and cards of a site need. */
export async function loadMakers(): Promise<void> {
  // A failure is reported by the picture that needs the font.
  await lettering().catch(() => undefined);
}

let loaded: Promise<Lettering> | undefined;
/** After a failure it is read again, for a preview that keeps running. */
const lettering = (): Promise<Lettering> =>
  (loaded ??= loadLettering().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  }));

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
