// Single characters → what they are for typography: a letter, a space within a line, an opening sign.
// The empty string means the edge of a block: it is what `charAt` returns past the end of a text.

export const NO_BREAK = "\u00a0";
export const NARROW = "\u202f";

/** Replaces what is not text (code, a picture, an address): nothing is changed in it or because of it. */
export const OBJECT = "\ufffc";

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

/** The end of a line that the page keeps, as `<br>` does; others are spaces. */
export const BREAK = "\u2028";

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
