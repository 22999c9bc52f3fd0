// The drawing of an icon → its picture, a PNG: each pixel is coloured by how much of it the shapes cover.
// sharp, which could decode the SVG, takes longer to load than all icons of a site take to paint.
import { Coverage } from "./coverage.ts";
import { iconShape, SIDE, STRIPE, type IconDrawing } from "./icons.ts";
import { colourPng } from "./png.ts";
import type { Pen, Typeface } from "./typeface.ts";

/** A square of `side` pixels, transparent where its corners are cut off; those of an `opaque` one are white. */
export function paintIcon(icon: IconDrawing & { side: number; opaque?: boolean }, face: Typeface): Buffer {
  const { side, colour, opaque = false } = icon;
  const { letter, x, baseline, size, corner } = iconShape(icon, face);
  const scale = side / SIDE;
  const pixels = emptyPage(side, colour);
  const whiten = (pixel: number, share: number): void => {
    for (let i = 4 * pixel; i < 4 * pixel + 3; i++)
      pixels[i] = Math.round(255 - (255 - (pixels[i] ?? 0)) * (1 - share));
  };
  const coverage = new Coverage({ width: side, height: side });
  face.trace(letter, x * scale, baseline * scale, size * scale, coverage);
  coverage.take(whiten);
  cutCorners(side, corner * scale, coverage);
  coverage.take((pixel, share) => {
    if (opaque) whiten(pixel, share);
    else pixels[4 * pixel + 3] = Math.round(255 * (1 - share));
  });
  return colourPng({ width: side, height: side, pixels });
}

/** The ground and the margin line, row after row. */
function emptyPage(side: number, colour: string): Uint8Array {
  const ground = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const row = Uint8Array.from(
    Array.from({ length: side }, (_, column) => STRIPE.opacity * stripeIn(column, side / SIDE)).flatMap(
      (white) => [...ground.map((value) => Math.round(255 - (255 - value) * (1 - white))), 255],
    ),
  );
  const pixels = new Uint8Array(row.length * side);
  for (let y = 0; y < side; y++) pixels.set(row, y * row.length);
  return pixels;
}

/** How much of a column the margin line covers, from 0 to 1. */
function stripeIn(column: number, scale: number): number {
  return Math.max(0, Math.min(column + 1, STRIPE.to * scale) - Math.max(column, STRIPE.from * scale));
}

/** Straight pieces of a quarter circle: at 512 pixels, they are within a twentieth of a pixel of it. */
const PIECES = 24;

/** Outlines what round corners cut off a square: at each corner, from its tip along the quarter circle. */
function cutCorners(side: number, radius: number, pen: Pen): void {
  const far = side - radius;
  const corners = [
    { tip: { x: side, y: 0 }, centre: { x: far, y: radius } },
    { tip: { x: side, y: side }, centre: { x: far, y: far } },
    { tip: { x: 0, y: side }, centre: { x: radius, y: far } },
    { tip: { x: 0, y: 0 }, centre: { x: radius, y: radius } },
  ];
  corners.forEach(({ tip, centre }, quarter) => {
    pen.moveTo(tip.x, tip.y);
    for (let i = 0; i <= PIECES; i++) {
      const angle = ((quarter - 1 + i / PIECES) * Math.PI) / 2;
      pen.lineTo(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
    }
    pen.close();
  });
}
