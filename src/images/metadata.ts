// The bytes of a picture → whether a camera or a program wrote in it who, when or where, and which way up it is shown.
// EXIF is read by its own rules (a TIFF header, then a directory), since only the pointer to a place tells one that has it.

const EXIF = Buffer.from("Exif\0\0", "latin1");
const XMP = Buffer.from("http://ns.adobe.com/xap/1.0/", "latin1");
const IPTC = Buffer.from("Photoshop 3.0\0", "latin1");
const ROTATION = Buffer.from("\0\0\0\x09irot", "latin1");
/** Tag of EXIF's first directory that points to the one with the place. */
const GPS_TAG = 0x8825;
/** Tag of the first directory for the way up, from 1 to 8. */
const ORIENTATION_TAG = 0x0112;
/** Latitude, in that directory: cameras without a fix write the directory and no latitude. */
const LATITUDE = 2;

export function holdsMetadata(bytes: Buffer): boolean {
  return (
    exifOf(bytes) !== undefined ||
    bytes.includes(XMP) ||
    bytes.includes(IPTC) ||
    bytes.includes("<x:xmpmeta", 0, "latin1")
  );
}

export function holdsLocation(bytes: Buffer): boolean {
  const exif = exifOf(bytes);
  return (exif !== undefined && exifLocation(exif)) || bytes.includes("exif:GPSLatitude", 0, "latin1");
}

/** Whether the picture is shown turned by a quarter, its width and height exchanged. */
export function isTurned(bytes: Buffer): boolean {
  // AVIF keeps it in a box of nine bytes, in quarters, and what its EXIF says does not count.
  const box = bytes.toString("latin1", 4, 8) === "ftyp" ? bytes.indexOf(ROTATION) : undefined;
  if (box !== undefined) return box >= 0 && ((bytes[box + ROTATION.length] ?? 0) & 1) === 1;
  const exif = exifOf(bytes);
  return exif !== undefined && exifOrientation(exif) >= 5;
}

/** The TIFF header and what follows: after a mark in JPEG, in a chunk of its own in PNG and WebP. */
function exifOf(bytes: Buffer): Buffer | undefined {
  const marked = bytes.indexOf(EXIF);
  if (marked >= 0) return bytes.subarray(marked + EXIF.length);
  const type = bytes.toString("latin1", 0, 4);
  if (type === "RIFF") return chunk(bytes, "EXIF", 8);
  return type === "\x89PNG" ? chunk(bytes, "eXIf", 4) : undefined;
}

function chunk(bytes: Buffer, name: string, header: number): Buffer | undefined {
  const at = bytes.indexOf(name, 0, "latin1");
  return at < 0 ? undefined : bytes.subarray(at + header);
}

function exifLocation(tiff: Buffer): boolean {
  const { long, entry } = directories(tiff);
  try {
    const pointer = entry(long(4), GPS_TAG);
    return pointer !== undefined && entry(long(pointer + 8), LATITUDE) !== undefined;
  } catch {
    // Offsets that leave the file: no program would find a place there.
    return false;
  }
}

function exifOrientation(tiff: Buffer): number {
  const { short, long, entry } = directories(tiff);
  try {
    const at = entry(long(4), ORIENTATION_TAG);
    return at === undefined ? 1 : short(at + 8);
  } catch {
    return 1;
  }
}

interface Directories {
  short: (at: number) => number;
  long: (at: number) => number;
  /** Offset of the entry of a tag in the directory at `directory`. */
  entry: (directory: number, tag: number) => number | undefined;
}

function directories(tiff: Buffer): Directories {
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const entry = (directory: number, tag: number): number | undefined => {
    for (let i = 0, count = short(directory); i < count; i++) {
      const at = directory + 2 + 12 * i;
      if (short(at) === tag) return at;
    }
    return undefined;
  };
  return { short, long, entry };
}
