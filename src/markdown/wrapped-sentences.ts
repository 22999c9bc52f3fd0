// A sentence that a text editor cut where a sign or a number begins the next line (`# 3`, `- 2026`, `1. million`, `> 5 %`,
// `: enfin`) → what that line became in the middle of it: a heading, a list, a quotation or a definition.
// One that was meant is told from it by the length of the line above, by its own words, and by what is beside it.
import type { Token } from "markdown-it";
import type { Env } from "./env.ts";

export type CutInto = "heading" | "list" | "quotation" | "definition";

const BLOCKS: Readonly<Record<string, CutInto>> = {
  heading_open: "heading",
  bullet_list_open: "list",
  ordered_list_open: "list",
  blockquote_open: "quotation",
  dl_open: "definition",
};

/** Where editors cut lines: an author ended a shorter one, and nobody cut a longer one. */
const [SHORTEST, LONGEST] = [50, 120];
/** A word, and no sign after it that would end the sentence or introduce what follows. */
const UNFINISHED = /[\p{L}\p{N}]$/u;
/** Headings and quotations may begin in lower case. */
const BEGINS: Readonly<Record<CutInto, RegExp>> = {
  heading: /^# +\d/,
  list: /^(?:[-+*]|1[.)]) +[\p{Ll}\d]/u,
  quotation: /^> *\d/,
  definition: /^: +[\p{Ll}\d]/u,
};

/** Of the block at `i`, if the sentence of the line above goes on in it: what it became, and its line, counted from 0. */
export function cutSentence(
  tokens: readonly Token[],
  i: number,
  env: Env,
): { into: CutInto; row: number } | undefined {
  const open = tokens[i];
  const into = open?.level === 0 ? BLOCKS[open.type] : undefined;
  const [first, row] = into === undefined ? [0, 0] : linesAbove(tokens, i);
  if (into === undefined || row === 0) return undefined;
  const lines = env.positions.lines();
  const [before = "", line = ""] = [lines[row - 1], lines[row]];
  if (!UNFINISHED.test(before) || !BEGINS[into].test(line) || before.length > LONGEST) return undefined;
  // A line is cut where not even the sign that begins the next one had its place.
  const widest = Math.max(SHORTEST, ...lines.slice(first, row).map(({ length }) => length - 1));
  return before.length >= widest && goesOn(tokens, i, into) ? { into, row } : undefined;
}

/** The first line of the paragraph that the block is glued to, and the one after its last; zeros if there is none. */
function linesAbove(tokens: readonly Token[], i: number): [number, number] {
  const [start = 0] = tokens[i]?.map ?? [];
  // A term is the line above its definition.
  if (tokens[i]?.type === "dl_open") return [start, start + 1];
  const [first, end] = (tokens[i - 1]?.type === "paragraph_close" ? tokens[i - 2]?.map : undefined) ?? [0, 0];
  return end === start ? [first, end] : [0, 0];
}

/** False where several items follow, also one inside another, or a line that reads as a title. */
function goesOn(tokens: readonly Token[], i: number, into: CutInto): boolean {
  if (into === "heading") {
    const [, inline, , next] = tokens.slice(i, i + 4);
    return /[.,;:!?…]$/.test(inline?.content ?? "") || next?.map?.[0] === inline?.map?.[1];
  }
  // `- 2026.` is an item in an item, on one line.
  const rows = new Set<number | undefined>();
  for (let at = i + 1; (tokens[at]?.level ?? 0) > 0; at++)
    if (/^(?:list_item|d[td])_open$/.test(tokens[at]?.type ?? "")) rows.add(tokens[at]?.map?.[0]);
  return rows.size <= (into === "definition" ? 2 : 1);
}
