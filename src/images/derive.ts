// A picture's bytes and the variants requested → their bytes: upright, in sRGB, and without metadata.
// The only file that imports sharp, and only when there is something to decode: a site without pictures never loads it.
import type { Sharp, SharpInput, SharpOptions } from "sharp";
import { factsOf, MOST_PIXELS, type PictureFormat } from "./inspect.ts";
import { withoutMetadata as cleaned } from "./metadata.ts";
import type { Variant, VariantFormat } from "./variants.ts";

/** Increase one whenever the same source would give other bytes. `tests/unit/images/recipes.test.ts` fails until that is done. */
const RECIPES = { picture: 3, card: 4, icon: 2 };

/**
 * The name of a picture in `.cache/pictures/`, which also changes with how such pictures are made. Its name on the site does not:
 * newsletters, feed readers and shared links keep addresses for years, and another encoder is no reason to break them.
 */
export function storedName(kind: keyof typeof RECIPES, name: string): string {
  return `${String(RECIPES[kind])}-${name}`;
}

/** Decoded pixels, large enough for every still variant. */
interface Pixels {
  data: Buffer;
  info: { width: number; height: number; channels: 1 | 2 | 3 | 4 };
}

/**
 * Encodes `variants` of the picture in `bytes`, decoded to the size `room`, and passes each on as soon as it is made. None weighs
 * more than the picture, as far as encoders can help it.
 */
export async function derive(
  bytes: Buffer,
  { variants, room }: { variants: readonly Variant[]; room: { width: number; height: number } },
  put: (variant: Variant, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const still = variants.filter(({ animated }) => !animated);
  if (still.length > 0) {
    const pixels = await decode(bytes, room);
    // All at once: Node's threads take them in turn, and each holds only its own small copy. All end, even if some fail.
    const ends = await Promise.allSettled(
      still.map(async (variant) => {
        const made = await encodeStill(pixels, variant, bytes.length);
        await put(variant, made.length > bytes.length ? (sameAs(variant, bytes) ?? made) : made);
      }),
    );
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }
  for (const variant of variants)
    if (variant.animated) await put(variant, await encodeAnimation(bytes, variant));
}

/** The picture itself, if a variant would only repeat it. */
function sameAs({ format, width, cropped }: Variant, bytes: Buffer): Buffer | undefined {
  const facts = factsOf(bytes);
  return !cropped && facts?.format === format && facts.width === width ? cleaned(bytes) : undefined;
}

/** The picture without metadata, encoded again only if these cannot be taken out. */
export async function withoutMetadata(bytes: Buffer, format: PictureFormat): Promise<Buffer> {
  const made = cleaned(bytes);
  if (made !== undefined || format === "gif") return made ?? bytes;
  const image = (await open(bytes, { animated: format === "webp" })).autoOrient();
  if (format === "png") return image.png().toBuffer();
  if (format === "avif") return image.avif({ quality: 75, effort: 0 }).toBuffer();
  return (format === "webp" ? image.webp({ quality: 90 }) : image.jpeg({ quality: 90 })).toBuffer();
}

/** A picture as a square PNG, whole, with a margin on each side; on the colour `ground`, if nothing may show through. */
export async function squarePng(
  bytes: Buffer,
  side: number,
  { ground, margin = 0 }: { ground?: string; margin?: number },
): Promise<Buffer> {
  const inner = side - 2 * margin;
  const image = (await open(bytes))
    .resize(inner, inner, { fit: "contain", background: "#0000" })
    .extend({ top: margin, right: margin, bottom: margin, left: margin, background: "#0000" });
  return (ground === undefined ? image : image.flatten({ background: ground }))
    .png({ compressionLevel: 8 })
    .toBuffer();
}

/** A drawing at its own size. A palette or a higher level would take longer than all the rest, for each post of a site. */
export async function drawingPng(svg: string): Promise<Buffer> {
  return (await open(Buffer.from(svg))).png({ compressionLevel: 3 }).toBuffer();
}

async function decode(bytes: Buffer, room: { width: number; height: number }): Promise<Pixels> {
  const image = (await open(bytes)).autoOrient();
  const { data, info } = await image
    .resize({ ...room, fit: "outside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { data, info: { width, height, channels } };
}

async function encodeStill(
  { data, info }: Pixels,
  { width, height, format, cropped }: Variant,
  most: number,
): Promise<Buffer> {
  const sized = async (): Promise<Sharp> =>
    (await open(data, { raw: info })).resize({
      ...{ width, height },
      ...(cropped ? { fit: "cover", position: "centre" } : { fit: "fill" }),
    });
  let best: Buffer | undefined;
  for (const encode of ENCODERS[format]) {
    const made = await encode(await sized()).toBuffer();
    if (best === undefined || made.length < best.length) best = made;
    if (best.length <= most) break;
  }
  return best ?? Buffer.alloc(0);
}

async function encodeAnimation(bytes: Buffer, { width, height, format }: Variant): Promise<Buffer> {
  const image = (await open(bytes, { animated: true })).resize({ width, height, fit: "fill" });
  const [encode] = ENCODERS[format];
  return encode(image).toBuffer();
}

type Encode = (image: Sharp) => Sharp;
const webp =
  (options: Parameters<Sharp["webp"]>[0]): Encode =>
  (image) =>
    image.webp({ effort: 4, ...options });
const jpeg =
  (quality: number): Encode =>
  (image) =>
    image.flatten({ background: "#fff" }).jpeg({ quality, progressive: true });

/**
 * The ways of encoding in a format: the first is taken, unless it weighs more than the picture itself, as that of a drawing of few
 * colours may. The effort of each encoder is the one above which time grows much faster than files shrink.
 */
const ENCODERS: Readonly<Record<VariantFormat, readonly [Encode, ...Encode[]]>> = {
  webp: [webp({ quality: 75 }), webp({ lossless: true }), webp({ quality: 50 }), webp({ quality: 25 })],
  jpg: [jpeg(80), jpeg(60), jpeg(40)],
  png: [(image) => image.png({ palette: true, effort: 4 })],
  gif: [(image) => image.gif({ effort: 3 })],
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
