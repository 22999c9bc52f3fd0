import { expect, it } from "vitest";
import { loadTypeface } from "../../../src/images/typeface.ts";

/** What a pair is moved by, in thousandths of the size. */
async function kerned(pair: string): Promise<number> {
  const face = await loadTypeface();
  const [left = "", right = ""] = pair;
  return Math.round(face.width(pair, 1000) - face.width(left, 1000) - face.width(right, 1000));
}

// As Chromium sets the same font.
it.each([
  ["AV", -115],
  ["V.", -133],
  ["To", -58],
  ["Ty", -18],
  ["r,", -94],
  ["Wa", -68],
  ["nn", 0],
  // Of two font files: nothing is known of such a pair.
  ["Ał", 0],
])("letters stand as near to each other as the font says: %s", async (pair, moved) => {
  expect(await kerned(pair)).toBe(moved);
});
