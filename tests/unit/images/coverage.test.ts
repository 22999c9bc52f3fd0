import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { Coverage } from "../../../src/images/coverage.ts";
import { loadTypeface, type Pen } from "../../../src/images/typeface.ts";

const SIZE = { width: 8, height: 4 };

/** The covered share of each pixel, rounded to thousandths, by `x,y`. */
function shares(draw: (pen: Pen) => void, coverage = new Coverage(SIZE)): Record<string, number> {
  draw(coverage);
  const covered: Record<string, number> = {};
  coverage.take((pixel, share) => {
    const key = `${String(pixel % SIZE.width)},${String(Math.floor(pixel / SIZE.width))}`;
    covered[key] = Math.round(share * 1000) / 1000;
  });
  return covered;
}

function polygon(...points: [number, number][]): (pen: Pen) => void {
  return (pen) => {
    points.forEach(([x, y], i) => {
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    });
    pen.close();
  };
}

describe("coverage", () => {
  it("is the share of each pixel inside the outline", () => {
    const square = polygon([1.5, 1], [3, 1], [3, 2.25], [1.5, 2.25]);
    expect(shares(square)).toEqual({ "1,1": 0.5, "2,1": 1, "1,2": 0.125, "2,2": 0.25 });
  });

  it("does not depend on the start or direction of an outline", () => {
    const one = polygon([0.5, 0.5], [6, 1.2], [3.3, 3.7]);
    const other = polygon([3.3, 3.7], [6, 1.2], [0.5, 0.5]);
    expect(shares(other)).toEqual(shares(one));
  });

  it("is exact along an edge that crosses many pixels of a row", () => {
    expect(shares(polygon([0, 0], [8, 0], [0, 1]))).toEqual({
      ...{ "0,0": 0.938, "1,0": 0.813, "2,0": 0.688, "3,0": 0.563 },
      ...{ "4,0": 0.438, "5,0": 0.313, "6,0": 0.188, "7,0": 0.063 },
    });
  });

  it("leaves a hole for a contour in the other direction, and counts overlaps once", () => {
    const hole = shares((pen) => {
      polygon([0, 0], [3, 0], [3, 3], [0, 3])(pen);
      polygon([1, 1], [1, 2], [2, 2], [2, 1])(pen);
    });
    expect(hole["1,1"]).toBeUndefined();
    expect(Object.values(hole)).toEqual(Array(8).fill(1));
    const square = polygon([0, 0], [1, 0], [1, 1], [0, 1]);
    const twice = shares((pen) => {
      square(pen);
      square(pen);
    });
    expect(twice).toEqual({ "0,0": 1 });
  });

  it("clips outlines at the edges of the page", () => {
    const all = shares(polygon([-5, -5], [50, -5], [50, 50], [-5, 50]));
    expect(Object.values(all)).toEqual(Array(SIZE.width * SIZE.height).fill(1));
    expect(Object.keys(shares(polygon([20, 1], [30, 1], [30, 2])))).toEqual([]);
  });

  it("follows a curve", () => {
    // The area under y = x² from 0 to 2 is a third of the rectangle around it: 8 / 3.
    const under = shares((pen) => {
      pen.moveTo(0, 0);
      pen.curveTo(1, 0, 2, 4);
      pen.lineTo(2, 0);
      pen.close();
    });
    const area = Object.values(under).reduce((sum, share) => sum + share, 0);
    expect(Math.abs(area - 8 / 3)).toBeLessThan(0.06);
  });

  it("is empty again after it is taken", () => {
    const coverage = new Coverage(SIZE);
    const square = polygon([1, 1], [2, 1], [2, 2], [1, 2]);
    expect(shares(square, coverage)).toEqual({ "1,1": 1 });
    expect(shares(square, coverage)).toEqual({ "1,1": 1 });
    expect(shares(() => undefined, coverage)).toEqual({});
  });

  it("is empty again after an edge that rounding moves off the page", () => {
    const coverage = new Coverage(SIZE);
    const [a, b] = [0.28360078551547785, -0.5342663791071582];
    shares(polygon([7.224036461191464, 4.159366708985501], [0, a], [0.31782617479930586, b]), coverage);
    const alone = polygon([0, 0.2], [0, 0.9], [0.01, 0.9]);
    expect(shares(alone, coverage)).toEqual(shares(alone));
  });

  it("draws letters like an SVG renderer", async () => {
    const page = { width: 420, height: 100 };
    const face = await loadTypeface();
    const coverage = new Coverage(page);
    face.trace("Œuvre & Łódź", 10, 70, 60, coverage);
    const ours = new Uint8Array(page.width * page.height);
    coverage.take((pixel, share) => (ours[pixel] = Math.round(share * 255)));
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="100"><path d="${face.path("Œuvre & Łódź", 10, 70, 60)}"/></svg>`;
    const theirs = await sharp(Buffer.from(svg)).extractChannel("alpha").raw().toBuffer();
    const differences = ours.map((share, i) => Math.abs(share - (theirs[i] ?? 0)));
    const inked = ours.filter((share) => share > 0).length;
    expect(inked).toBeGreaterThan(4000);
    expect(differences.reduce((sum, one) => sum + one, 0) / inked).toBeLessThan(6);
    expect(differences.filter((one) => one > 64).length).toBeLessThan(inked / 200);
  });
});
