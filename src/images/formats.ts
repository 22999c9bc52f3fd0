// The bytes of a picture → what the marks of its format show: whether it is complete, and whether it is animated.
// Marks are read where each format puts them, never by decoding: a hostile file costs no more than a good one.
import type { PictureFormat } from "./inspect.ts";

/** Whether the file has its end, according to its format's end mark. */
export function isWhole(format: PictureFormat, bytes: Buffer): boolean {
  if (format === "webp") return bytes.readUInt32LE(4) + 8 <= bytes.length;
  if (format === "jpg") return bytes.subarray(scanStart(bytes)).includes(END_OF_JPEG);
  return format !== "png" || bytes.includes("IEND", bytes.length - Math.min(bytes.length, TAIL), "latin1");
}

/** Last bytes in which the end of a picture is looked for: some programs write a lot after it. */
const TAIL = 64 * 1024;
const END_OF_JPEG = Buffer.from([0xff, 0xd9]);

export function isAnimated(format: PictureFormat, bytes: Buffer): boolean {
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
