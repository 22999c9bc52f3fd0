import { expect, it } from "vitest";
import { loadTypeface } from "../../../src/images/typeface.ts";

/** The kerning of a pair of letters, in thousandths of the font size. */
async function kerned(pair: string): Promise<number> {
  const face = await loadTypeface();
  const [left = "", right = ""] = pair;
  return Math.round(face.width(pair, 1000) - face.width(left, 1000) - face.width(right, 1000));
}

// The values of Chromium for the same font.
it.each([
  ["AV", -115],
  ["V.", -133],
  ["To", -58],
  ["Ty", -18],
  ["r,", -94],
  ["Wa", -68],
  ["nn", 0],
  // The letters are in two font files: neither has kerning for the pair.
  ["Ał", 0],
])("applies the font's kerning to %s", async (pair, moved) => {
  expect(await kerned(pair)).toBe(moved);
});
