// A picture file → its size in pixels, or the verdict that browsers could not show it.
// Only the first and the last bytes are read: enough for the size, and to see that a file was cut short.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { imageSize } from "image-size";

/** Empty for a drawing that states no size. */
export interface Size {
  width?: number;
  height?: number;
}

/** More pixels than this exhaust the memory of a phone, whatever the file weighs. */
const MOST_PIXELS = 100_000_000;
const HEAD = 128 * 1024;
/** Where a camera wrote a long colour profile or preview before the size. */
const LONG_HEAD = 4 * 1024 * 1024;
const TAIL = 64 * 1024;
const SHOWN_BY_BROWSERS = new Set(["jpg", "png", "gif", "webp", "avif", "svg", "bmp", "ico"]);

export function pictureSize(path: string): Size | "broken" {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return "broken";
  }
  try {
    return read(file);
  } finally {
    closeSync(file);
  }
}

function read(file: number): Size | "broken" {
  const { size } = fstatSync(file);
  if (size === 0) return "broken";
  let head = bytes(file, 0, Math.min(size, HEAD));
  let found = measure(head);
  if (found === undefined && size > HEAD) {
    head = bytes(file, 0, Math.min(size, LONG_HEAD));
    found = measure(head);
  }
  if (found === undefined) return isSvg(head) ? {} : "broken";
  const { width, height, orientation = 1, type = "" } = found;
  if (!SHOWN_BY_BROWSERS.has(type) || !(width > 0) || !(height > 0) || width * height > MOST_PIXELS)
    return "broken";
  if (!isWhole(type, head, file, size)) return "broken";
  const upright = orientation < 5;
  return { width: Math.round(upright ? width : height), height: Math.round(upright ? height : width) };
}

function measure(head: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(head);
  } catch {
    return undefined;
  }
}

function bytes(file: number, start: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(file, buffer, 0, length, start));
}

/** Whether the file has its end, by the mark that its format puts there. */
function isWhole(type: string, head: Buffer, file: number, size: number): boolean {
  if (type === "webp") return head.readUInt32LE(4) + 8 <= size;
  if (type !== "jpg" && type !== "png") return true;
  const from = Math.max(type === "jpg" ? scanStart(head) : 0, size - TAIL);
  const tail = bytes(file, from, size - from);
  return tail.includes(type === "png" ? Buffer.from("IEND", "latin1") : Buffer.from([0xff, 0xd9]));
}

/** Where a JPEG's pixels begin: a preview in the segments before has an end mark of its own. */
function scanStart(head: Buffer): number {
  let at = 2;
  while (at + 4 <= head.length && head[at] === 0xff && head[at + 1] !== 0xda)
    at += 2 + head.readUInt16BE(at + 2);
  return at;
}

const isSvg = (head: Buffer): boolean => /<svg[\s>]/i.test(head.subarray(0, 4096).toString("utf8"));
