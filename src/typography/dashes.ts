// Two or three hyphens between words, or before the name under a quotation → a dash. `--drafts` and `-->` are code without its backticks.
import type { Edit } from "./edits.ts";

/** Between spaces, or against both words; at the beginning of a line, before a name. */
const ANY =
  /(?<=[\p{L}\p{N}”’"')…,.])(?:[ \n]-{2,3}(?=[ \n\u2028])|-{2,3}(?=[\p{L}\p{N}“"‘]))|(?<=^|[\n\u2028])-{2,3}(?= \p{Lu})/gu;

/** Between spaces only; at the beginning of a line, before a name. */
const SPACED = /(?<=[\p{L}\p{N}”’"')…,.»])[ \n]-{2,3}(?=[ \n\u2028])|(?<=^|[\n\u2028])-{2,3}(?= \p{Lu})/gu;

export function dashes(text: string, spaced = false): Edit[] {
  if (!text.includes("--")) return [];
  return Array.from(text.matchAll(spaced ? SPACED : ANY), ({ index, 0: found }) => {
    const start = found.startsWith("-") ? index : index + 1;
    const end = index + found.length;
    return { start, end, text: end - start === 3 ? "—" : "–" };
  });
}
