// A picture file → what its bytes say without being decoded: size, format, identity; or why it cannot be shown.
// The file is read once, whole: its hash is in the name of every derivative, so two builds agree on names without a clock.
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { imageSize } from "image-size";
import { holdsMetadata, isTurned } from "./metadata.ts";
import { readBytes } from "../files.ts";

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
  /** Whether it contains what a camera or a program wrote about it, which is never published. */
  metadata: boolean;
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
    const bytes = head.subarray(0, readSync(file, head));
    // WebP says at its beginning what follows its pixels.
    return holdsMetadata(bytes) || (isExtendedWebp(bytes) && (bytes.readUInt8(20) & 0x0c) !== 0);
  } finally {
    closeSync(file);
  }
}

/** The hash by which a picture is known. */
export function pictureHash(bytes: Uint8Array): string {
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
  const turned = isTurned(bytes);
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
    metadata: holdsMetadata(bytes),
  };
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

// Marks of the formats, read where each format puts them, never by decoding: a hostile file costs no more than a good one

/** Whether the file has its end, according to its format's end mark. */
function isWhole(format: PictureFormat, bytes: Buffer): boolean {
  if (format === "webp") return bytes.readUInt32LE(4) + 8 <= bytes.length;
  if (format === "jpg") return bytes.subarray(scanStart(bytes)).includes(END_OF_JPEG);
  return format !== "png" || bytes.includes("IEND", bytes.length - Math.min(bytes.length, TAIL), "latin1");
}

/** Last bytes in which the end of a picture is looked for: some programs write a lot after it. */
const TAIL = 64 * 1024;
const END_OF_JPEG = Buffer.from([0xff, 0xd9]);

function isAnimated(format: PictureFormat, bytes: Buffer): boolean {
  if (format === "gif") return bytes.includes("NETSCAPE2.0", 0, "latin1") || framesOfGif(bytes) > 1;
  if (format === "webp") return isExtendedWebp(bytes) && (bytes.readUInt8(20) & 0x02) !== 0;
  if (format === "png") return [...pngChunks(bytes)].includes("acTL");
  return format === "avif" && bytes.toString("latin1", 8, 12) === "avis";
}

/** Where a JPEG's pixels begin: a preview in an earlier segment has an end mark of its own. */
function scanStart(bytes: Buffer): number {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda)
    at += 2 + bytes.readUInt16BE(at + 2);
  return Math.min(at, bytes.length);
}

const isExtendedWebp = (bytes: Buffer): boolean =>
  bytes.length > 21 && bytes.toString("latin1", 12, 16) === "VP8X";

/** Names of the chunks before the pixels. */
function* pngChunks(bytes: Buffer): Generator<string> {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "IDAT") return;
    yield name;
  }
}

/** Number of frames, counted up to two: each begins with a control block before its picture. */
function framesOfGif(bytes: Buffer): number {
  const control = Buffer.from([0x21, 0xf9, 0x04]);
  const first = bytes.indexOf(control);
  return first < 0 ? 1 : bytes.indexOf(control, first + 8) < 0 ? 1 : 2;
}
