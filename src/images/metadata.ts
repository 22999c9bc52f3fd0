// The bytes of a picture → what a camera or a program wrote about it (who, when, where), its orientation, and the same picture
// without all that, not encoded again. EXIF is a TIFF header, then a directory of entries.

const EXIF = Buffer.from("Exif\0\0", "latin1");
const XMP = Buffer.from("http://ns.adobe.com/xap/1.0/", "latin1");
const IPTC = Buffer.from("Photoshop 3.0\0", "latin1");
const ROTATION = Buffer.from("\0\0\0\x09irot", "latin1");
/** Tag in the first directory for the orientation, from 1 to 8. */
const ORIENTATION_TAG = 0x0112;

export function holdsMetadata(bytes: Buffer): boolean {
  return (
    exifOf(bytes) !== undefined ||
    bytes.includes(XMP) ||
    bytes.includes(IPTC) ||
    bytes.includes("<x:xmpmeta", 0, "latin1")
  );
}

/** Whether the picture is displayed with a quarter turn, so that its width and height are swapped. */
export function isTurned(bytes: Buffer): boolean {
  // AVIF stores the rotation in a box of nine bytes, in quarter turns, and its EXIF orientation does not count.
  const box = bytes.toString("latin1", 4, 8) === "ftyp" ? bytes.indexOf(ROTATION) : undefined;
  if (box !== undefined) return box >= 0 && ((bytes[box + ROTATION.length] ?? 0) & 1) === 1;
  return orientationOf(bytes) >= 5;
}

/** The TIFF header and what follows: after a marker in JPEG, in a chunk of its own in PNG and WebP. */
function exifOf(bytes: Buffer): Buffer | undefined {
  const marked = bytes.indexOf(EXIF);
  if (marked >= 0) return bytes.subarray(marked + EXIF.length);
  const type = bytes.toString("latin1", 0, 4);
  const [name, header] = type === "RIFF" ? ["EXIF", 8] : ["eXIf", 4];
  const at = type === "RIFF" || type === "\x89PNG" ? bytes.indexOf(name, 0, "latin1") : -1;
  return at < 0 ? undefined : bytes.subarray(at + header);
}

/** From 1 to 8: that of the first directory. What lies outside of the file reads as 0, where no program would find any. */
function orientationOf(bytes: Buffer): number {
  const tiff = exifOf(bytes) ?? Buffer.alloc(0);
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const read = (at: number, size: 2 | 4): number => {
    if (at + size > tiff.length) return 0;
    return isLittle ? tiff.readUIntLE(at, size) : tiff.readUIntBE(at, size);
  };
  const directory = read(4, 4);
  const end = directory + 2 + 12 * read(directory, 2);
  for (let at = directory + 2; at < end; at += 12)
    if (read(at, 2) === ORIENTATION_TAG) return read(at + 8, 2) || 1;
  return 1;
}

/**
 * The picture as it was, without its metadata; of these, only the orientation stays. Undefined if that needs another encoding: for
 * other formats than JPEG and PNG, and for a PNG that is displayed turned.
 */
export function withoutMetadata(bytes: Buffer): Buffer | undefined {
  const orientation = orientationOf(bytes);
  const exif = orientation === 1 ? undefined : exifWith(orientation);
  if (bytes.readUInt16BE(0) === 0xffd8) return cleanJpeg(bytes, exif);
  return exif || bytes.toString("latin1", 0, 4) !== "\x89PNG" ? undefined : cleanPng(bytes);
}

/** A TIFF header, and a directory with the orientation alone. */
function exifWith(orientation: number): Buffer {
  const head = "4d4d002a000000080001011200030000000100";
  return Buffer.from(`${head}${orientation.toString(16).padStart(2, "0")}000000000000`, "hex");
}

/** Segments of JPEG that say how to show it: JFIF, colour profiles and Adobe's transform. What follows its end goes too. */
function cleanJpeg(bytes: Buffer, exif: Buffer | undefined): Buffer | undefined {
  const parts = [bytes.subarray(0, 2)];
  if (exif) {
    const size = Buffer.alloc(4);
    size.writeUInt16BE(0xffe1, 0);
    size.writeUInt16BE(2 + EXIF.length + exif.length, 2);
    parts.push(size, EXIF, exif);
  }
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xd9) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const isText = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef);
    const isShown = marker === 0xee || bytes.toString("latin1", at + 4, at + 15) === "ICC_PROFILE";
    if (!isText || isShown) parts.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    // The pixels go on to the next marker that is neither a stuffed byte nor a restart.
    while (at < bytes.length && !(bytes[at] === 0xff && !isInScan(bytes[at + 1] ?? 0))) at++;
    parts.push(bytes.subarray(end, at));
  }
  return Buffer.concat([...parts, Buffer.from([0xff, 0xd9])]);
}

const isInScan = (byte: number): boolean => byte === 0 || byte === 0xff || (byte >= 0xd0 && byte <= 0xd7);

const PNG_TEXTS: ReadonlySet<string> = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

function cleanPng(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (!PNG_TEXTS.has(name)) parts.push(bytes.subarray(at, end));
    at = end;
    if (name === "IEND") break;
  }
  return Buffer.concat(parts);
}
