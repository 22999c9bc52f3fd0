// The card shown where a link to a page without a picture is shared: its words, the name of its file, and its drawing as SVG,
// lines of text on a notebook page.
import { createHash } from "node:crypto";
import type { Lettering } from "./lettering.ts";

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
  const words = JSON.stringify([card.title ?? null, card.site, card.date ?? null]);
  return `card-${createHash("sha256").update(words).digest("hex").slice(0, 16)}.png`;
}

/** The notebook of layouts/assets/css/tokens.css. */
const COLOURS = { paper: "#fffdf9", rule: "#e3deef", margin: "#e0a0a6", spine: "#55269b" };
const INKS = { title: "#221d2c", site: "#55269b", date: "#5c5468" };
const RULES = 48;
const LEFT = 168;
const ROOM = CARD.width - LEFT - 88;

/** Sizes of the title, the preferred one first, with the number of lines that fit. */
const SIZES = [
  { size: 78, most: 3 },
  { size: 68, most: 4 },
  { size: 58, most: 5 },
  { size: 50, most: 5 },
] as const;
const LEADING = 1.14;
/** Size of the site's name at the foot. */
const FOOT = 34;

/** The card as SVG, with its text as outlines. */
export function cardSvg({ title = "", site, date = "" }: Card, lettering: Lettering): string {
  const [written, name, day] = [title, site, date].map((text) => drawable(text, lettering)) as [
    string,
    string,
    string,
  ];
  const { lines, size } = fitted(written === "" ? name : written, lettering);
  const foot = written === "" ? "" : shortened(name, FOOT, lettering);
  const rules = Array.from({ length: Math.ceil(CARD.height / RULES) - 1 }, (_, i) => (i + 1) * RULES);
  const rect = (x: number, y: number, width: number, height: number, colour: string): string =>
    `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" fill="${colour}"/>`;
  const line = (text: string, y: number, of: number): string => lettering.draw(text, LEFT, y, of);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(CARD.width)}" height="${String(CARD.height)}">`,
    rect(0, 0, CARD.width, CARD.height, COLOURS.paper),
    ...rules.map((y) => rect(0, y, CARD.width, 1, COLOURS.rule)),
    rect(118, 0, 4, CARD.height, COLOURS.margin),
    rect(0, 0, 24, CARD.height, COLOURS.spine),
    `<g fill="${INKS.title}">${lines.map((text, i) => line(text, 96 + size + i * size * LEADING, size)).join("")}</g>`,
    `<g fill="${INKS.site}">${line(foot, day === "" ? 562 : 526, FOOT)}</g>`,
    `<g fill="${INKS.date}">${line(day, 572, 28)}</g>`,
    "</svg>",
  ].join("");
}

/** The title at the largest size at which it fits; at the smallest, it is cut. */
function fitted(text: string, lettering: Lettering): { lines: string[]; size: number } {
  for (const { size, most } of SIZES) {
    const lines = broken(text, size, lettering);
    if (lines.length <= most && lines.every((line) => lettering.width(line, size) <= ROOM))
      return { lines, size };
  }
  const { size, most } = SIZES[3];
  const lines = broken(text, size, lettering);
  const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`] : lines;
  return { lines: shown.map((line) => shortened(line, size, lettering)), size };
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
    .replace(/[^\S\u00a0]+/g, " ")
    // Characters that only affect how another looks, or where a word may break.
    .replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f\u20e3]/gu, "")
    .replaceAll("\u2011", "-")
    .replace(/[\u2190-\u21ff\u27f0-\u27ff]/g, "–");
  const missing = Array.from(plain).filter((character) => !covers(character));
  if (missing.some((character) => MEANINGFUL.test(character))) return "";
  const drawn = Array.from(plain).filter((character) => covers(character));
  return drawn.join("").replace(/ +/g, " ").trim();
}
