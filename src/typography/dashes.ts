// Signs that keyboards lack, as they are typed: hyphens → a dash, three dots → an ellipsis. `--drafts` and `-->` are code without its
// backticks; paths (`../..`), longer rows of dots and `f(...)` are left alone.
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

/** `index` is that of the first dot. */
export function ellipsis(text: string, index: number): Edit | undefined {
  if (!text.startsWith("...", index)) return undefined;
  const around = [text.charAt(index - 1), text.charAt(index + 3)];
  if (around.some((char) => char !== "" && "./\\".includes(char))) return undefined;
  if (around[0] === "(" && /\w/.test(text.charAt(index - 2))) return undefined;
  return { start: index, end: index + 3, text: "…" };
}
