// A picture file → what its bytes say without being decoded: size, format, identity; or why it cannot be shown.
// The file is read once, whole: its hash is in the name of every derivative, so two builds agree on names without a clock.
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { imageSize } from "image-size";
import { readBytes } from "../files.ts";
import { holdsMetadata, orientationIn, piecesOf, webpFlags } from "./metadata.ts";

const FORMATS = ["jpg", "png", "gif", "webp", "avif", "svg", "bmp", "ico"] as const;
export type PictureFormat = (typeof FORMATS)[number];

export interface PictureFacts {
  /** Changes with the bytes of the file: the beginning of their SHA-256. */
  hash: string;
  format: PictureFormat;
  /** As displayed, after EXIF orientation; absent for an SVG that states no size. */
  width?: number;
  height?: number;
  animated: boolean;
  /** Size of the file. */
  bytes: number;
}

/** More pixels than this exhaust the memory of a phone, whatever the size of the file. */
export const MOST_PIXELS = 100_000_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** `undefined` if it cannot be shown: damaged, too large, of another format, or the few lines that Git LFS puts in its place. */
export function inspectPicture(path: string): PictureFacts | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  const bytes = stat?.isFile() === true && stat.size <= MOST_BYTES ? readBytes(path) : undefined;
  return bytes && factsOf(bytes);
}

/** Enough for what stands before the pixels. */
const HEAD = 64 * 1024;

/** Whether a picture may hold metadata: from its first bytes, for files of which nothing else needs to be known. */
export function mayHoldMetadata(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(HEAD);
    return holdsMetadata(head.subarray(0, readSync(file, head)));
  } finally {
    closeSync(file);
  }
}

/** The hash by which a picture is known, or what one is drawn from. */
export function pictureHash(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

/** What the bytes of a picture say. */
export function factsOf(bytes: Buffer): PictureFacts | undefined {
  const found = measure(bytes);
  const format = FORMATS.find((one) => one === (found?.type ?? drawing(bytes)));
  if (format === undefined) return undefined;
  const { width = 0, height = 0 } = found ?? {};
  if (found !== undefined && (!(width > 0) || !(height > 0) || !isWhole(format, bytes))) return undefined;
  if (width * height > MOST_PIXELS) return undefined;
  const turned = orientationOf(bytes) >= 5;
  const size = {
    width: Math.round(turned ? height : width),
    height: Math.round(turned ? width : height),
  };
  return {
    hash: pictureHash(bytes),
    format,
    bytes: bytes.length,
    ...(found !== undefined && size),
    animated: isAnimated(format, bytes),
  };
}

/** How a picture is turned, by its EXIF data: from 1 to 8. An AVIF has a box for it, which every decoder obeys by itself. */
export function orientationOf(bytes: Buffer): number {
  const { type, orientation: ofJpeg = 1 } = measure(bytes) ?? {};
  let orientation = ofJpeg;
  for (const { name, body, end } of piecesOf(bytes))
    if (/^exif$/i.test(name)) orientation = orientationIn(bytes.subarray(body, end));
  const box = type === "avif" ? bytes.subarray(0, HEAD).indexOf("irot") : -1;
  if (box >= 0) orientation = [1, 8, 3, 6][bytes[box + 4] ?? 0] ?? 1;
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

const drawing = (bytes: Buffer): PictureFormat | undefined =>
  /<svg[\s>]/i.test(bytes.subarray(0, 4096).toString("utf8")) ? "svg" : undefined;

/** Whether the file has its end, according to its format's end mark. */
function isWhole(format: PictureFormat, bytes: Buffer): boolean {
  if (format === "webp") return bytes.readUInt32LE(4) + 8 <= bytes.length;
  return (format !== "jpg" && format !== "png") || endsWith(bytes, format === "jpg" ? "d9" : "IEND");
}

function endsWith(bytes: Buffer, mark: string): boolean {
  for (const { name, end } of piecesOf(bytes)) if (name === mark) return end <= bytes.length;
  return false;
}

/** A frame of a GIF begins with a control block. */
const FRAME = Buffer.from([0x21, 0xf9, 0x04]);

function isAnimated(format: PictureFormat, bytes: Buffer): boolean {
  if (format === "gif") return bytes.indexOf(FRAME, bytes.indexOf(FRAME) + 8) >= 0;
  if (format === "webp") return webpFlags(bytes, 0x02);
  if (format === "png") for (const { name } of piecesOf(bytes)) if (name === "acTL") return true;
  return format === "avif" && bytes.toString("latin1", 8, 12) === "avis";
}
