// A text of other people's → one that a terminal shows as it is: what would move, colour or turn round a line is spelled out.

/** Controls, line separators, and marks that change the direction of what follows. */
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** Text whose control characters are spelled out, `\u001b`; line feeds stay where lines are wanted. */
export function printable(text: string, lines = false): string {
  return text.replace(UNSAFE, (c) => (lines && c === "\n" ? c : unicodeEscape(c)));
}

export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
