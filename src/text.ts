// Small operations on text: cut, escape, capitalise.

/** The same words, with a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A form in which texts that differ only by case or accents are equal. */
export function unaccented(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** The beginning of a text on one line, for a message or a report. */
export function excerpt(text: string, most = 60): string {
  return shortened(text.replace(/\s+/g, " ").trim(), most);
}

/** The beginning of a text: at most `most` UTF-16 code units, cut between two words unless it is all one. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a character outside the basic plane, such as an emoji, would be none.
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  const end = cut.lastIndexOf(" ");
  return `${(end < most / 2 ? cut : cut.slice(0, end)).replace(/[\s,;:–—«(-]+$/, "")}…`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for use between tags and in quoted attributes, in HTML and XML alike. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c) : text;
}

/** Control characters, line separators, and marks that change the direction of text. */
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/**
 * Text from outside as text that is safe in a terminal: characters that move, colour or reverse a line are escaped (`\u001b`).
 * With `lines`, line feeds are kept.
 */
export function printable(text: string, lines = false): string {
  return text.replace(UNSAFE, (c) =>
    lines && c === "\n" ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A value as indented JSON in which these characters are escaped too; ends with a line feed. */
export function printableJson(value: unknown): string {
  // JSON escapes the other control characters itself, and its own line feeds stay.
  return `${printable(JSON.stringify(value, null, 2), true)}\n`;
}

/** Offset at which each line begins. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line and column of an offset in a text; both count from 1. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}
