// `node scripts/fonts.mjs`: Literata (SIL Open Font License) → the font files that pages ask for, in layouts/assets/fonts.
// To be run by hand when the font or the letters change. What is cut away: letters that French, English and the names of
// their neighbours do without, alternates that no rule of the stylesheet asks for, weights that nothing is set in.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subset from "subset-font";

const source = dirname(fileURLToPath(import.meta.resolve("@fontsource-variable/literata/package.json")));
const target = join(import.meta.dirname, "../layouts/assets/fonts");

const between = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");
/** Ligatures are letters too: Literata sets `fi` and `fl` with glyphs of their own. */
const FRENCH = `${between(0x20, 0x7e)}${between(0xa0, 0xff)}ŒœŸ–—‘’“”„‹›…•€†‡−ﬁﬂ\u2009`;
/** Italics are words and titles within a text: no signs, and the letters of French, English, Spanish, German. */
const ITALIC = `${between(0x41, 0x5a)}${between(0x61, 0x7a)}0123456789 !"%&'()*,-./:;?\u00a0«»°·–—‘’“”…ﬁﬂÀÂÆÇÉÈÊËÎÏÔŒÙÛÜàâæçéèêëîïôœùûüÿáíóúñöäß`;
const EUROPEAN = between(0x100, 0x17f).replace(/[ŒœŸ]/g, "").concat("ȘșȚț");

/** Tables that show nowhere: of lines from top to bottom, and of menus of fonts. */
const UNSEEN = ["vhea", "vmtx", "STAT"];

/** Pairs of letters are set closer by a table of the upright alone: the italic's takes three of its eleven kB, of words within a text. */
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
