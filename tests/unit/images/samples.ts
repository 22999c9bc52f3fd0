// Pictures for tests: some without pixels, where only the header is read, and complete ones to decode.
import sharp, { type Sharp } from "sharp";

/** A PNG without pixels: only its size and its end. */
export function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  header.write("\x89PNG\r\n\x1a\n", "latin1");
  header.writeUInt32BE(13, 8);
  header.write("IHDR", 12, "latin1");
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 2, 0, 0, 0], 24);
  return Buffer.concat([header, Buffer.from("\0\0\0\0IEND\xaeB`\x82", "latin1")]);
}

interface Sample {
  width?: number;
  height?: number;
  alpha?: boolean;
}

/** A picture of varied pixels, so that each format has something to compress. */
function sample({ width = 64, height = 48, alpha = false }: Sample): Sharp {
  const channels = alpha ? 4 : 3;
  const data = Buffer.alloc(width * height * channels);
  for (let i = 0; i < data.length; i++) data[i] = (i * 7 + Math.floor(i / (width * channels)) * 13) % 251;
  return sharp(data, { raw: { width, height, channels } });
}

export const realPng = (sized: Sample = {}): Promise<Buffer> => sample(sized).png().toBuffer();

/** A JPEG as a phone writes it: on its side, with a location and a model. */
export const photo = (sized: Sample = {}): Promise<Buffer> =>
  sample(sized)
    .withExif({ IFD0: { Model: "Appareil" }, IFD3: { GPSLatitude: "48/1 51/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const realJpeg = (sized: Sample = {}): Promise<Buffer> => sample(sized).jpeg().toBuffer();

/** A GIF of two frames of 40 × 30, one black and one white. */
export function animation(): Promise<Buffer> {
  const data = Buffer.concat([Buffer.alloc(3600), Buffer.alloc(3600, 255)]);
  return sharp(data, { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } })
    .gif({ delay: [100, 100] })
    .toBuffer();
}
