// Pixels → a PNG (https://www.w3.org/TR/png-3/), which contains nothing else. sharp takes longer to load than these drawings
// take to make, and always chooses the colours of a palette itself.
import { constants, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bits per sample; the only compression, filter method and interlacing that are used. */
const [DEPTH, ...DEFAULTS] = [8, 0, 0, 0] as const;
/** Colour types: the index of a colour in a palette; red, green, blue and opacity. */
const [INDEXED, COLOURS] = [3, 6] as const;

export interface Picture {
  width: number;
  height: number;
  /** Row after row, `width × height` pixels: one byte each in a palette, four in colours. */
  pixels: Uint8Array;
}

/** A PNG of at most 256 colours, `#rrggbb`. */
export function indexedPng({ palette, ...picture }: Picture & { palette: readonly string[] }): Buffer {
  return Buffer.concat([
    ...headOf(picture, INDEXED),
    chunk("PLTE", Buffer.from(palette.map((colour) => colour.slice(1)).join(""), "hex")),
    // For a flat drawing, run-length matching gives a file a quarter larger than full matching, at a fifth of the cost.
    chunk("IDAT", deflateSync(rowsOf(picture, 1), { strategy: constants.Z_RLE })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A PNG of pixels with red, green, blue and opacity. */
export function colourPng(picture: Picture): Buffer {
  return Buffer.concat([
    ...headOf(picture, COLOURS),
    chunk("IDAT", deflateSync(rowsOf(picture, 4))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function headOf({ width, height }: Picture, kind: number): Buffer[] {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([DEPTH, kind, ...DEFAULTS], 8);
  return [SIGNATURE, chunk("IHDR", head)];
}

/**
 * Each row begins with the number of its filter: none, since drawings are flat, and the indexes of a palette are not amounts.
 */
function rowsOf({ width, height, pixels }: Picture, bytes: number): Uint8Array {
  const [from, to] = [width * bytes, width * bytes + 1];
  const rows = new Uint8Array(to * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * from, (y + 1) * from), y * to + 1);
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

/** CRC remainders of all bytes, for the polynomial that the format names. zlib's `crc32` is missing from Node 21 and 22.1. */
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
