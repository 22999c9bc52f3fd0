// Text → its outlines as SVG, shaped by HarfBuzz with Carnet's own font, so that the fonts of the machine never affect it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Font } from "harfbuzzjs";
import { packageRoot } from "../files.ts";

export interface Lettering {
  covers: (character: string) => boolean;
  /** Width of a line of text at a size, in pixels. */
  width: (text: string, size: number) => number;
  /** The line with its baseline at `y`, as an SVG element that takes the colour around it. */
  draw: (text: string, x: number, y: number, size: number) => string;
}

/** Source Serif 4 (SIL Open Font License), semibold: Latin, then Latin Extended. */
const FONTS = ["source-serif-4-latin-600.ttf", "source-serif-4-latin-ext-600.ttf"];

/** Both fonts have a thousand units to an em. */
const UNITS = 1000;

interface Glyph {
  path: string;
  /** Distance from the start of the line, and to the next glyph, in units. */
  x: number;
  advance: number;
}

export async function loadLettering(): Promise<Lettering> {
  const hb = await import("harfbuzzjs");
  const fonts = await Promise.all(
    FONTS.map(async (name) => {
      const bytes = await readFile(join(packageRoot, "layouts/assets/fonts", name));
      return new hb.Font(new hb.Face(new hb.Blob(new Uint8Array(bytes))));
    }),
  );
  const fontOf = (character: string): Font | undefined =>
    fonts.find((font) => font.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined);
  const outlines = new Map<Font, Map<number, string>>(fonts.map((font) => [font, new Map()]));

  const pathOf = (font: Font, id: number): string => {
    const known = outlines.get(font);
    const path = known?.get(id) ?? font.glyphToPath(id);
    known?.set(id, path);
    return path;
  };
  const shape = (text: string): Glyph[] => {
    let x = 0;
    return runsOf(text, fontOf).flatMap(({ font, part }) => {
      const buffer = new hb.Buffer();
      buffer.addText(part);
      buffer.guessSegmentProperties();
      hb.shape(font, buffer);
      return buffer.getGlyphInfosAndPositions().map(({ codepoint, xAdvance = 0 }): Glyph => {
        const glyph = { path: pathOf(font, codepoint), x, advance: xAdvance };
        x += xAdvance;
        return glyph;
      });
    });
  };
  return {
    covers: (character) => fontOf(character) !== undefined,
    width: (text, size) => (shape(text).reduce((sum, { advance }) => sum + advance, 0) * size) / UNITS,
    draw(text, x, y, size) {
      const scale = size / UNITS;
      // A font's own y axis points up.
      const place = `translate(${String(x)} ${String(y)}) scale(${String(scale)} ${String(-scale)})`;
      const glyphs = shape(text).flatMap(({ path, x: at }) =>
        path === "" ? [] : `<path transform="translate(${String(at)})" d="${path}"/>`,
      );
      return `<g transform="${place}">${glyphs.join("")}</g>`;
    },
  };
}

/** The parts of a text that one font can write; characters that no font has are left out. */
function runsOf(
  text: string,
  fontOf: (character: string) => Font | undefined,
): { font: Font; part: string }[] {
  const runs: { font: Font; part: string }[] = [];
  for (const character of text) {
    const font = fontOf(character);
    const last = runs.at(-1);
    if (font === undefined) continue;
    if (last?.font === font) last.part += character;
    else runs.push({ font, part: character });
  }
  return runs;
}
