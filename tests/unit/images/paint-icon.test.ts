import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawIcon } from "../../../src/images/icons.ts";
import { paintIcon } from "../../../src/images/paint-icon.ts";
import { loadTypeface } from "../../../src/images/typeface.ts";

const face = await loadTypeface();
const icon = { letter: "É", colour: "#0a6b3d" };
const raw = async (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes, { failOn: "warning" }).ensureAlpha().raw().toBuffer();

/** Red, green, blue and opacity of one pixel of a square picture. */
const at = (pixels: Buffer, side: number, x: number, y: number): number[] => [
  ...pixels.subarray(4 * (y * side + x), 4 * (y * side + x) + 4),
];

describe("a painted icon", () => {
  it.each([16, 48, 192, 512])("of %i pixels matches the SVG drawing as sharp renders it", async (side) => {
    const own = await raw(paintIcon({ ...icon, side }, face));
    const svg = Buffer.from(drawIcon(icon, face));
    const theirs = await sharp(svg).resize(side, side).ensureAlpha().raw().toBuffer();
    let apart = 0;
    for (let i = 0; i < own.length; i += 4) {
      const opacity = [own[i + 3] ?? 0, theirs[i + 3] ?? 0];
      // The colour of the pixel on a black page.
      const shown = [own, theirs].map((pixels, k) => ((pixels[i] ?? 0) * (opacity[k] ?? 0)) / 255);
      apart += Math.abs((shown[0] ?? 0) - (shown[1] ?? 0)) + Math.abs((opacity[0] ?? 0) - (opacity[1] ?? 0));
    }
    expect(apart / (own.length / 4)).toBeLessThan(side < 100 ? 6 : 1);
  });

  it("has transparent corners, or white ones if it is opaque", async () => {
    const side = 180;
    const clear = await raw(paintIcon({ ...icon, side }, face));
    expect(at(clear, side, 0, 0)[3]).toBe(0);
    expect(at(clear, side, 90, 10)).toEqual([0x0a, 0x6b, 0x3d, 255]);
    const opaque = await raw(paintIcon({ ...icon, side, opaque: true }, face));
    expect(at(opaque, side, 0, 0)).toEqual([255, 255, 255, 255]);
    expect(at(opaque, side, 90, 10)).toEqual([0x0a, 0x6b, 0x3d, 255]);
  });

  it("fills the square if it is to be masked, with its letter inside the safe circle", async () => {
    const side = 512;
    const pixels = await raw(paintIcon({ ...icon, side, masked: true }, face));
    const ground = [0x0a, 0x6b, 0x3d, 255];
    // Right of the stripe, only the letter differs from the ground, and it lies within the circle that every mask leaves.
    const letter = [];
    for (let y = 0; y < side; y++)
      for (let x = 89; x < side; x++)
        if (at(pixels, side, x, y).some((value, i) => value !== ground[i])) letter.push({ x, y });
    expect(letter.length).toBeGreaterThan(1000);
    expect(letter.filter(({ x, y }) => Math.hypot(x - 255.5, y - 255.5) > 0.4 * side)).toEqual([]);
    expect(at(pixels, side, 0, 0)).toEqual(ground);
    expect(at(pixels, side, 80, 256)).toEqual([0x78, 0xae, 0x94, 255]);
  });

  it("has no letter if the font lacks it", () => {
    const none = paintIcon({ ...icon, letter: "", side: 48 }, face);
    expect(paintIcon({ ...icon, letter: "你", side: 48 }, face)).toEqual(none);
    expect(paintIcon({ ...icon, side: 48 }, face)).not.toEqual(none);
  });
});

it("draws the stripe of an icon within its rounded corners", () => {
  expect(drawIcon(icon, face)).toContain('d="M72 3L88 0.3L88 511.7L72 509Z"');
});
