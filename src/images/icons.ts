// A site's icon → its files: the SVG, the sizes that phones ask for, and the `.ico` that browsers request by themselves.
// If the owner names none, it is the initial of the site's title on a notebook page, drawn as outlines.
import { createHash } from "node:crypto";
import { PathPen, type Typeface } from "./typeface.ts";

/** Sides of the pictures inside `favicon.ico`. */
export const ICO_SIDES = [16, 32, 48] as const;

/** Prefix of the names of an icon's files. */
export function iconKey(source: { letter: string; colour: string } | { hash: string }): string {
  const words = JSON.stringify(source);
  return `icon-${createHash("sha256").update(words).digest("hex").slice(0, 16)}`;
}

/** The letter for a title: that of its first word that is not an article. */
export function initialOf(title: string): string {
  const words = title.normalize("NFC").replace(/^(?:(?:les?|la|une?|des|the|an?)\s+|l[’'])/i, "");
  return (/[\p{L}\p{N}]/u.exec(words)?.[0] ?? "").toLocaleUpperCase("en");
}

export interface IconDrawing {
  letter: string;
  /** `#rrggbb`. */
  colour: string;
  /**
   * For platforms that cut icons to their own shape: no round corners, and the letter within the circle that every mask leaves
   * (https://w3c.github.io/manifest/#icon-masks).
   */
  masked?: boolean;
}

/** Side of the square in which all lengths of an icon are given. */
export const SIDE = 512;
/** The margin line of the page, white on the ground. */
export const STRIPE = { from: 72, to: 88, opacity: 0.45 };

/** Position of the letter, in a square of `SIDE`; a letter that the font lacks is left out rather than replaced. */
export function iconShape(
  { letter, masked = false }: IconDrawing,
  face: Typeface,
): { letter: string; x: number; baseline: number; size: number; corner: number } {
  const [size, baseline, corner] = masked ? [296, 355, 0] : [370, 380, 96];
  const known = face.covers(letter) ? letter : "";
  return { letter: known, x: (SIDE - face.width(known, size)) / 2 + 16, baseline, size, corner };
}

export function drawIcon(icon: IconDrawing, face: Typeface): string {
  const { letter, x, baseline, size, corner } = iconShape(icon, face);
  const [side, radius] = [String(SIDE), String(corner)];
  const outline = face.path(letter, x, baseline, size);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">`,
    `<rect width="${side}" height="${side}" rx="${radius}" fill="${icon.colour}"/>`,
    `<path fill="#fff" fill-opacity="${String(STRIPE.opacity)}" d="${stripe(corner)}"/>`,
    outline === "" ? "" : `<path fill="#fff" d="${outline}"/>`,
    "</svg>",
  ].join("");
}

/** Outline of the margin line, which ends at the curve of the round corners. */
function stripe(corner: number): string {
  const cut = (x: number): number => corner - Math.sqrt(corner ** 2 - Math.max(0, corner - x) ** 2);
  const { from, to } = STRIPE;
  const pen = new PathPen();
  pen.moveTo(from, cut(from));
  pen.lineTo(to, cut(to));
  pen.lineTo(to, SIDE - cut(to));
  pen.lineTo(from, SIDE - cut(from));
  pen.close();
  return pen.data;
}

/** PNG files as one `.ico`, which contains them as they are: a header of sixteen bytes locates each (all browsers read it). */
export function icoFile(pictures: readonly { side: number; png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ side, png }, i) => {
    const at = 6 + 16 * i;
    head.writeUInt8(side % 256, at);
    head.writeUInt8(side % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}
