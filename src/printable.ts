// Text from outside → text that is safe in a terminal: characters that move, colour or reverse a line are escaped.

/** Control characters, line separators, and marks that change the direction of text. */
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** Escapes control characters (`\u001b`). With `lines`, line feeds are kept. */
export function printable(text: string, lines = false): string {
  return text.replace(UNSAFE, (c) => (lines && c === "\n" ? c : unicodeEscape(c)));
}

/** A value as indented JSON in which these characters are escaped too; ends with a line feed. */
export function printableJson(value: unknown): string {
  // JSON escapes the other control characters itself, and its own line feeds stay.
  return `${JSON.stringify(value, null, 2).replace(UNSAFE, (c) => (c === "\n" ? c : unicodeEscape(c)))}\n`;
}

export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
