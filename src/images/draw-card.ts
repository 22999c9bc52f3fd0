// A card's words → its picture, a PNG of 1200 × 630: lines of text on a notebook page.
// Text is drawn as outlines of Carnet's own font, so that the fonts of the machine never affect it.
import { mixed } from "../colour.ts";
import { CARD, type Card } from "./card.ts";
import { Coverage } from "./coverage.ts";
import { indexedPng } from "./png.ts";
import { breakLines } from "./lines.ts";
import type { Typeface } from "./typeface.ts";

/** The notebook of layouts/assets/css/tokens.css: the colours behind text, then those that text does not reach. */
const GROUNDS = ["#fffdf9", "#e3deef", "#e0a0a6", "#55269b"];
const [PAPER, RULE, MARGIN, SPINE] = [0, 1, 2, 3];
const UNDER_TEXT = 2;
const INKS = ["#221d2c", "#55269b", "#5c5468"];
const [TITLE, SITE, DATE] = [0, 1, 2];
/** Shades of an ink on a ground: the edge of a letter is between two colours, and a palette has 256. */
const SHADES = 24;

const LEFT = 168;
const ROOM = CARD.width - LEFT - 88;
/** Sizes of the title, the preferred one first, with the number of lines that fit. */
const SIZES = [
  { size: 78, lines: 3 },
  { size: 68, lines: 4 },
  { size: 58, lines: 5 },
  { size: 50, lines: 5 },
];
const LEADING = 1.14;
/** Size of the site’s name at the foot. */
const FOOT = 34;

interface Block {
  lines: string[];
  size: number;
  /** Baseline of its first line. */
  baseline: number;
  /** Index of its ink. */
  ink: number;
}

/** Returns a function that draws cards with a font, one after the other. */
export function cardPainter(face: Typeface): (card: Card) => Buffer {
  const coverage = new Coverage(CARD);
  const page = emptyPage();
  const palette = [...GROUNDS, ...INKS.flatMap(shadesOf)];
  return (card) => {
    const pixels = page.slice();
    for (const { lines, size, baseline, ink } of blocksOf(card, face)) {
      lines.forEach((line, i) => {
        face.trace(line, LEFT, baseline + i * size * LEADING, size, coverage);
      });
      coverage.take((pixel, share) => {
        const ground = page[pixel] ?? PAPER;
        const shade = Math.round(share * SHADES);
        if (shade > 0 && ground < UNDER_TEXT)
          pixels[pixel] = GROUNDS.length + (ink * UNDER_TEXT + ground) * SHADES + shade - 1;
      });
    }
    return indexedPng({ ...CARD, pixels, palette });
  };
}

function emptyPage(): Uint8Array {
  const page = new Uint8Array(CARD.width * CARD.height).fill(PAPER);
  for (let y = 0; y < CARD.height; y++) {
    const row = page.subarray(y * CARD.width, (y + 1) * CARD.width);
    if (y > 0 && y % 48 === 0) row.fill(RULE);
    row.fill(MARGIN, 118, 122).fill(SPINE, 0, 24);
  }
  return page;
}

/** The shades of one ink: on each ground, from the palest to the ink itself. */
function shadesOf(ink: string): string[] {
  return GROUNDS.slice(0, UNDER_TEXT).flatMap((ground) =>
    Array.from({ length: SHADES }, (_, i) => mixed(ink, ground, (i + 1) / SHADES)),
  );
}

/** A title that the font cannot write (another alphabet, or right-to-left) is left out rather than misspelt. */
function blocksOf({ title = "", site, date = "" }: Card, face: Typeface): Block[] {
  const [written = "", name = "", day = ""] = [title, site, date].map((text) => drawable(text, face));
  const { lines, size } = fitted(written === "" ? name : written, face);
  const width = (text: string): number => face.width(text, FOOT);
  const foot = breakLines(written === "" ? "" : name, { most: ROOM, lines: 1, width }).lines;
  return [
    { lines, size, baseline: 96 + size, ink: TITLE },
    { lines: foot, size: FOOT, baseline: day === "" ? 562 : 526, ink: SITE },
    { lines: [day], size: 28, baseline: 572, ink: DATE },
  ];
}

function fitted(text: string, face: Typeface): { lines: string[]; size: number } {
  let last: { lines: string[]; size: number } = { lines: [], size: 50 };
  for (const { size, lines } of SIZES) {
    const broken = breakLines(text, { most: ROOM, lines, width: (part) => face.width(part, size) });
    last = { lines: broken.lines, size };
    if (broken.whole) return last;
  }
  return last;
}

/**
 * Text as the font can write it: without characters that it lacks; empty if it lacks a letter, or a character with a meaning of
 * its own (`MEANT`).
 */
function drawable(text: string, face: Typeface): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\u2007\u202f]/g, "\u00a0")
    .replace(/[^\S\u00a0]+/g, " ")
    // Characters that only affect how another looks, or where a word may break.
    .replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f\u20e3]/gu, "")
    .replace(/\u2011/g, "-")
    .replace(/[\u2190-\u21ff\u27f0-\u27ff]/g, "–");
  let drawn = "";
  for (const sign of plain) {
    const known = [sign, sign.normalize("NFKC")].find((one) => !/\p{M}/u.test(one) && face.covers(one));
    if (known === undefined && MEANT.test(sign)) return "";
    drawn += known ?? "";
  }
  return drawn.replace(/ +/g, " ").trim();
}

/** Letters, combining marks that are not part of a letter, numbers, and signs of sums and money. */
const MEANT = /[\p{L}\p{M}\p{N}\p{Sm}\p{Sc}‰‱]/u;
