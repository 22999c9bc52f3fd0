// The icon of a site → the one job that makes its files, those apart that the owner has in `public/`.
import { squarePng } from "../images/derive.ts";
import type { PictureIndex } from "../images/facts.ts";
import { drawIcon, icoFile, iconKey, ICO_SIDES, initialOf } from "../images/icons.ts";
import type { Typeface } from "../images/typeface.ts";
import type { KnownPicture } from "../images/variants.ts";
import type { Content } from "../content/types.ts";
import { iconColour, ICONS } from "../pages/icons.ts";
import type { Site } from "../site.ts";
import type { Output, PictureJob } from "./picture-jobs.ts";

export type IconSource = KnownPicture | { letter: string; colour: string };

/** Site path of an icon. */
export type IconFile = (typeof ICONS)[keyof typeof ICONS];

/** The picture that `site.yaml` names, or the letter to draw where it names none that is sound. */
export function iconSource(site: Site, index: PictureIndex): IconSource {
  const { icon, title } = site;
  const own = icon === undefined ? undefined : index.known(`public${icon}`);
  return own ?? { letter: initialOf(title), colour: iconColour(site) };
}

/** A drawing of the owner's stands at its own address, and a photograph has none. */
export function iconFiles({ icon }: Site, files: Content["files"]): IconFile[] {
  const taken = new Set(files.map(({ file }) => file));
  return Object.values(ICONS).filter(
    (path) => !taken.has(`public${path}`) && !(path === ICONS.svg && icon !== undefined),
  );
}

export function iconJob(
  source: IconSource,
  files: readonly IconFile[],
  typeface: () => Promise<Typeface>,
): PictureJob {
  const own = "facts" in source ? source : undefined;
  const key = iconKey("facts" in source ? { hash: source.facts.hash } : source);
  const outputs = files.map((path) => ({ name: `${key}${path.replaceAll("/", "-")}`, to: path.slice(1) }));
  return {
    ...(own && { file: own.file, hash: own.facts.hash }),
    outputs,
    async make(missing, bytes, put) {
      const drawn = async (masked: boolean): Promise<Buffer> =>
        "facts" in source ? bytes : Buffer.from(drawIcon({ ...source, masked }, await typeface()));
      for (const output of missing) {
        const isMasked = output.to === ICONS.masked.slice(1);
        const drawing = await drawn(isMasked);
        await put(output, isMasked ? await masked(drawing, own !== undefined) : await made(output, drawing));
      }
    },
  };
}

const SIDES: Readonly<Record<string, number>> = { [ICONS.small]: 192, [ICONS.large]: 512 };

async function made({ to }: Output, drawing: Buffer): Promise<Buffer> {
  const path = `/${to}`;
  if (path === ICONS.svg) return drawing;
  // iOS paints black behind what is transparent.
  if (path === ICONS.apple) return squarePng(drawing, 180, { ground: "#fff" });
  const side = SIDES[path];
  if (side !== undefined) return squarePng(drawing, side);
  const pictures = [];
  for (const one of ICO_SIDES) pictures.push({ side: one, png: await squarePng(drawing, one) });
  return icoFile(pictures);
}

/** A picture of the owner's is whole in the circle that masks leave: the square in it has 0.8 / √2 of its side. */
function masked(drawing: Buffer, isOwn: boolean): Promise<Buffer> {
  return squarePng(drawing, 512, isOwn ? { ground: "#fff", margin: 112 } : {});
}
