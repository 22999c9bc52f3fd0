// A site's icon → its files: the drawing, the sizes that phones ask for, and the `.ico` that browsers look for by themselves.
// Where the owner names none, it is the initial of the site's title on a page of the notebook, drawn as outlines.
import { createHash } from "node:crypto";
import type { Typeface } from "./typeface.ts";

/** Sides of the pictures inside `favicon.ico`. */
export const ICO_SIDES = [16, 32, 48] as const;

/** To be raised whenever the same letter would be drawn otherwise. */
const DESIGN = 1;

/** What begins the names of an icon's files in the cache. */
export function iconKey(source: { letter: string; colour: string } | { hash: string }): string {
  const words = JSON.stringify([DESIGN, source]);
  return `icon-${createHash("sha256").update(words).digest("hex").slice(0, 16)}`;
}

/** The letter that stands for a title: that of its first word which is no article. */
export function initialOf(title: string): string {
  const words = title.normalize("NFC").replace(/^(?:(?:les?|la|une?|des|the|an?)\s+|l[’'])/i, "");
  return (/[\p{L}\p{N}]/u.exec(words)?.[0] ?? "").toLocaleUpperCase("en");
}

/**
 * A square of 512. A letter that the font does not have is left out rather than replaced. A `masked` one has no
 * corners of its own, and its letter stands in the circle that every mask leaves (https://w3c.github.io/manifest/#icon-masks).
 */
export function drawIcon(
  { letter, colour, masked = false }: { letter: string; colour: string; masked?: boolean },
  face: Typeface,
): string {
  const [size, base, corner] = masked ? [296, 355, 0] : [370, 380, 96];
  const known = letter !== "" && face.covers(letter);
  const outline = known ? face.path(letter, (SIDE - face.width(letter, size)) / 2 + 16, base, size) : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(SIDE)} ${String(SIDE)}">`,
    `<rect width="${String(SIDE)}" height="${String(SIDE)}" rx="${String(corner)}" fill="${colour}"/>`,
    `<path fill="#fff" fill-opacity=".45" d="M72 0h16v512H72z"/>`,
    outline === "" ? "" : `<path fill="#fff" d="${outline}"/>`,
    "</svg>",
  ].join("");
}

const SIDE = 512;

/** PNG files as one `.ico`, which holds them as they are: sixteen bytes each say where (all browsers read it). */
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
