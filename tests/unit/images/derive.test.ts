import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { derive, isDecodable, withoutMetadata } from "../../../src/images/derive.ts";
import { inspectPicture, pictureHash } from "../../../src/images/inspect.ts";
import { holdsMetadata } from "../../../src/images/metadata.ts";
import { decodedSize, variantsOf, type Use, type Variant } from "../../../src/images/variants.ts";
import { animation, photo, png, realJpeg, realPng } from "./samples.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const fileOf = (bytes: Buffer): string => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "p"), bytes);
  return join(folder, "p");
};

/** A complete PNG of one colour, with one bit per pixel. */
function blank(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((1 + width / 8) * height));
  const chunks = [chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...chunks]);
}

async function made(bytes: Buffer, ...uses: Use[]): Promise<{ variant: Variant; bytes: Buffer }[]> {
  const facts = inspectPicture(fileOf(bytes));
  if (typeof facts === "string") throw new Error(facts);
  const all: { variant: Variant; bytes: Buffer }[] = [];
  const picture = { file: "p.jpg", url: "/p.jpg", facts };
  const wanted = uses.flatMap((use) => variantsOf(picture, use));
  await derive(bytes, { variants: wanted, room: decodedSize(picture) }, (variant, one) => {
    all.push({ variant, bytes: one });
    return Promise.resolve();
  });
  // Variants are passed on as they are finished, in any order.
  return all.sort((a, b) => wanted.indexOf(a.variant) - wanted.indexOf(b.variant));
}

describe("derivatives", () => {
  it("are upright, at their size, without metadata", async () => {
    const source = await photo({ width: 64, height: 48 });
    expect(holdsMetadata(source)).toBe(true);
    const all = await made(source, "content");
    expect(all.map(({ variant }) => variant.format)).toEqual(["webp", "jpg"]);
    for (const { bytes } of all) {
      const { width, height, orientation, exif, xmp } = await sharp(bytes).metadata();
      expect({ width, height, orientation, exif, xmp }).toEqual({ width: 48, height: 64 });
      expect(holdsMetadata(bytes)).toBe(false);
    }
  });

  it("keep transparency", async () => {
    for (const { bytes } of await made(await realPng({ alpha: true }), "content"))
      expect((await sharp(bytes).metadata()).hasAlpha).toBe(true);
  });

  it("keep both frames of an animation in texts, and one in cards", async () => {
    for (const { bytes } of await made(await animation(), "content"))
      expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(2);
    for (const { bytes } of await made(await animation(), "card"))
      expect((await sharp(bytes, { animated: true }).metadata()).pages ?? 1).toBe(1);
  });

  it("are cropped to 1200 × 630 for sharing", async () => {
    const [share] = await made(await realJpeg({ width: 300, height: 300 }), "share");
    expect(await sharp(share?.bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: "jpeg" });
  });

  it("have the same bytes each time", async () => {
    const source = await realPng({ width: 500, height: 300, alpha: true });
    const twice = await Promise.all([made(source, "cover"), made(source, "cover")]);
    const [one, two] = twice.map((all) => all.map(({ bytes }) => pictureHash(bytes)));
    expect(one).toHaveLength(2);
    expect(two).toEqual(one);
  });

  it.each(["content", "portrait", "share"] as const)(
    "have the same bytes alone (%s) as with those that another use needs",
    async (use) => {
      const source = await realJpeg({ width: 1900, height: 700 });
      const [alone, among] = [await made(source, use), await made(source, "cover", use)];
      const kept = new Map(among.map(({ variant, bytes }) => [variant.name, pictureHash(bytes)]));
      for (const { variant, bytes } of alone) expect(pictureHash(bytes)).toBe(kept.get(variant.name));
    },
  );
});

describe("the decoding check", () => {
  it("accepts a complete picture", async () => {
    expect(await isDecodable(fileOf(await realJpeg()), false)).toBe(true);
    expect(await isDecodable(fileOf(await animation()), true)).toBe(true);
  });

  it.each([
    ["a PNG that only has a header and an end", (): Promise<Buffer> => Promise.resolve(png(40, 30))],
    ["a PNG that ends correctly but lacks its last lines", async (): Promise<Buffer> => cut(await realPng())],
    ["a PNG of 16,000 × 16,000", (): Promise<Buffer> => Promise.resolve(png(16_000, 16_000))],
  ])("rejects %s", async (_, bytes) => {
    expect(await isDecodable(fileOf(await bytes()), false)).toBe(false);
  });

  it("rejects a small file with too many pixels", async () => {
    expect(await isDecodable(fileOf(blank(8_000, 12_000)), false)).toBe(true);
    expect(await isDecodable(fileOf(blank(8_000, 13_000)), false)).toBe(false);
  });
});

const cut = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length - 12)]);

describe("a picture published as it is", () => {
  const pixels = (bytes: Buffer): Promise<Buffer> => sharp(bytes).raw().toBuffer();

  it.each([
    ["jpg", (): Promise<Buffer> => photo({ width: 64, height: 48 })],
    [
      "webp",
      async (): Promise<Buffer> =>
        sharp(await photo())
          .keepMetadata()
          .webp()
          .toBuffer(),
    ],
    [
      "png",
      async (): Promise<Buffer> =>
        sharp(await photo())
          .keepExif()
          .withMetadata({ orientation: 1 })
          .png()
          .toBuffer(),
    ],
  ] as const)("loses its place and its device, not a pixel nor its orientation: %s", async (format, make) => {
    const source = await make();
    expect(source.includes("Appareil")).toBe(true);
    const bytes = await withoutMetadata(source, format);
    expect([bytes.includes("Appareil"), bytes.length < source.length]).toEqual([false, true]);
    expect(await pixels(bytes)).toEqual(await pixels(source));
    const [{ orientation: now }, { orientation: then }] = [
      await sharp(bytes).metadata(),
      await sharp(source).metadata(),
    ];
    expect(now ?? 1).toBe(then ?? 1);
  });

  it("loses what follows its end, such as the preview that phones add", async () => {
    const source = await photo();
    const bytes = await withoutMetadata(Buffer.concat([source, source]), "jpg");
    expect(bytes.length).toBeLessThan(source.length);
    expect(await pixels(bytes)).toEqual(await pixels(source));
  });
});

it("no derivative weighs more than its source: a drawing of few colours, a photograph saved small", async () => {
  const drawing = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#55269b" } })
    .png({ palette: true })
    .toBuffer();
  const small = await sharp(await realJpeg({ width: 640, height: 480 }))
    .jpeg({ quality: 10 })
    .toBuffer();
  for (const source of [drawing, small])
    for (const { variant, bytes } of await made(source, "content"))
      expect([variant.name, bytes.length <= source.length]).toEqual([variant.name, true]);
});
