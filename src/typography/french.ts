// French text → its spaces before punctuation and inside « », guillemets, apostrophes, numbers.
// The spaces are those of the Imprimerie nationale. A sign in what may be code or an address is never changed.
import {
  isBlank,
  isDigit,
  isLetter,
  isWithinWord,
  NARROW,
  NO_BREAK,
  OBJECT,
  spacesAfter,
  spacesBefore,
} from "./characters.ts";
import { dashes, ellipsis } from "./dashes.ts";
import type { Edit, Rules } from "./edits.ts";
import { number, numberSign, ordinal, title } from "./french-numbers.ts";
import { pairDoubles, type Quote } from "./quotes.ts";

/** The spaces to use, which depend on the country. */
export interface FrenchSpaces {
  /** Before `;`, `!` and `?`. */
  high: string;
  /** Before `:`. */
  colon: string;
  /** Inside « ». */
  inside: string;
}

/** The rules for French, with these spaces. */
export function french(spaces: FrenchSpaces): Rules {
  return (text) => {
    const edits: Edit[] = [];
    const quotes = text.includes('"') ? pairDoubles(text) : NO_QUOTES;
    // Nearly no character is one of these, so most texts cost only this search.
    SIGN.lastIndex = 0;
    while (SIGN.test(text)) {
      const index = SIGN.lastIndex - 1;
      const char = text.charAt(index);
      if (isDigit(char)) SIGN.lastIndex = number(text, index, edits);
      else if ("IVX".includes(char)) ordinal(text, index, edits);
      else if ("MDP".includes(char)) title(text, index, edits);
      else if ("°º".includes(char)) numberSign(text, index, edits);
      else {
        const edit = sign(char, text, index, quotes, spaces);
        if (edit !== undefined) edits.push(edit);
      }
    }
    // Full stops are frequent, three in a row are rare.
    for (let at = text.indexOf("..."); at >= 0; at = text.indexOf("...", at + 1)) {
      const edit = ellipsis(text, at);
      if (edit !== undefined) edits.push(edit);
    }
    edits.push(...dashes(text, true));
    return edits;
  };
}

const NO_QUOTES: ReadonlyMap<number, Quote> = new Map();
/** Its `lastIndex` is just after the sign that may need a change. */
const SIGN = /['‘´"«»;!?:\d°ºIVXMDP]/g;

function sign(
  char: string,
  text: string,
  index: number,
  quotes: ReadonlyMap<number, Quote>,
  spaces: FrenchSpaces,
): Edit | undefined {
  if (char === "'") return apostrophe(text, index);
  if (char === "‘" || char === "´")
    return isWithinWord(text, index) ? { start: index, end: index + 1, text: "’" } : undefined;
  if (char === '"') return quote(index, quotes.get(index), spaces);
  if (char === "«") return afterOpening(text, index, spaces);
  if (char === "»") return beforeClosing(text, index, spaces);
  return char === ":" ? colon(text, index, quotes, spaces) : high(text, index, quotes, spaces);
}

/** Only between an elided word and the next: `'mot'` and `5'` stay. Two signs may end a quotation: `"'mot'"`. */
function apostrophe(text: string, index: number): Edit | undefined {
  const after = text.charAt(index + 1);
  const elides =
    isLetter(after) ||
    isDigit(after) ||
    (after !== "" && `${OBJECT}«“‘(`.includes(after)) ||
    (after === '"' && (isLetter(text.charAt(index + 2)) || isDigit(text.charAt(index + 2))));
  return elides && isLetter(text.charAt(index - 1)) ? { start: index, end: index + 1, text: "’" } : undefined;
}

function quote(index: number, found: Quote | undefined, { inside }: FrenchSpaces): Edit | undefined {
  if (found === undefined) return undefined;
  const { open, inner } = found;
  const text = inner ? (open ? "“" : "”") : open ? `«${inside}` : `${inside}»`;
  return { start: index, end: index + 1, text };
}

function afterOpening(text: string, index: number, { inside }: FrenchSpaces): Edit | undefined {
  const end = spacesAfter(text, index + 1);
  if (isBlank(text.charAt(end)) || isNoBreak(text.slice(index + 1, end))) return undefined;
  // The guillemet is included in the edit: between two pieces of text, the space must not end up in the second.
  return { start: index, end, text: `«${inside}` };
}

function beforeClosing(text: string, index: number, { inside }: FrenchSpaces): Edit | undefined {
  const start = spacesBefore(text, index);
  const before = text.charAt(start - 1);
  if (isBlank(before) || before === "«" || isNoBreak(text.slice(start, index))) return undefined;
  return { start, end: index, text: inside };
}

/** `;`, `!` and `?`, alone or the first of several. */
function high(
  text: string,
  index: number,
  quotes: ReadonlyMap<number, Quote>,
  { high: space }: FrenchSpaces,
): Edit | undefined {
  const start = spacesBefore(text, index);
  const before = text.charAt(start - 1);
  if (isBlank(before) || "([{«“‘\\".includes(before) || opensAt(quotes, start - 1)) return undefined;
  // Tested first, so that in a row of signs only the first is scanned to the end of the row.
  const isSpaced = start < index;
  if (!isSpaced && (space === "" || !follows(text, index, quotes, /[\p{L}\p{M}\p{N})\]”’%€$°]/u)))
    return undefined;
  if (!ends(text, index)) return undefined;
  return isSpaced && text.slice(start, index) === space ? undefined : { start, end: index, text: space };
}

