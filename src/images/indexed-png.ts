// Pixels that are numbers of a palette → a PNG (https://www.w3.org/TR/png-3/), with nothing in it but them.
// sharp writes a palette only of colours that it picks itself, which takes six times as long as all else a card needs.
import { constants, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A byte a pixel, each a number of the palette; the only compression, filtering and order of rows that fits. */
const [DEPTH, INDEXED, ...DEFAULTS] = [8, 3, 0, 0, 0] as const;

export interface IndexedPicture {
  width: number;
  height: number;
  /** Row after row, `width × height`. */
  pixels: Uint8Array;
  /** At most 256 colours, as `#rrggbb`. */
  palette: readonly string[];
}

export function indexedPng({ width, height, pixels, palette }: IndexedPicture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([DEPTH, INDEXED, ...DEFAULTS], 8);
  // Each row begins with the number of its filter: none, since numbers of a palette are no amounts.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.map((colour) => colour.slice(1)).join(""), "hex")),
    // Of a flat drawing, runs alone are a quarter larger than what is found at five times the cost.
    chunk("IDAT", deflateSync(rows, { strategy: constants.Z_RLE })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

/** The remainders of all bytes, of the polynomial that the format names. `crc32` of zlib is missing from Node 21 and 22.1. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (REMAINDERS[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
