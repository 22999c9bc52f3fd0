import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { derive, withoutMetadata } from "../../../src/images/derive.ts";
import { factsOf, pictureHash } from "../../../src/images/inspect.ts";
import { holdsMetadata } from "../../../src/images/metadata.ts";
import { decodedSize, variantsOf, type Use, type Variant } from "../../../src/images/variants.ts";
import { animation, photo, realJpeg, realPng } from "./samples.ts";

async function made(bytes: Buffer, ...uses: Use[]): Promise<{ variant: Variant; bytes: Buffer }[]> {
  const facts = factsOf(bytes);
  if (!facts) throw new Error("It cannot be shown.");
  const picture = { file: "p.jpg", url: "/p.jpg", facts };
  const variants = uses.flatMap((use) => variantsOf(picture, use));
  const all = await derive(bytes, { variants, room: decodedSize(picture) });
  return variants.flatMap((variant, i) => (all[i] ? { variant, bytes: all[i] } : []));
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

  it.each(["png", "webp", "avif"] as const)(
    "are upright, of a %s that is turned, as the original is",
    async (format) => {
      const source = await sharp(await realPng({ width: 64, height: 48 }))
        .withMetadata({ orientation: 6 })
        .toFormat(format)
        .toBuffer();
      expect(factsOf(source)).toMatchObject({ width: 48, height: 64 });
      const all = await made(source, "content");
      for (const bytes of [...all.map((one) => one.bytes), await withoutMetadata(source)]) {
        const { width, height, orientation } = await sharp(bytes).metadata();
        expect({ width, height, orientation }).toEqual({ width: 48, height: 64 });
      }
      const upright = await sharp(source)
        .autoOrient()
        .extract({ left: 2, top: 2, width: 8, height: 8 })
        .stats();
      const drawn = await sharp(all[0]?.bytes).extract({ left: 2, top: 2, width: 8, height: 8 }).stats();
      for (const [i, { mean }] of upright.channels.entries())
        expect(Math.abs((drawn.channels[i]?.mean ?? 0) - mean)).toBeLessThan(25);
    },
  );

  it("keep transparency, except those for browsers without WebP", async () => {
    const all = await made(await realPng({ alpha: true }), "content");
    const clear = all.map(async ({ bytes }) => (await sharp(bytes).metadata()).hasAlpha);
    expect(await Promise.all(clear)).toEqual([true, false]);
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

describe("a picture published as it is", () => {
  const pixels = (bytes: Buffer): Promise<Buffer> => sharp(bytes).raw().toBuffer();

  const kept = async (format: "webp" | "png"): Promise<Buffer> =>
    sharp(await photo())
      .keepMetadata()
      .withMetadata({ orientation: 1 })
      .toFormat(format)
      .toBuffer();

  it.each([
    ["jpg", (): Promise<Buffer> => photo({ width: 64, height: 48 })],
    ["png", (): Promise<Buffer> => kept("png")],
  ])("loses its place and its device, not a pixel nor its orientation: %s", async (_, make) => {
    const source = await make();
    expect(source.includes("Appareil")).toBe(true);
    const bytes = await withoutMetadata(source);
    expect([bytes.includes("Appareil"), bytes.length < source.length]).toEqual([false, true]);
    expect(await pixels(bytes)).toEqual(await pixels(source));
    const turned = async (one: Buffer): Promise<number> => (await sharp(one).metadata()).orientation ?? 1;
    expect(await turned(bytes)).toBe(await turned(source));
  });

  it("loses them by another encoding where they cannot be taken out, and stays animated", async () => {
    expect((await withoutMetadata(await kept("webp"))).includes("Appareil")).toBe(false);
    const moving = await sharp(await animation(), { animated: true })
      .withExif({ IFD0: { Model: "Appareil" } })
      .webp()
      .toBuffer();
    const { pages, exif } = await sharp(await withoutMetadata(moving), { animated: true }).metadata();
    expect([pages, exif]).toEqual([2, undefined]);
  });

  it("loses what follows its end, such as the preview that phones add", async () => {
    const source = await photo();
    const bytes = await withoutMetadata(Buffer.concat([source, source]));
    expect(bytes.length).toBeLessThan(source.length);
    expect(await pixels(bytes)).toEqual(await pixels(source));
  });
});

it("a drawing of few colours has no derivative that weighs more than it", async () => {
  const drawing = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#55269b" } })
    .png({ palette: true })
    .toBuffer();
  for (const { variant, bytes } of await made(drawing, "content"))
    expect([variant.name, bytes.length <= drawing.length]).toEqual([variant.name, true]);
});
