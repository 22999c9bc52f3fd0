// Single quotes of English text → curly ones, or apostrophes. One sign stands for both, and word processors curl some of them
// the wrong way: the `‘` of `April ‘22` and of `this log‘`.
import { isDigit, isLetter, isWithinWord, OBJECT } from "./characters.ts";
import type { Edit } from "./edits.ts";
import { closes, opens } from "./quotes.ts";

/** Words that begin with an apostrophe, and decades: `'90s`. */
const CLIPPED = /^['‘](?:\d0s|tis|twas|til(?!['’])|em(?!['’])|n')(?![\p{L}\p{N}])/iu;

/** `'23`, which may also begin a quotation: `'20 questions'`. */
const YEAR = /^['‘]\d\d(?!\d)/;

/** What a short year follows: `US-RSE '23`, `the class of '23`, `May '23`. */
const BEFORE_YEAR =
  /(?:\p{Lu}[\p{L}\d-]*\p{Lu}[\p{L}\d-]*|(?<!\p{L})(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|of|since|[Cc]lass|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)) $/u;

export function singles(text: string): Edit[] {
  if (!/['‘]/.test(text)) return [];
  const set = new Map<number, string>();
  const open: number[] = [];
  for (const { index, 0: sign } of text.matchAll(/['‘’]/g)) {
    if (isApostrophe(text, index, sign, open.length > 0)) set.set(index, "’");
    else if (closes(text, index) && (open.length > 0 || sign === "‘")) {
      if (sign !== "’" || mayEnd(text, index, open.at(-1)))
        close(text, { set, start: open.pop(), end: index });
    } else if (sign !== "’" && opens(text, index)) open.push(index);
    else if (sign === "'" && text.charAt(index - 1).toLowerCase() === "s") set.set(index, "’");
  }
  for (const index of open) if (isYear(text, index)) set.set(index, "’");
  return Array.from(set)
    .filter(([index, sign]) => text.charAt(index) !== sign)
    .map(([index, sign]) => ({ start: index, end: index + 1, text: sign }));
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
const mayEnd = (text: string, end: number, start: number | undefined): boolean =>
  text.charAt(start ?? end) === "‘" || text.charAt(end - 1).toLowerCase() !== "s";

function close(
  text: string,
  { set, start, end }: { set: Map<number, string>; start: number | undefined; end: number },
): void {
  set.set(end, "’");
  if (start === undefined) return;
  const isPlural = text.charAt(end - 1).toLowerCase() === "s";
  const isShortYear =
    isPlural && isYear(text, start) && BEFORE_YEAR.test(text.slice(Math.max(0, start - 24), start));
  set.set(start, isShortYear ? "’" : "‘");
}

const isYear = (text: string, index: number): boolean => YEAR.test(text.slice(index, index + 4));

const isWord = (char: string): boolean => isLetter(char) || isDigit(char) || char === OBJECT;
