// A site's icon → its files: the SVG, the sizes that phones ask for, and the `.ico` that browsers request by themselves.
// If the owner names none, it is the initial of the site's title on a notebook page, drawn as outlines.
import { createHash } from "node:crypto";
import type { Lettering } from "./lettering.ts";

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
const SIDE = 512;

/** The icon as SVG: a letter beside the margin line of a page. A letter that the font lacks is left out. */
export function iconSvg({ letter, colour, masked = false }: IconDrawing, lettering: Lettering): string {
  const [size, baseline, corner] = masked ? [296, 355, 0] : [370, 380, 96];
  const x = (SIDE - lettering.width(letter, size)) / 2 + 16;
  const side = String(SIDE);
  // The line ends at the curve of the round corners.
  const line = masked ? "M72 0H88V512H72Z" : "M72 3L88 0.3L88 511.7L72 509Z";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">`,
    `<rect width="${side}" height="${side}" rx="${String(corner)}" fill="${colour}"/>`,
    `<path fill="#fff" fill-opacity="0.45" d="${line}"/>`,
    `<g fill="#fff">${lettering.draw(letter, x, baseline, size)}</g>`,
    "</svg>",
  ].join("");
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
