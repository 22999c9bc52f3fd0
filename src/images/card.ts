// A title, the site's name and a date → the drawing of a social card, 1200 × 630: what shows where a link is shared.
// Its text is outlines of a font of our own, so that no font of the machine that builds ever shows in it.
import { createHash } from "node:crypto";
import { breakLines } from "./lines.ts";
import type { Typeface } from "./typeface.ts";

export interface Card {
  /** Nothing for the card of the site itself. */
  title?: string;
  site: string;
  /** As it is shown: "2 mars 2026". */
  date?: string;
}

export const CARD = { width: 1200, height: 630 };

/** To be raised whenever the same words would be drawn otherwise. */
const DESIGN = 1;

/** File name under `/pictures/`, known before anything is drawn. */
export function cardName(card: Card): string {
  const words = JSON.stringify([DESIGN, card.title ?? null, card.site, card.date ?? null]);
  return `card-${createHash("sha256").update(words).digest("hex").slice(0, 16)}.jpg`;
}

/** The notebook of layouts/assets/carnet.css. */
const COLOUR = {
  paper: "#fffdf9",
  ink: "#221d2c",
  soft: "#5c5468",
  accent: "#55269b",
  margin: "#e0a0a6",
  rule: "#e3deef",
};
const LEFT = 168;
const ROOM = CARD.width - LEFT - 88;
/** Sizes of the title, from the one preferred, with the lines that each leaves room for. */
const SIZES = [
  { size: 78, lines: 3 },
  { size: 68, lines: 4 },
  { size: 58, lines: 5 },
  { size: 50, lines: 5 },
];
const LEADING = 1.14;
/** Size of the site’s name at the foot. */
const FOOT = 34;

/** A title that the font cannot write (another alphabet, written from the right) is left out rather than misspelt. */
export function drawCard({ title = "", site, date = "" }: Card, face: Typeface): string {
  const [written = "", name = "", day = ""] = [title, site, date].map((text) => drawable(text, face));
  const { lines, size } = fitted(written === "" ? name : written, face);
  const width = (text: string): number => face.width(text, FOOT);
  const foot = breakLines(written === "" ? "" : name, { most: ROOM, lines: 1, width }).lines.join("");
  const heading = lines.map((line, i) => face.path(line, LEFT, 96 + size + i * size * LEADING, size));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(CARD.width)}" height="${String(CARD.height)}">`,
    filled(COLOUR.paper, "M0 0H1200V630H0z"),
    filled(COLOUR.rule, RULES),
    filled(COLOUR.margin, "M118 0h4v630h-4z"),
    filled(COLOUR.accent, "M0 0H24V630H0z"),
    filled(COLOUR.ink, heading.join("")),
    filled(COLOUR.accent, face.path(foot, LEFT, day === "" ? 562 : 526, FOOT)),
    filled(COLOUR.soft, face.path(day, LEFT, 572, 28)),
    "</svg>",
  ].join("");
}

const filled = (colour: string, path: string): string =>
  path === "" ? "" : `<path fill="${colour}" d="${path}"/>`;

/** The ruled lines of a notebook. */
const RULES = Array.from({ length: 13 }, (_, i) => `M24 ${String((i + 1) * 48)}h1176v1h-1176z`).join("");

function fitted(text: string, face: Typeface): { lines: string[]; size: number } {
  let last: { lines: string[]; size: number } = { lines: [], size: 50 };
  for (const { size, lines } of SIZES) {
    const broken = breakLines(text, { most: ROOM, lines, width: (part) => face.width(part, size) });
    last = { lines: broken.lines, size };
    if (broken.whole) return last;
  }
  return last;
}

/** Text as the font can write it; empty where it cannot. Signs that only decorate are left out. */
function drawable(text: string, face: Typeface): string {
  const plain = text
    .normalize("NFC")
    .replace(/\p{Extended_Pictographic}|[\u200b-\u200f\u2028-\u202e\ufe0f\u00ad]/gu, "")
    .replace(/\u2011/g, "-")
    .replace(/[\u2000-\u200a\u202f]/g, "\u00a0")
    .replace(/[^\S\u00a0]+/g, " ")
    .trim();
  return face.covers(plain) ? plain : "";
}
