// What Carnet draws itself: the card shown where a link to a page without a picture is shared, and the icon of a site that names
// none. Both are SVG with their letters as outlines, shaped by HarfBuzz with Carnet's own font: those of the machine never matter.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../files.ts";
import { pictureHash } from "./inspect.ts";

export interface Card {
  /** Absent for the card of the site itself. */
  title?: string;
  site: string;
  /** As it is shown: "2 mars 2026". */
  date?: string;
}

export const CARD = { width: 1200, height: 630 };

/** A letter of an alphabet that the font of cards lacks. */
const FOREIGN = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

/** The words of a card that can be drawn: a title or a name in another alphabet is left out; without both, there is no card. */
export function wordsDrawn({ title = "", site }: Card): string[] {
  return [title, site].filter((text) => text !== "" && !FOREIGN.test(text));
}

/** File name under `/pictures/`, known before anything is drawn. */
export function cardName(card: Card): string {
  const words = [card.title ?? null, card.site, card.date ?? null];
  return `card-${pictureHash(JSON.stringify(words))}.png`;
}

/** The notebook of layouts/assets/css/tokens.css, and the colours of its inks. */
const LINES = Array.from(
  { length: 13 },
  (_, i) => `<rect y="${String(48 * (i + 1))}" width="1200" height="1"/>`,
);
const PAGE = `<rect width="1200" height="630" fill="#fffdf9"/><g fill="#e3deef">${LINES.join("")}</g>
<rect x="118" width="4" height="630" fill="#e0a0a6"/><rect width="24" height="630" fill="#55269b"/>`;
const INKS = { title: "#221d2c", site: "#55269b", date: "#5c5468" };
const LEFT = 168;
const ROOM = CARD.width - LEFT - 88;

/** Sizes of the title, the preferred one first. */
const SIZES = [78, 68, 58, 50];
const LEADING = 1.14;
/** The height of all lines. */
const HEIGHT = 331;
/** Size of the site's name at the foot. */
const FOOT = 34;

/** The card as SVG, with its text as outlines. */
export function cardSvg({ title = "", site, date = "" }: Card, lettering: Lettering): string {
  const written = drawable(title, lettering);
  const [name, day] = [drawable(site, lettering), drawable(date, lettering)];
  const { lines, size } = fitted(written === "" ? name : written, lettering);
  const foot = written === "" ? "" : shortened(name, FOOT, lettering);
  const { draw } = lettering;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${PAGE}
<g fill="${INKS.title}">${lines.map((text, i) => draw(text, LEFT, 96 + size + i * size * LEADING, size)).join("")}</g>
<g fill="${INKS.site}">${draw(foot, LEFT, day === "" ? 562 : 526, FOOT)}</g>
<g fill="${INKS.date}">${draw(day, LEFT, 572, 28)}</g></svg>`;
}

/** The title at the largest size at which it fits; at the smallest, it is cut. */
function fitted(text: string, lettering: Lettering): { lines: string[]; size: number } {
  let [size, lines]: [number, string[]] = [0, []];
  for (size of SIZES) {
    const all = broken(text, size, lettering);
    lines = all.slice(0, Math.floor(HEIGHT / (size * LEADING)));
    if (lines.length < all.length) lines.push(`${lines.pop() ?? ""}…`);
    else if (lines.every((line) => lettering.width(line, size) <= ROOM)) break;
  }
  return { lines: lines.map((line) => shortened(line, size, lettering)), size };
}

/** Lines that break at spaces; no-break spaces keep words together. */
function broken(text: string, size: number, { width }: Lettering): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && width(longer, size) <= ROOM) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A line that is too long, up to its last character that fits, with an ellipsis. */
function shortened(line: string, size: number, { width }: Lettering): string {
  if (width(line, size) <= ROOM) return line;
  let characters = Array.from(line).slice(0, 100);
  while (width(`${characters.join("")}…`, size) > ROOM) characters = characters.slice(0, -1);
  return `${characters.join("").replace(/[\s\u00a0,;:.!?]+$/u, "")}…`;
}

/** Letters, combining marks that are not part of a letter, numbers, and signs of sums and money. */
const MEANINGFUL = /[\p{L}\p{M}\p{N}\p{Sm}\p{Sc}‰‱]/u;

/** Text without the signs that the font lacks; empty if one of them is not mere decoration: it would be misspelt. */
function drawable(text: string, { covers }: Lettering): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\u2007\u202f]/g, "\u00a0")
    .replace(/[^\S\u00a0]/g, " ")
    .replaceAll("\u2011", "-")
    .replace(/[\u2190-\u21ff\u27f0-\u27ff]/g, "–")
    // Characters that only affect how another looks, or where a word may break.
    .replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f\u20e3]/gu, "");
  const drawn = Array.from(plain).filter((character) => covers(character) || MEANINGFUL.test(character));
  if (!drawn.every(covers)) return "";
  return drawn.join("").replace(/ +/g, " ").trim();
}

/** Prefix of the names of an icon's files. */
export function iconKey(source: IconLetter | { hash: string }): string {
  return `icon-${pictureHash(JSON.stringify(source))}`;
}

/** The letter for a title: that of its first word that is not an article. */
export function initialOf(title: string): string {
  const words = title.normalize("NFC").replace(/^(?:(?:les?|la|une?|des|the|an?)\s+|l[’'])/i, "");
  return (/[\p{L}\p{N}]/u.exec(words)?.[0] ?? "").toLocaleUpperCase("en");
}

export interface IconLetter {
  letter: string;
  /** `#rrggbb`. */
  colour: string;
}

