// What is known of a picture, and where pages show it → its derivatives, and the values of its markup.
// Names contain the picture's hash and the size, so that the same file is made once and may be cached for ever.
import { CARD } from "./card.ts";
import type { PictureFacts } from "./inspect.ts";
import { pictureSlug } from "./paths.ts";

/** A picture of the site that can be shown. */
export interface KnownPicture {
  /** Source, relative to the site root: the picture's identity. */
  file: string;
  facts: PictureFacts;
  /** Site path, encoded, without base path, used if it is published as it is: drawings are, photographs are not. */
  url: string;
}

/** In a text, alone or in a row; above a post; cropped, in a card, in a row of a list and as a portrait; in previews of shared links. */
export type Use = "content" | "row" | "cover" | "card" | "thumb" | "portrait" | "share";

/** A modern one, and what browsers without it load. */
export type VariantFormat = "webp" | "jpg" | "png" | "gif";

export interface Variant {
  /** File name under `/pictures/`. */
  name: string;
  format: VariantFormat;
  width: number;
  height: number;
  /** Cropped to the proportions of its place; otherwise whole. */
  cropped: boolean;
  animated: boolean;
}

/** What a layout prints: the addresses of `srcset` are complete, `src` lacks the base path (`{{ picture.src | url }}`). */
export interface PictureView {
  src: string;
  width?: number;
  height?: number;
  sources: readonly { type: string; srcset: string }[];
  sizes: string;
}

/** Folder of derivatives, as a site path. */
export const PICTURES = "/pictures/";

/**
 * Widths by use. A text's column is 40rem wide, and 92 % of a phone: 672 and 1024 fill one of 360 px at two and three dots, 768 one
 * of 412 px at two; 1280 fills the column at two. A picture beside others (`row`) has about half of that. The cover is 54rem wide,
 * a card about 22rem (the lead 36rem), the picture of a list 11rem, a portrait 5rem and on the page of its person 8rem. Uses share
 * widths, and therefore files. `crop` is the ratio of width to height.
 *
 * On a phone, a card shows a square of 6.5rem, as high as 10.4rem of the picture are wide: the smallest file has two pixels to one.
 */
const LAYOUT: Record<
  Exclude<Use, "share">,
  { widths: readonly number[]; fallback: number; sizes: string; crop?: number }
> = {
  content: { widths: [672, 768, 1024, 1280], fallback: 1280, sizes: "(min-width: 44rem) 40rem, 92vw" },
  row: { widths: [352, 672, 1024], fallback: 672, sizes: "(min-width: 44rem) 20rem, 46vw" },
  cover: { widths: [672, 768, 1024, 1280, 1728], fallback: 1280, sizes: "(min-width: 60rem) 54rem, 92vw" },
  card: { widths: [352, 704, 1056], fallback: 704, sizes: "(min-width: 40rem) 22rem, 6.5rem", crop: 8 / 5 },
  thumb: { widths: [176, 352], fallback: 352, sizes: "11rem", crop: 8 / 5 },
  portrait: { widths: [160, 256], fallback: 256, sizes: "5rem", crop: 1 },
};

/** `sizes` of a picture in a text that has this share of the column's width. */
export function sizesOfShare(share: number): string {
  const column = Math.ceil(40 * share * 10) / 10;
  return `(min-width: 44rem) ${String(column)}rem, ${String(Math.ceil(92 * share))}vw`;
}

/** `sizes` of a picture in a text that its author made this wide, in pixels: less than the column. */
export function sizesOfWidth(width: number): string {
  return `(min-width: ${String(Math.ceil(width / 0.92))}px) ${String(width)}px, 92vw`;
}

/** Smaller, because each frame of an animation is a picture. */
const ANIMATED = 800;
/** WebP's own limit on a side, rounded down a little. */
const LONGEST_SIDE = 16_000;

/** Name of a picture of the same size, without its metadata. */
export function strippedName({ file, facts }: KnownPicture): string {
  return `${pictureSlug(file)}-${facts.hash.slice(0, 12)}-whole.${facts.format}`;
}

/** True for what is published as it is: drawings, and animations that no encoder here would keep animated. */
export function isAsItIs({ format, animated, width }: PictureFacts): boolean {
  if (format === "svg" || format === "bmp" || format === "ico" || width === undefined) return true;
  return animated && (format === "png" || format === "avif");
}

