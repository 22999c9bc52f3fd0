// A picture's bytes and the variants requested → their bytes: upright, in sRGB, and without metadata.
// The only file that imports sharp, and only when there is something to decode: a site without pictures never loads it.
import type { Sharp, SharpInput, SharpOptions } from "sharp";
import { MOST_PIXELS, orientationOf } from "./inspect.ts";
import { withoutMetadata as cleaned } from "./metadata.ts";
import type { Variant, VariantFormat } from "./variants.ts";

/** Increase one whenever the same source would give other bytes. `tests/unit/images/recipes.test.ts` fails until that is done. */
const RECIPES = { picture: 5, card: 5, icon: 3 };

/**
 * The name of a picture in `.cache/pictures/`, which also changes with how such pictures are made. Its name on the site does not:
 * newsletters, feed readers and shared links keep addresses for years, and another encoder is no reason to break them.
 */
export function storedName(kind: keyof typeof RECIPES, name: string): string {
  return `${String(RECIPES[kind])}-${name}`;
}

/** `variants` of the picture in `bytes`, in their order, made of the picture decoded to the size `room`. */
export async function derive(
  bytes: Buffer,
  { variants, room }: { variants: readonly Variant[]; room: { width: number; height: number } },
): Promise<Buffer[]> {
  const hasStill = variants.some(({ animated }) => !animated);
  const pixels = hasStill ? await decode(bytes, room) : undefined;
  // All at once: Node's threads take them in turn, and each holds only its own small copy.
  return Promise.all(
    variants.map(async ({ width, height, format, cropped, animated }) => {
      const encoded = async (encode: Encode): Promise<Buffer> => {
        const image = animated
          ? open(bytes, { animated })
          : open(pixels?.data ?? bytes, { raw: pixels?.info });
        return encode((await image).resize({ width, height, fit: cropped ? "cover" : "fill" })).toBuffer();
      };
      const made = await encoded(ENCODERS[format]);
      if (format !== "webp" || animated || made.length <= bytes.length) return made;
      // A drawing of few colours is lighter, and sharper, without loss.
      const exact = await encoded((image) => image.webp({ effort: 4, lossless: true }));
      return exact.length < made.length ? exact : made;
    }),
  );
}

/** The picture without metadata; encoded again, in its format, only if these cannot be taken out. */
export async function withoutMetadata(bytes: Buffer): Promise<Buffer> {
  const made = cleaned(bytes, orientationOf(bytes));
  if (made !== undefined) return made;
  const image = await open(bytes, { animated: true });
  return upright(bytes, image)
    .webp({ quality: 90, force: false })
    .avif({ quality: 75, effort: 0, force: false })
    .toBuffer();
}

/** A picture as a square PNG, whole; on the colour `ground`, if nothing may show through. */
export async function squarePng(bytes: Buffer, side: number, ground?: string): Promise<Buffer> {
  const background = ground ?? "#0000";
  const image = (await open(bytes)).resize(side, side, { fit: "contain", background });
  return (ground === undefined ? image : image.flatten({ background }))
    .png({ compressionLevel: 8 })
    .toBuffer();
}

/** A drawing at its own size. A palette or a higher level would take longer than all the rest, for each post of a site. */
export async function drawingPng(svg: string): Promise<Buffer> {
  return (await open(Buffer.from(svg))).png({ compressionLevel: 3 }).toBuffer();
}

/** Pixels large enough for every still variant. */
async function decode(bytes: Buffer, room: { width: number; height: number }) {
  const image = await open(bytes);
  return upright(bytes, image)
    .resize({ ...room, fit: "outside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
}

const upright = (bytes: Buffer, image: Sharp): Sharp =>
  orientationOf(bytes) > 1 ? image.autoOrient() : image;

type Encode = (image: Sharp) => Sharp;

/** The effort of each encoder is the one above which time grows much faster than files shrink. */
const ENCODERS: Readonly<Record<VariantFormat, Encode>> = {
  webp: (image) => image.webp({ effort: 4, quality: 75 }),
  jpg: (image) => image.flatten({ background: "#fff" }).jpeg({ quality: 80, progressive: true }),
  png: (image) => image.png({ palette: true, effort: 4 }),
  gif: (image) => image.gif({ effort: 3 }),
};

/** @throws an error with the code `ESHARP` if sharp's program for this machine was not installed. */
async function open(input: SharpInput, options: SharpOptions = {}): Promise<Sharp> {
  const { default: sharp } = await import("sharp").catch((cause: unknown) => {
    throw Object.assign(new Error("sharp cannot be loaded", { cause }), { code: "ESHARP" });
  });
  // One thread per picture: several pictures at once use the cores better, and the number of cores changes no byte.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp(input, { failOn: "truncated", limitInputPixels: MOST_PIXELS, ...options });
}
