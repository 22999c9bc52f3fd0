// A picture's bytes and the variants requested → their bytes: upright, in sRGB, and without metadata.
// The only file that imports sharp, and only when there is something to decode: a site without pictures never loads it.
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Sharp, SharpInput, SharpOptions } from "sharp";
import { factsOf, MOST_PIXELS, type PictureFormat } from "./inspect.ts";
import { withoutMetadata as cleaned } from "./metadata.ts";
import type { Variant, VariantFormat } from "./variants.ts";

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
    // All at once: Node's threads take them in turn, and each holds only its own small copy.
    await all(
      still.map(async (variant) => {
        const made = await encodeStill(pixels, variant, bytes.length);
        await put(variant, made.length > bytes.length ? (sameAs(variant, bytes) ?? made) : made);
      }),
    );
  }
  for (const variant of variants)
    if (variant.animated) await put(variant, await encodeAnimation(bytes, variant));
}

/** The picture itself, if a variant would only repeat it. */
function sameAs({ format, width, cropped }: Variant, bytes: Buffer): Buffer | undefined {
  const facts = factsOf(bytes);
  if (typeof facts === "string" || cropped || facts.format !== format || facts.width !== width)
    return undefined;
  return cleaned(bytes);
}

/** Waits for all of them, even if some fail. */
async function all(work: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(work)) if (end.status === "rejected") throw end.reason;
}

/**
 * Whether a picture can be decoded to its last line, and so can each frame of an animation: the header alone cannot tell.
 * Also false for an animation whose frames together are more than can be handled.
 */
export async function isDecodable(path: string, animated: boolean): Promise<boolean> {
  const image = await open(await readFile(path), { animated });
  try {
    // Small, so that no picture is ever held whole.
    await image.resize(16, 16, { fit: "fill" }).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** Long enough for any drawing that a browser shows before its reader leaves, in ms. */
const LONGEST_DRAWING = 10_000;

/**
 * Whether a drawing can be rendered at the size of an icon. `undefined` if that takes too long: a few lines can ask for
 * billions of shapes. The rendering then goes on, since only the end of its process stops it.
 */
export async function isDrawable(path: string): Promise<boolean | undefined> {
  const image = await open(await readFile(path));
  const drawn = image
    .resize(512, 512, { fit: "contain" })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
  return Promise.race([drawn, setTimeout(LONGEST_DRAWING, undefined, { ref: false })]);
}

/** The picture without metadata, encoded again only if these cannot be taken out. */
export async function withoutMetadata(bytes: Buffer, format: PictureFormat): Promise<Buffer> {
  const made = cleaned(bytes);
  if (made !== undefined || (format !== "avif" && format !== "png")) return made ?? bytes;
  const image = (await open(bytes)).autoOrient();
  return (format === "png" ? image.png() : image.avif({ quality: 75, effort: 0 })).toBuffer();
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
