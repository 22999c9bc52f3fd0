// English text → curly quotes and apostrophes, dashes for double and triple hyphens, the ellipsis.
import {
  closes,
  dashes,
  ellipses,
  isDigit,
  isLetter,
  isWithinWord,
  OBJECT,
  opens,
  pairDoubles,
  type Edit,
  type Rules,
} from "./common.ts";

export const english: Rules = (text) =>
  /['"‘´]|--|\.\.\./.test(text)
    ? [...doubles(text), ...singles(text), ...accents(text), ...dashes(text), ...ellipses(text)]
    : [];

const replace = (index: number, text: string): Edit => ({ start: index, end: index + 1, text });

function doubles(text: string): Edit[] {
  if (!text.includes('"')) return [];
  return Array.from(pairDoubles(text), ([index, { open }]) => replace(index, open ? "“" : "”"));
}

/** `don´t`. */
function accents(text: string): Edit[] {
  return Array.from(text.matchAll(/´/g), ({ index }) => index)
    .filter((index) => isWithinWord(text, index))
    .map((index) => replace(index, "’"));
}

/** Words that begin with an apostrophe, and decades: `'90s`. */
const CLIPPED = /^['‘](?:\d0s|tis|twas|til(?!['’])|em(?!['’])|n')(?![\p{L}\p{N}])/iu;

/** `'23`, which may also begin a quotation: `'20 questions'`. */
const YEAR = /^['‘]\d\d(?!\d)/;

/**
 * Single quotes → curly ones, or apostrophes. One sign stands for both, and word processors curl some of them the wrong way: the `‘`
 * of `April ‘22` and of `this log‘`.
 */
function singles(text: string): Edit[] {
  if (!/['‘]/.test(text)) return [];
  const set = new Map<number, string>();
  const open: number[] = [];
  for (const { index, 0: sign } of text.matchAll(/['‘’]/g)) {
    if (isApostrophe(text, index, sign, open.length > 0)) set.set(index, "’");
    else if (closes(text, index) && (open.length > 0 || sign === "‘")) {
      if (sign === "’" && !mayEnd(text, index, open.at(-1))) continue;
      const start = open.pop();
      set.set(index, "’");
      if (start !== undefined) set.set(start, "‘");
    } else if (sign !== "’" && opens(text, index)) open.push(index);
    else if (sign === "'" && isS(text, index - 1)) set.set(index, "’");
  }
  for (const index of open) if (isYear(text, index)) set.set(index, "’");
  return Array.from(set)
    .filter(([index, sign]) => text.charAt(index) !== sign)
    .map(([index, sign]) => replace(index, sign));
}

function isApostrophe(text: string, index: number, sign: string, isQuoted: boolean): boolean {
  const before = text.charAt(index - 1);
  if (sign !== "'") {
    if (isWithinWord(text, index)) return true;
  } else if (isWord(before) && isLetter(text.charAt(index + 1))) return true;
  if (sign === "’") return false;
  if (CLIPPED.test(text.slice(index, index + 8))) return true;
  if (sign === "'" && before.toLowerCase() === "n" && text.charAt(index - 2) === "'") return true;
  // There are no single quotes within single quotes.
  return isYear(text, index) && (isLetter(before) || isQuoted);
}

/** A typed `’` ends a quotation, unless it is that of a plural: the straight sign that ends the quotation then follows. */
const mayEnd = (text: string, end: number, start = end): boolean =>
  text.charAt(start) === "‘" || !isS(text, end - 1);

const isS = (text: string, index: number): boolean => text.charAt(index).toLowerCase() === "s";

const isYear = (text: string, index: number): boolean => YEAR.test(text.slice(index, index + 4));

const isWord = (char: string): boolean => isLetter(char) || isDigit(char) || char === OBJECT;
