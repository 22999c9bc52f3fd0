// The bytes of a picture → its pieces (the segments of a JPEG, the chunks of a PNG or WebP), what a camera or a program wrote in
// them (who, when, where), and the same picture without all that, not encoded again. Nothing is decoded: a
// hostile file costs no more than a good one.

interface Piece {
  /** A marker of JPEG in hexadecimal digits (`e1`), or four letters. */
  name: string;
  start: number;
  /** Where its content begins. */
  body: number;
  /** Beyond the end of the file if that cuts the piece off. */
  end: number;
}

/** More than any program writes. A file made of nothing else must not take minutes. */
const MOST = 65_536;

/** All pieces up to the one that ends the picture; none for other formats. */
export function* piecesOf(bytes: Buffer): Generator<Piece, void> {
  let count = 0;
  for (const piece of isJpeg(bytes) ? segments(bytes) : chunks(bytes)) {
    if (++count > MOST) return;
    yield piece;
  }
}

function* chunks(bytes: Buffer): Generator<Piece, void> {
  const isWebp = bytes.toString("latin1", 0, 4) === "RIFF";
  if (!isWebp && !isPng(bytes)) return;
  for (let at = isWebp ? 12 : 8, end; at + 8 <= bytes.length; at = end) {
    const name = bytes.toString("latin1", isWebp ? at : at + 4, isWebp ? at + 4 : at + 8);
    const size = isWebp ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at);
    // A chunk of WebP is padded to an even size, one of PNG ends with its checksum.
    end = at + 8 + size + (isWebp ? size % 2 : 4);
    yield { name, start: at, body: at + 8, end };
    if (name === "IEND") return;
  }
}

const isJpeg = (bytes: Buffer): boolean => bytes.toString("latin1", 0, 2) === "\xff\xd8";
const isPng = (bytes: Buffer): boolean => bytes.toString("latin1", 0, 4) === "\x89PNG";

/** The pixels belong to the segment before them. */
function* segments(bytes: Buffer): Generator<Piece, void> {
  for (let at = nextMarker(bytes, 2), end; at + 2 <= bytes.length; at = end) {
    const name = bytes.toString("hex", at + 1, at + 2);
    const size = name === "d9" || at + 4 > bytes.length ? 0 : bytes.readUInt16BE(at + 2);
    end = name === "d9" ? at + 2 : nextMarker(bytes, at + 2 + size);
    yield { name, start: at, body: at + 4, end };
    if (name === "d9") return;
  }
}

/** Neither stuffed bytes, fill bytes nor restarts are markers. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = from; (at = bytes.indexOf(0xff, at)) >= 0; at++) {
    const byte = bytes[at + 1] ?? 0;
    if (byte !== 0 && byte !== 0xff && !(byte >= 0xd0 && byte <= 0xd7)) return at;
  }
  return Math.max(from, bytes.length);
}

const MARKS = ["Exif\0\0", "http://ns.adobe.com/xap/1.0/", "Photoshop 3.0\0", "<x:xmpmeta", "eXIf"];

/** Whether it holds metadata, as far as the bytes go: the beginning of a file says it too. */
export function holdsMetadata(bytes: Buffer): boolean {
  // WebP says at its beginning what follows its pixels.
  return webpFlags(bytes, 0x0c) || MARKS.some((mark) => bytes.includes(mark, 0, "latin1"));
}

/** Whether the header of a WebP has one of these flags (https://developers.google.com/speed/webp/docs/riff_container). */
export function webpFlags(bytes: Buffer, flags: number): boolean {
  return bytes.toString("latin1", 12, 16) === "VP8X" && ((bytes[20] ?? 0) & flags) !== 0;
}

/** The value of the entry 0x0112 (one short number) in the EXIF data of a PNG or WebP. */
export function orientationIn(exif: Buffer): number {
  const isLittle = exif.includes("II*\0", 0, "latin1");
  const at = exif.indexOf(isLittle ? "1201030001000000" : "0112000300000001", 0, "hex");
  return at < 0 ? 1 : (exif[at + (isLittle ? 8 : 9)] ?? 1);
}

/** Pieces that do not say how to show the picture, colour profiles excepted. */
const TEXTS = /^(?:fe|e[1-9a-df]|eXIf|tEXt|zTXt|iTXt|tIME)$/;

/**
 * The picture as it was, without its metadata and what follows its end; of these, only the `orientation` of a JPEG stays.
 * Undefined for other formats than JPEG and PNG, and for a PNG that is turned, which need another encoding.
 */
export function withoutMetadata(bytes: Buffer, orientation: number): Buffer | undefined {
  if (!isJpeg(bytes) && (!isPng(bytes) || orientation > 1)) return undefined;
  const parts = [
    bytes.subarray(0, isJpeg(bytes) ? 2 : 8),
    isJpeg(bytes) && orientation > 1 ? exifWith(orientation) : Buffer.alloc(0),
  ];
  for (const { name, start, body, end } of piecesOf(bytes))
    if (!TEXTS.test(name) || bytes.toString("latin1", body, body + 11) === "ICC_PROFILE")
      parts.push(bytes.subarray(start, end));
  return Buffer.concat(parts);
}

/** A segment of JPEG: a TIFF header, and a directory with the orientation alone. */
function exifWith(orientation: number): Buffer {
  const tiff = `4d4d002a000000080001011200030000000100${String(orientation).padStart(2, "0")}000000000000`;
  return Buffer.concat([
    Buffer.from("ffe10022", "hex"),
    Buffer.from("Exif\0\0", "latin1"),
    Buffer.from(tiff, "hex"),
  ]);
}
