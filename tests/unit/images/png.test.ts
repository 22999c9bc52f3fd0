import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { colourPng, indexedPng } from "../../../src/images/png.ts";

const palette = ["#fffdf9", "#221d2c", "#55269b"];

describe("a palette PNG", () => {
  it("contains each pixel's colour, and no metadata", async () => {
    const pixels = Uint8Array.from([0, 1, 2, 2, 1, 0, 1, 1, 1, 0, 2, 0]);
    const bytes = indexedPng({ width: 4, height: 3, pixels, palette });
    const { data, info } = await sharp(bytes, { failOn: "warning" })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 4, height: 3, channels: 3 });
    expect(data.toString("hex")).toBe([...pixels].map((one) => palette[one]?.slice(1)).join(""));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", isPalette: true, hasAlpha: false });
    expect(await sharp(bytes).metadata()).not.toHaveProperty("exif");
  });

  it("decodes whole, with checksums that reveal a changed bit", async () => {
    const pixels = Uint8Array.from({ length: 1200 * 630 }, (_, i) => i % 3);
    const bytes = indexedPng({ width: 1200, height: 630, pixels, palette });
    const torn = Buffer.from(bytes);
    torn.writeUInt8(torn.readUInt8(60) ^ 1, 60);
    const read = (one: Buffer): Promise<Buffer> => sharp(one, { failOn: "warning" }).raw().toBuffer();
    expect((await read(bytes)).length).toBe(1200 * 630 * 3);
    await expect(read(torn)).rejects.toThrow();
  });
});

it("a colour PNG keeps colours and opacity unchanged", async () => {
  const pixels = Uint8Array.from({ length: 4 * 3 * 2 }, (_, i) => (i * 37) % 256);
  const bytes = colourPng({ width: 3, height: 2, pixels });
  const { data, info } = await sharp(bytes, { failOn: "warning" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 3, height: 2, channels: 4 });
  expect([...data]).toEqual([...pixels]);
});