/** Every derivative that a use needs, the largest of each format last; none for what is published as it is. */
export function variantsOf(picture: KnownPicture, use: Use): Variant[] {
  const { facts } = picture;
  if (isAsItIs(facts)) return [];
  if (use === "share") return [variant(picture, "jpg", CARD.width, CARD.width / CARD.height)];
  const { widths, fallback, crop: shape } = LAYOUT[use];
  const crop = shape !== undefined && (use === "portrait" || isNear(facts, shape)) ? shape : undefined;
  const animated = facts.animated && shape === undefined;
  const sizes = fitting(animated ? [ANIMATED] : widths, largest(facts, crop));
  const sources = sizes.map((width) => variant(picture, "webp", width, crop, animated));
  const last = fallbackFormat(facts, animated);
  const plain = sizes.findLast((width) => width <= fallback * 1.25) ?? sizes[0] ?? 1;
  return last === "webp" ? sources : [...sources, variant(picture, last, plain, crop, animated)];
}

/**
 * Size to which a picture is decoded, large enough for every still derivative it may have: the bytes of one would otherwise depend
 * on which others are made with it.
 */
export function decodedSize(picture: KnownPicture): { width: number; height: number } {
  const uses: Use[] = ["content", "cover", "card", "thumb", "portrait", "share"];
  const still = uses.flatMap((use) => variantsOf(picture, use)).filter(({ animated }) => !animated);
  return {
    width: Math.max(1, ...still.map(({ width }) => width)),
    height: Math.max(1, ...still.map(({ height }) => height)),
  };
}

/** The values of the markup. `base` is put before the addresses of `srcset`, which no filter of a layout can reach. */
export function viewOf(picture: KnownPicture, use: Exclude<Use, "share">, base: string): PictureView {
  const { facts, url } = picture;
  const { sizes, fallback } = LAYOUT[use];
  const variants = variantsOf(picture, use);
  const webp = variants.filter(({ format }) => format === "webp");
  // The space reserved is that of the largest derivative, whichever the browser loads.
  const { width, height } = webp.at(-1) ?? facts;
  const size = width === undefined || height === undefined ? {} : { width, height };
  const plain =
    variants.find(({ format }) => format !== "webp") ??
    webp.findLast((one) => one.width <= fallback) ??
    webp[0];
  if (plain === undefined) return { src: url, ...size, sources: [], sizes };
  const srcset = webp.map((one) => `${base}${PICTURES}${one.name} ${String(one.width)}w`).join(", ");
  return { src: PICTURES + plain.name, ...size, sources: [{ type: "image/webp", srcset }], sizes };
}

/**
 * PNG for a drawing of few colours, which no other format makes lighter; JPEG, on white, for the others: a photograph weighs a
 * tenth of its PNG, and only the oldest browsers, mails and readers of feeds ask for this file.
 */
function fallbackFormat(
  { format, bytes, width = 1, height = 1 }: PictureFacts,
  animated: boolean,
): VariantFormat {
  if (format === "webp" || format === "avif") return "webp";
  if (animated) return "gif";
  return format === "jpg" || bytes > 0.2 * width * height ? "jpg" : "png";
}

/** False for a picture of which more than a quarter would be cut: many have words. Lists show it whole. */
function isNear({ width = 1, height = 1 }: PictureFacts, shape: number): boolean {
  const part = width / height / shape;
  return Math.min(part, 1 / part) >= 0.75;
}

/** The widest derivative that enlarges nothing and that every format can hold. */
function largest({ width = 0, height = 0 }: PictureFacts, crop: number | undefined): number {
  if (crop !== undefined) return Math.max(1, Math.min(width, Math.floor(height * crop)));
  return height > LONGEST_SIDE ? Math.max(1, Math.floor((width * LONGEST_SIDE) / height)) : width;
}

/** The widths that a picture can fill, and its own if it is smaller than the next; two that are nearly equal count as one. */
function fitting(widths: readonly number[], most: number): number[] {
  const last = Math.min(most, widths.at(-1) ?? most);
  return [...widths.filter((width) => width < last * 0.85), last];
}

function variant(
  { file, facts }: KnownPicture,
  format: VariantFormat,
  width: number,
  crop: number | undefined,
  animated = false,
): Variant {
  const cropped = crop !== undefined;
  const ratio = crop === undefined ? (facts.height ?? 1) / (facts.width ?? 1) : 1 / crop;
  const height = Math.max(1, Math.round(width * ratio));
  const size = cropped ? `${String(width)}x${String(height)}` : String(width);
  const name = `${pictureSlug(file)}-${facts.hash.slice(0, 12)}-${size}.${format}`;
  return { name, format, width, height, cropped, animated };
}
