// One picture job → the bytes of its files, each passed on as soon as it is made.
import type { Card } from "../../images/card.ts";
import { derive, squarePng, withoutMetadata } from "../../images/derive.ts";
import { cardPainter } from "../../images/draw-card.ts";
import { drawIcon, icoFile, ICO_SIDES } from "../../images/icons.ts";
import { paintIcon } from "../../images/paint-icon.ts";
import { loadTypeface, type Typeface } from "../../images/typeface.ts";
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
      for (const output of missing) await put(output, (await painter())(work.card));
      return;
    case "icons":
      await inParallel(missing, async (output) => put(output, await icon(output, work, bytes)));
  }
}

/** Loads in advance what the icons and cards of a site need. */
export async function loadMakers(): Promise<void> {
  // A failure is reported by the picture that needs the font.
  await typeface().catch(() => undefined);
}

let face: Promise<Typeface> | undefined;
/** After a failure it is read again, for a preview that keeps running. */
const typeface = (): Promise<Typeface> =>
  (face ??= loadTypeface().catch((error: unknown) => {
    face = undefined;
    throw error;
  }));

let paint: ((card: Card) => Buffer) | undefined;
async function painter(): Promise<(card: Card) => Buffer> {
  const known = await typeface();
  return (paint ??= cardPainter(known));
}

const SIDES: Readonly<Record<string, number>> = { [ICONS.small]: 192, [ICONS.large]: 512 };

/** `own`: the picture that the site names, if it names one. */
async function icon({ to }: Output, { letter }: IconWork, own: Buffer): Promise<Buffer> {
  const path = `/${to}`;
  if (path === ICONS.svg) return letter === undefined ? own : Buffer.from(drawIcon(letter, await typeface()));
  const make = letter === undefined ? pastingOf(own) : paintingOf(letter, await typeface());
  if (path === ICONS.masked) return make(512, "masked");
  // iOS shows black behind transparent parts.
  if (path === ICONS.apple) return make(180, "opaque");
  const side = SIDES[path];
  if (side !== undefined) return make(side);
  const pictures = [];
  for (const one of ICO_SIDES) pictures.push({ side: one, png: await make(one) });
  return icoFile(pictures);
}

type MakeIcon = (side: number, kind?: "masked" | "opaque") => Promise<Buffer> | Buffer;

function paintingOf(letter: { letter: string; colour: string }, face: Typeface): MakeIcon {
  return (side, kind) =>
    paintIcon({ ...letter, side, masked: kind === "masked", opaque: kind === "opaque" }, face);
}

/**
 * Makes icons from the owner's picture. It must fit in the circle that masks leave: the square in it has 0.8 / √2 of the side.
 */
function pastingOf(own: Buffer): MakeIcon {
  return (side, kind) => {
    if (kind === "masked") return squarePng(own, side, { ground: "#fff", margin: 112 });
    return squarePng(own, side, kind === "opaque" ? { ground: "#fff" } : {});
  };
}
