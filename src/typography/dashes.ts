// Two or three hyphens between words, or before the name under a quotation → a dash. `--drafts` and `-->` are code without its backticks.
import { OBJECT } from "./characters.ts";
import type { Edit } from "./edits.ts";

/**
 * Between spaces, after words, their signs or what is no text; at the beginning of a line, before a name. After `:` and `;`, or
 * after another hyphen, they are as likely to be shown for themselves.
 */
const SPACED = String.raw`(?<=[\p{L}\p{N}”’"')…,.?!»%€$£°${OBJECT}])[ \n]-{2,3}(?=[ \n\u2028])|(?<=^|[\n\u2028])-{2,3}(?= \p{Lu})`;
const BETWEEN_SPACES = new RegExp(SPACED, "gu");
/** Or against both words. */
const ANY = new RegExp(String.raw`${SPACED}|(?<=[\p{L}\p{N}”’"')…,.])-{2,3}(?=[\p{L}\p{N}“"‘])`, "gu");

export function dashes(text: string, spaced = false): Edit[] {
  if (!text.includes("--")) return [];
  return Array.from(text.matchAll(spaced ? BETWEEN_SPACES : ANY), ({ index, 0: found }) => {
    const start = found.startsWith("-") ? index : index + 1;
    const end = index + found.length;
    return { start, end, text: end - start === 3 ? "—" : "–" };
  });
}