/** The icon as SVG: a letter beside the margin line of a page. A letter that the font lacks is left out. */
export function iconSvg({ letter, colour }: IconLetter, lettering: Lettering): string {
  const size = 370;
  // The line ends at the curve of the round corners.
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">',
    `<rect width="512" height="512" rx="96" fill="${colour}"/>`,
    '<path fill="#fff" fill-opacity="0.45" d="M72 3L88 0.3L88 511.7L72 509Z"/>',
    `<g fill="#fff">${lettering.draw(lettering.covers(letter) ? letter : "", 272 - lettering.width(letter, size) / 2, 380, size)}</g>`,
    "</svg>",
  ].join("");
}

/** A PNG of 32 pixels as `.ico`: a header of 22 bytes, and the file as it is (all browsers read it). */
export function icoFile(png: Buffer): Buffer {
  const head = Buffer.from("00000100010020200000010020000000000016000000", "hex");
  head.writeUInt32LE(png.length, 14);
  return Buffer.concat([head, png]);
}

export interface Lettering {
  covers: (character: string) => boolean;
  /** Width of a line of text at a size, in pixels. */
  width: (text: string, size: number) => number;
  /** The line with its baseline at `y`, as an SVG element that takes the colour around it. */
  draw: (text: string, x: number, y: number, size: number) => string;
}

/** Source Serif 4 (SIL Open Font License), semibold, with a thousand units to an em. */
const FONT = "source-serif-4-latin-600.ttf";
const UNITS = 1000;

export async function loadLettering(): Promise<Lettering> {
  const hb = await import("harfbuzzjs");
  const bytes = await readFile(join(packageRoot, "layouts/assets/fonts", FONT));
  const font = new hb.Font(new hb.Face(new hb.Blob(new Uint8Array(bytes))));
  // The glyphs of a line, each at its distance from the start of the line, and the width of all, in units.
  const shape = (text: string) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    let width = 0;
    const glyphs = buffer.getGlyphInfosAndPositions().map(({ codepoint: id, xAdvance = 0 }) => {
      const x = width;
      width += xAdvance;
      return { id, x };
    });
    return { glyphs, width };
  };
  return {
    covers: (character) => font.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined,
    width: (text, size) => (shape(text).width * size) / UNITS,
    draw(text, x, y, size) {
      const scale = size / UNITS;
      const paths = shape(text).glyphs.map(
        ({ id, x: at }) => `<path transform="translate(${String(at)})" d="${font.glyphToPath(id)}"/>`,
      );
      // A font's own y axis points up.
      return `<g transform="translate(${String(x)} ${String(y)}) scale(${String(scale)} ${String(-scale)})">${paths.join("")}</g>`;
    },
  };
}
