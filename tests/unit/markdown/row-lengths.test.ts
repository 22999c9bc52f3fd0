import { describe, expect, it } from "vitest";
import { rowLengths } from "../../../src/markdown/picture-rows.ts";

const [landscape, film, square, portrait, phone, logo, panorama] = [4 / 3, 16 / 9, 1, 3 / 4, 9 / 19, 3, 4.5];
const times = (count: number, ratio: number): number[] => Array.from({ length: count }, () => ratio);

describe("rows of pictures", () => {
  it.each([
    ["one", [landscape], [1]],
    ["two landscapes", times(2, landscape), [2]],
    ["two stills of a film", times(2, film), [2]],
    ["three landscapes, of which the first leads", times(3, landscape), [1, 2]],
    ["five landscapes of nearly the same size", [1.333, 1.334, 1.332, 1.335, 1.331], [1, 2, 2]],
    ["four landscapes", times(4, landscape), [2, 2]],
    ["eight landscapes", times(8, landscape), [2, 2, 2, 2]],
    ["three portraits", times(3, portrait), [3]],
    ["four portraits, evenly", times(4, portrait), [2, 2]],
    ["seven portraits, evenly", times(7, portrait), [2, 2, 3]],
    ["three squares", times(3, square), [3]],
    ["never more than three, narrow as they may be", times(5, phone), [2, 3]],
    ["a landscape and two portraits", [landscape, portrait, portrait], [3]],
    ["a photo of 3:2 and two portraits", [3 / 2, portrait, portrait], [3]],
    ["a lone landscape beside a pair that it evens", [landscape, landscape, portrait], [1, 2]],
    ["logos, three in a row", times(6, logo), [3, 3]],
    ["a panorama apart from photos", [landscape, landscape, panorama], [2, 1]],
    ["a banner that a photo bears", [landscape, 2.5], [2]],
    ["none", [], []],
  ])("hold %s", (_title, ratios, expected) => {
    expect(rowLengths(ratios)).toEqual(expected);
  });

  it("hold each of a thousand pictures once, in rows of three at most", () => {
    const ratios = Array.from({ length: 1000 }, (_, i) => 0.3 + ((i * 7) % 40) / 10);
    const lengths = rowLengths(ratios);
    expect(lengths.reduce((sum, one) => sum + one, 0)).toBe(1000);
    expect(Math.max(...lengths)).toBe(3);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
  });
});
