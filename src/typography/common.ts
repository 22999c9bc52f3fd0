// What the rules of both languages share: changes to a text, kinds of characters, pairs of quotation marks, dashes and ellipses.
// The empty string means the edge of a block: it is what `charAt` returns past the end of a text.

/** A change to a text. */
export interface Edit {
  start: number;
  /** Equal to `start` for an insertion. */
  end: number;
  /** The replacement. */
  text: string;
  /** True if the characters stay and become superscript, as the "er" of "1er". */
  raised?: true;
}

/** The rules of a language: changes to a text, in any order. */
export type Rules = (text: string) => Edit[];

export const NO_BREAK = "\u00a0";
export const NARROW = "\u202f";

/** Replaces what is not text (code, a picture, an address): nothing is changed in it or because of it. */
export const OBJECT = "\ufffc";

/** The end of a line that the page keeps, as `<br>` does; others are spaces. */
export const BREAK = "\u2028";

export function isLetter(char: string): boolean {
  if (char === "") return false;
  const code = char.charCodeAt(0);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code < 0x2000 ? code >= 0xc0 && code !== 0xd7 && code !== 0xf7 : /[\p{L}\p{M}]/u.test(char);
}

export const isDigit = (char: string): boolean => char >= "0" && char <= "9" && char.length === 1;

/** Between two letters, where an opening quotation mark or an accent alone can only be meant as an apostrophe. */
export const isWithinWord = (text: string, index: number): boolean =>
  isLetter(text.charAt(index - 1)) && isLetter(text.charAt(index + 1));

/** A space that may precede a sign, also one where the source goes on to its next line. */
export const isSpace = (char: string): boolean =>
  char === " " || char === "\n" || char === NO_BREAK || char === NARROW || char === "\u2009";

/** A space, the end of a line or the edge of the text. */
export const isBlank = (char: string): boolean =>
  char === "" || char === BREAK || char === "\t" || char === "\r" || isSpace(char);

/** The index at which the spaces before `index` begin. */
export function spacesBefore(text: string, index: number): number {
  let start = index;
  while (start > 0 && isSpace(text.charAt(start - 1))) start--;
  return start;
}

/** The index at which the spaces from `index` on end. */
export function spacesAfter(text: string, index: number): number {
  let end = index;
  while (end < text.length && isSpace(text.charAt(end))) end++;
  return end;
}

export interface Quote {
  open: boolean;
  /** True inside another quotation, straight or not. */
  inner: boolean;
}

const OPENING = "([{«“‘";
const CLOSING = ")]}»”’";

/**
 * Index of each straight double quote that has a partner → what it is. One without a partner in its block is an inch sign, or belongs
 * to the next paragraph.
 */
export function pairDoubles(text: string): ReadonlyMap<number, Quote> {
  const pairs = new Map<number, Quote>();
  const open: { index: number; inner: boolean }[] = [];
  let guillemets = 0;
  for (const found of text.matchAll(/["«»]/g)) {
    const { index } = found;
    if (found[0] === "«") guillemets++;
    else if (found[0] === "»") guillemets = Math.max(0, guillemets - 1);
    else {
      const start = open.at(-1);
      if (start !== undefined && start.index < index - 1 && closes(text, index)) {
        open.pop();
        pairs.set(start.index, { open: true, inner: start.inner });
        pairs.set(index, { open: false, inner: start.inner });
      } else if (opens(text, index)) open.push({ index, inner: open.length + guillemets > 0 });
    }
  }
  return pairs;
}

/** True if a straight quote may open: something follows it, and the character before it is not one that it could close. */
export function opens(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  if (isBlank(after)) return false;
  if (isBlank(before)) return true;
  return `${OPENING}"'’-–—/…:,;`.includes(before) && !`,;:.!?${CLOSING}`.includes(after);
}

/** True if a straight quote may close: something precedes it, and no word continues after it. */
export function closes(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  const goesOn = isLetter(after) || isDigit(after) || after === OBJECT || after === "=";
  return !isBlank(before) && !OPENING.includes(before) && !goesOn;
}

/**
 * Between spaces, after words, their signs or what is no text; at the beginning of a line, before a name. After `:` and `;`, or
 * after another hyphen, they are as likely to be shown for themselves. `--drafts` and `-->` are code without its backticks.
 */
const SPACED = String.raw`(?<=[\p{L}\p{N}”’"')…,.?!»%€$£°${OBJECT}])[ \n]-{2,3}(?=[ \n\u2028])|(?<=^|[\n\u2028])-{2,3}(?= \p{Lu})`;
const BETWEEN_SPACES = new RegExp(SPACED, "gu");
/** Or against both words. */
const ANY = new RegExp(String.raw`${SPACED}|(?<=[\p{L}\p{N}”’"')…,.])-{2,3}(?=[\p{L}\p{N}“"‘])`, "gu");

/** Hyphens → a dash. */
export function dashes(text: string, onlySpaced = false): Edit[] {
  if (!text.includes("--")) return [];
  return Array.from(text.matchAll(onlySpaced ? BETWEEN_SPACES : ANY), ({ index, 0: found }) => {
    const start = found.startsWith("-") ? index : index + 1;
    const end = index + found.length;
    return { start, end, text: end - start === 3 ? "—" : "–" };
  });
}

/** Three dots → an ellipsis; not in paths (`../..`), in longer rows of dots, or in `f(...)`. */
export function ellipses(text: string): Edit[] {
  if (!text.includes("...")) return [];
  return Array.from(text.matchAll(/(?<![./\\]|\w\()\.{3}(?![./\\])/g), ({ index }) => ({
    start: index,
    end: index + 3,
    text: "…",
  }));
}