/** True if the sign ends a word: `a?b=c`, `!important` and `;)` are not punctuation. */
function ends(text: string, index: number): boolean {
  let end = index + 1;
  if (text.charAt(index) === ";") return isBlank(text.charAt(end));
  while ("!?…".includes(text.charAt(end)) && end < text.length) end++;
  const after = text.charAt(end);
  return isBlank(after) || `)]}»”’"'.,`.includes(after);
}

function colon(
  text: string,
  index: number,
  quotes: ReadonlyMap<number, Quote>,
  { colon: space }: FrenchSpaces,
): Edit | undefined {
  if (!isBlank(text.charAt(index + 1))) return undefined;
  const start = spacesBefore(text, index);
  const before = text.charAt(start - 1);
  if (isBlank(before) || "([{«“‘:\\".includes(before) || opensAt(quotes, start - 1)) return undefined;
  if (start < index)
    return isNoBreak(text.slice(start, index)) ? undefined : { start, end: index, text: space };
  return follows(text, index, quotes, /[\p{L}\p{M})\]”’]/u) ? { start, end: index, text: space } : undefined;
}

/** How many characters of a word are examined: a longer address is recognised before that. */
const WORD = 60;
const CODE =
  /[=&\\@<>{}#|_:;?!\ufffc]|\(\)|^[/.-]|\/.*\/|\.\p{L}|\p{L}\(.*\)$|^(?:https?|ftps?|mailto|file|data|javascript)$/u;

/** True if a sign without a space before it follows a word of ordinary language. */
function follows(text: string, index: number, quotes: ReadonlyMap<number, Quote>, ending: RegExp): boolean {
  const before = text.charAt(index - 1);
  // A quotation ends a phrase, whatever its last word looks like.
  if (before === "»" || quotes.get(index - 1)?.open === false) return true;
  if (!ending.test(before)) return false;
  let start = index;
  while (start > index - WORD && start > 0 && (!isBlank(text.charAt(start - 1)) || isInside(text, start - 1)))
    start--;
  return !CODE.test(text.slice(start, index));
}

/** The space inside a guillemet does not separate words: `f("x")` is still one word after its quotes are replaced. */
const isInside = (text: string, at: number): boolean =>
  isNoBreak(text.charAt(at)) && (text.charAt(at + 1) === "»" || text.charAt(at - 1) === "«");

const opensAt = (quotes: ReadonlyMap<number, Quote>, index: number): boolean =>
  quotes.get(index)?.open === true;

/** One no-break space is correct, whichever of the two it is. */
const isNoBreak = (spaces: string): boolean => spaces === NO_BREAK || spaces === NARROW;
