// `node scripts/fonts.mjs`: Literata (SIL Open Font License) → the font files that pages use, in layouts/assets/fonts.
// Run it by hand when the font or the set of letters changes. It removes letters not needed by French, English and names in
// neighbouring languages, alternates that no rule of the stylesheet uses, and weights that are never used.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subset from "subset-font";

const source = dirname(fileURLToPath(import.meta.resolve("@fontsource-variable/literata/package.json")));
const target = join(import.meta.dirname, "../layouts/assets/fonts");

const between = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");
/** Ligatures are included: Literata has separate glyphs for `fi` and `fl`. */
const FRENCH = `${between(0x20, 0x7e)}${between(0xa0, 0xff)}Œœ–—‘’“”„‹›…•€−™ﬁﬂ\u2009`;
/** Italics are words and titles within a text: the letters of French, English, Spanish and German. */
const ITALIC = `${between(0x20, 0x7e)}${between(0xc0, 0xff)}\u00a0«»°·Œœ–—‘’“”…™ﬁﬂ`;
const EUROPEAN = between(0x100, 0x17e).replace(/[Œœı]/g, "").concat("ȘșȚț");

/** Tables without effect on pages: vertical metrics, and those of font menus. */
const UNSEEN = ["vhea", "vmtx", "STAT"];

/** Only the upright font keeps kerning (GPOS): in the italic, used for words within a text, it takes three of eleven kB. */
const FILES = [
  { to: "literata.woff2", from: "latin-wght-normal", text: FRENCH, wght: { min: 400, max: 700 } },
  {
    to: "literata-italic.woff2",
    from: "latin-wght-italic",
    text: ITALIC,
    wght: 400,
    drop: [...UNSEEN, "GPOS"],
  },
  { to: "literata-ext.woff2", from: "latin-ext-wght-normal", text: EUROPEAN, wght: { min: 400, max: 700 } },
];

for (const { to, from, text, wght, drop = UNSEEN } of FILES) {
  const bytes = await subset(readFileSync(join(source, `files/literata-${from}.woff2`)), text, {
    targetFormat: "woff2",
    variationAxes: { wght },
    noLayoutClosure: true,
    dropTables: drop,
  });
  writeFileSync(join(target, to), bytes);
  console.log(to, bytes.length);
}
writeFileSync(join(target, "literata-OFL.txt"), readFileSync(join(source, "LICENSE")));
