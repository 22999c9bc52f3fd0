// Two or three hyphens between words → a dash. `--drafts` and `-->` are code without its backticks.
import type { Edit } from "./edits.ts";

/** Between spaces, or against both words. */
const ANY = /(?<=[\p{L}\p{N}”’"')…,.])(?: -{2,3}(?=[ \n])|-{2,3}(?=[\p{L}\p{N}“"‘]))/gu;

/** Between spaces only. */
const SPACED = /(?<=[\p{L}\p{N}”’"')…,.»]) -{2,3}(?=[ \n])/gu;

export function dashes(text: string, spaced = false): Edit[] {
  if (!text.includes("--")) return [];
  return Array.from(text.matchAll(spaced ? SPACED : ANY), ({ index, 0: found }) => {
    const start = found.startsWith(" ") ? index + 1 : index;
    const end = index + found.length;
    return { start, end, text: end - start === 3 ? "—" : "–" };
  });
}
