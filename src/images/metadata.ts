// The bytes of a picture → whether they contain metadata of a camera or a program (who, when, where), and its orientation.
// EXIF is parsed by its own rules (a TIFF header, then a directory), since only the pointer to a place shows that there is one.

const EXIF = Buffer.from("Exif\0\0", "latin1");
const XMP = Buffer.from("http://ns.adobe.com/xap/1.0/", "latin1");
const IPTC = Buffer.from("Photoshop 3.0\0", "latin1");
const ROTATION = Buffer.from("\0\0\0\x09irot", "latin1");
/** Tag in EXIF's first directory that points to the GPS directory. */
const GPS_TAG = 0x8825;
/** Tag in the first directory for the orientation, from 1 to 8. */
const ORIENTATION_TAG = 0x0112;
/** Latitude, in the GPS directory: cameras without a fix write that directory without a latitude. */
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

/** Whether the picture is displayed with a quarter turn, so that its width and height are swapped. */
export function isTurned(bytes: Buffer): boolean {
  // AVIF stores the rotation in a box of nine bytes, in quarter turns, and its EXIF orientation does not count.
  const box = bytes.toString("latin1", 4, 8) === "ftyp" ? bytes.indexOf(ROTATION) : undefined;
  if (box !== undefined) return box >= 0 && ((bytes[box + ROTATION.length] ?? 0) & 1) === 1;
  const exif = exifOf(bytes);
  return exif !== undefined && exifOrientation(exif) >= 5;
}

/** The TIFF header and what follows: after a marker in JPEG, in a chunk of its own in PNG and WebP. */
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
    // Offsets outside the file: no program would find a place there.
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
  /** Offset of the entry with a tag, in the directory at `directory`. */
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
