// The icon font of the form → only the icons that its program uses, in the single weight that it shows. The whole font has
// thousands of icons, and would be nearly everything that an editor waits for.
import opentype from "opentype.js";
import subset from "subset-font";

/** The characters of icon names: the font replaces the letters of a name with its icon, as a ligature. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_";

/** `program` is the source of the form, `typeface` a WOFF2 font; returns a smaller one. */
export async function cutIcons(program, typeface) {
  const weights = new Set([...program.matchAll(/"wght" (\d+)/g)].map(([, weight]) => Number(weight)));
  if (weights.size !== 1)
    throw new Error(`The form shows its icons in the weights ${[...weights].join(", ")}`);
  const icons = await iconsOf(typeface);
  const named = new Set([...program.matchAll(/["'`]([a-z\d_]+)["'`]/g)].map(([, text]) => text));
  const wanted = [...icons].filter(([name]) => named.has(name)).map(([, sign]) => sign);
  return subset(typeface, LETTERS + wanted.join(""), {
    targetFormat: "woff2",
    variationAxes: { wght: [...weights][0] },
    noLayoutClosure: true,
  });
}

/** Icon names → the character that each icon also has. */
async function iconsOf(typeface) {
  const { buffer, byteOffset, length } = await subset(typeface, undefined, {
    keepAllGlyphs: true,
    targetFormat: "truetype",
  });
  const { tables } = opentype.parse(buffer.slice(byteOffset, byteOffset + length));
  // Capitals map to the same glyphs as small letters, and names use small letters: these come later and win.
  const signs = new Map(
    Object.entries(tables.cmap.glyphIndexMap).map(([code, glyph]) => [
      glyph,
      String.fromCodePoint(Number(code)),
    ]),
  );
  const name = (glyphs) => glyphs.map((glyph) => signs.get(glyph)).join("");
  const joined = tables.gsub.lookups.flatMap(({ subtables }) => subtables.map(({ extension }) => extension));
  return new Map(
    joined.flatMap(({ coverage, ligatureSets }) => {
      const firsts = glyphsOf(coverage);
      return ligatureSets.flatMap((ligatures, index) =>
        ligatures.map(({ components, ligGlyph }) => [
          name([firsts[index], ...components]),
          signs.get(ligGlyph),
        ]),
      );
    }),
  );
}

function glyphsOf({ format, glyphs, ranges }) {
  if (format === 1) return glyphs;
  return ranges.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, i) => start + i));
}
