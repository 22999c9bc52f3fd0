// A picture file → what its bytes say without being decoded: size, format, identity; or why it cannot be shown.
// The file is read once, whole: its hash is in the name of every derivative, so two builds agree on names without a clock.
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { imageSize } from "image-size";
import { isAnimated, isWhole } from "./formats.ts";
import { holdsLocation, holdsMetadata, isTurned } from "./metadata.ts";
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
  /** Whether it contains what a camera or a program wrote about it; `location`: whether that includes a place. */
  metadata: boolean;
  location: boolean;
  /** Whether an SVG contains something that would run if it were opened on its own. */
  script: boolean;
}

/**
 * `foreign`: a picture in a format that browsers do not show; `pointer`: the few lines that Git LFS puts in its place until it
 * is fetched; `size`: more bytes or pixels than can be handled; `thin`: a line.
 */
export type Unfit = "unreadable" | "foreign" | "pointer" | "size" | "thin";

/** More pixels than this exhaust the memory of a phone, whatever the size of the file. */
export const MOST_PIXELS = 100_000_000;
/** Largest ratio of the sides: above it, no format here can hold the picture once it is a pixel wide. */
const LONGEST_RATIO = 16_000;
const MOST_BYTES = 64 * 1024 * 1024;

export function inspectPicture(path: string): PictureFacts | Unfit {
  const bytes = readWithin(path);
  return typeof bytes === "string" ? bytes : factsOf(bytes);
}

/** The hash by which a picture is known. */
export function pictureHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

function readWithin(path: string): Buffer | Unfit {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size === 0) return "unreadable";
  if (stat.size > MOST_BYTES) return "size";
  return readBytes(path) ?? "unreadable";
}

function factsOf(bytes: Buffer): PictureFacts | Unfit {
  const found = measure(bytes);
  const format = FORMATS.find((one) => one === (found?.type ?? drawing(bytes)));
  if (format === undefined)
    return found !== undefined ? "foreign" : isPointer(bytes) ? "pointer" : "unreadable";
  const { width = 0, height = 0 } = found ?? {};
  if (found !== undefined && (!(width > 0) || !(height > 0) || !isWhole(format, bytes))) return "unreadable";
  if (width * height > MOST_PIXELS) return "size";
  if (Math.max(width, height) > Math.min(width, height) * LONGEST_RATIO && format !== "svg") return "thin";
  const turned = isTurned(bytes);
  const size = {
    width: Math.round(turned ? height : width),
    height: Math.round(turned ? width : height),
  };
  return {
    hash: pictureHash(bytes),
    format,
    ...(found !== undefined && size),
    animated: isAnimated(format, bytes),
    metadata: holdsMetadata(bytes),
    location: holdsLocation(bytes),
    script:
      format === "svg" && /<script|<foreignObject|\son\w+\s*=|javascript:/i.test(bytes.toString("utf8")),
  };
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const isPointer = (bytes: Buffer): boolean =>
  bytes.subarray(0, 64).toString("latin1").startsWith("version https://git-lfs.github.com/spec/");

const drawing = (bytes: Buffer): PictureFormat | undefined =>
  /<svg[\s>]/i.test(bytes.subarray(0, 4096).toString("utf8")) ? "svg" : undefined;
