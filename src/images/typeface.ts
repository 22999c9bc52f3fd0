// The font files in `layouts/assets/fonts/` → outlines of text, the same on every machine, whatever fonts it has.
// The only file that imports opentype.js, and only when a social card or an icon has to be drawn.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Font, Glyph, PathCommand } from "opentype.js";
import { packageRoot } from "../package-root.ts";
import { kerningOf, type Kerning } from "./kerning.ts";
import { sfntOf } from "./woff.ts";

export interface Typeface {
  /** Whether every character of a text can be drawn. */
  covers(text: string): boolean;
  width(text: string, size: number): number;
  /** Draws the outlines of a line of text whose baseline begins at `x`, `y`. */
  trace(text: string, x: number, y: number, size: number, pen: Pen): void;
  /** The same outlines as SVG path data. */
  path(text: string, x: number, y: number, size: number): string;
}

/** Draws an outline, contour by contour; `close` returns to where the current one began. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  curveTo(controlX: number, controlY: number, x: number, y: number): void;
  close(): void;
}

/** Source Serif 4 (SIL Open Font License), semibold: Latin, then Latin Extended. */
const FILES = ["source-serif-4-latin-600.woff", "source-serif-4-latin-ext-600.woff"];

export async function loadTypeface(): Promise<Typeface> {
  // The package's ES module: for CommonJS, Node reads half a megabyte once more to find its exports.
  const { parse } = await import("opentype.js/dist/opentype.min.mjs");
  const fonts = await Promise.all(
    FILES.map(async (name): Promise<Face> => {
      const sfnt = sfntOf(await readFile(join(packageRoot, "layouts/assets/fonts", name)));
      return { font: parse(new Uint8Array(sfnt).buffer), kerning: kerningOf(sfnt) };
    }),
  );
  return typefaceOf(fonts);
}

interface Face {
  font: Font;
  kerning: Kerning;
}

/** A character as it is set; `advance` is relative to the font's size. */
interface Sign extends Face {
  glyph: Glyph;
  advance: number;
}

/** Glyphs and kerning are cached for all cards of a build: cards share an alphabet, and opentype.js is slow at each lookup. */
function typefaceOf(fonts: readonly Face[]): Typeface {
  const signs = new Map<string, Sign | undefined>();
  const kernings = new Map<string, number>();
  const signOf = (character: string): Sign | undefined => {
    if (!signs.has(character)) signs.set(character, findSign(character, fonts));
    return signs.get(character);
  };
  const kerning = (pair: string, one: Sign, next: Sign | undefined): number => {
    if (next?.font !== one.font) return 0;
    const known = kernings.get(pair) ?? one.kerning(one.glyph.index, next.glyph.index) / one.font.unitsPerEm;
    kernings.set(pair, known);
    return known;
  };
  /** Calls `place` for each character with its distance from the start; returns the total width. */
  const set = (text: string, size: number, place: (sign: Sign, x: number) => void): number => {
    const characters = Array.from(text);
    let x = 0;
    characters.forEach((character, i) => {
      const sign = signOf(character);
      if (sign === undefined) return;
      place(sign, x);
      const next = characters[i + 1];
      const kern = next === undefined ? 0 : kerning(character + next, sign, signOf(next));
      x += (sign.advance + kern) * size;
    });
    return x;
  };
  const trace: Typeface["trace"] = (text, x, y, size, pen) => {
    set(text, size, ({ glyph, font }, at) => {
      outline(glyph.path.commands, x + at, y, size / font.unitsPerEm, pen);
    });
  };
  return {
    trace,
    covers: (text) => Array.from(text).every((character) => signOf(character) !== undefined),
    width: (text, size) => set(text, size, () => undefined),
    path(text, x, y, size) {
      const pen = new PathPen();
      trace(text, x, y, size, pen);
      return pen.data;
    },
  };
}

/** A glyph’s outline, whose own y axis points up, moved and scaled. */
function outline(commands: readonly PathCommand[], x: number, y: number, scale: number, pen: Pen): void {
  const [toX, toY] = [(px: number): number => x + px * scale, (py: number): number => y - py * scale];
  for (const one of commands) {
    if (one.type === "Z") pen.close();
    else if (one.type === "M") pen.moveTo(toX(one.x), toY(one.y));
    else if (one.type === "L") pen.lineTo(toX(one.x), toY(one.y));
    else if (one.type === "Q") pen.curveTo(toX(one.x1), toY(one.y1), toX(one.x), toY(one.y));
    // Only in another kind of font than those in FILES.
    else throw new TypeError("A font with cubic curves");
  }
}

/** Writes what it draws as SVG path data, with one decimal. */
export class PathPen implements Pen {
  data = "";
  moveTo(x: number, y: number): void {
    this.data += `M${point(x, y)}`;
  }
  lineTo(x: number, y: number): void {
    this.data += `L${point(x, y)}`;
  }
  curveTo(controlX: number, controlY: number, x: number, y: number): void {
    this.data += `Q${point(controlX, controlY)} ${point(x, y)}`;
  }
  close(): void {
    this.data += "Z";
  }
}

const point = (x: number, y: number): string => `${tenths(x)} ${tenths(y)}`;
const tenths = (value: number): string => String(Math.round(value * 10) / 10);

function findSign(character: string, faces: readonly Face[]): Sign | undefined {
  const face = faces.find(({ font }) => font.charToGlyphIndex(character) > 0);
  if (!face) return undefined;
  const glyph = face.font.charToGlyph(character);
  return { ...face, glyph, advance: (glyph.advanceWidth ?? 0) / face.font.unitsPerEm };
}
