// A picture's bytes and the variants requested → their bytes: upright, in sRGB, and without metadata.
// The only file that imports sharp, and only when there is something to decode: a site without pictures never loads it.
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Sharp, SharpInput, SharpOptions } from "sharp";
import { MOST_PIXELS } from "./inspect.ts";
import type { Variant, VariantFormat } from "./variants.ts";

/** Decoded pixels, large enough for every still variant. */
interface Pixels {
  data: Buffer;
  info: { width: number; height: number; channels: 1 | 2 | 3 | 4 };
}

/** Encodes `variants` of the picture in `bytes`, decoded to the size `room`, and passes each on as soon as it is made. */
export async function derive(
  bytes: Buffer,
  { variants, room }: { variants: readonly Variant[]; room: { width: number; height: number } },
  put: (variant: Variant, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const still = variants.filter(({ animated }) => !animated);
  if (still.length > 0) {
    const pixels = await decode(bytes, room);
    // All at once: Node's threads take them in turn, and each holds only its own small copy.
    await all(still.map(async (variant) => put(variant, await encodeStill(pixels, variant))));
  }
  for (const variant of variants)
    if (variant.animated) await put(variant, await encodeAnimation(bytes, variant));
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

/** The picture in its own size and format, without metadata. */
export async function withoutMetadata(bytes: Buffer, format: VariantFormat): Promise<Buffer> {
  const animated = format === "gif" || format === "webp";
  return encoded((await open(bytes, { animated })).autoOrient(), format, ORIGINAL);
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

/** A drawing at its own size. A palette would take twice the time of all the rest, for each post of a site. */
export async function drawingPng(svg: string): Promise<Buffer> {
  return (await open(Buffer.from(svg))).png({ compressionLevel: 6 }).toBuffer();
}

interface Quality {
  avif: number;
  webp: number;
  jpg: number;
  chromaSubsampling: "4:2:0" | "4:4:4";
}
const SHOWN: Quality = { avif: 55, webp: 78, jpg: 80, chromaSubsampling: "4:2:0" };
const ORIGINAL: Quality = { avif: 75, webp: 90, jpg: 92, chromaSubsampling: "4:4:4" };

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
): Promise<Buffer> {
  const image = await open(data, { raw: info });
  return encoded(
    image.resize({ width, height, ...(cropped ? { fit: "cover", position: "centre" } : { fit: "fill" }) }),
    format,
    SHOWN,
  );
}

async function encodeAnimation(bytes: Buffer, { width, height, format }: Variant): Promise<Buffer> {
  const image = await open(bytes, { animated: true });
  return encoded(image.resize({ width, height, fit: "fill" }), format, SHOWN);
}

/** The effort of each encoder is the one above which time grows much faster than files shrink (docs/performance.md). */
function encoded(image: Sharp, format: VariantFormat, quality: Quality): Promise<Buffer> {
  const { chromaSubsampling } = quality;
  switch (format) {
    case "avif":
      return image.avif({ quality: quality.avif, effort: 0, chromaSubsampling }).toBuffer();
    case "webp":
      return image.webp({ quality: quality.webp, effort: 2 }).toBuffer();
    case "jpg":
      return image
        .flatten({ background: "#fff" })
        .jpeg({ quality: quality.jpg, chromaSubsampling, progressive: true })
        .toBuffer();
    case "png":
      return image.png({ compressionLevel: 8 }).toBuffer();
    case "gif":
      return image.gif({ effort: 3 }).toBuffer();
  }
}

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
