// Reads the real size and type of a picture from its bytes, whatever its name or a page says.
import sharp from "sharp";

export async function pictureFacts(bytes: Buffer): Promise<{ width: number; height: number; type: string }> {
  const { width, height, format } = await sharp(bytes).metadata();
  return { width, height, type: `image/${format === "svg" ? "svg+xml" : format}` };
}

/** Pictures in an `.ico`: the side that its index declares, and the bytes that it points to. */
export function icoEntries(bytes: Buffer): { side: number; png: Buffer }[] {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== 0x00010000) return [];
  const count = bytes.readUInt16LE(4);
  if (bytes.length < 6 + 16 * count) return [];
  return Array.from({ length: count }, (_, i) => {
    const at = 6 + 16 * i;
    const from = bytes.readUInt32LE(at + 12);
    return { side: bytes.readUInt8(at) || 256, png: bytes.subarray(from, from + bytes.readUInt32LE(at + 8)) };
  });
}
