// A line right under a list or a quotation, at the margin → a note if it reads as a paragraph of its own: Markdown joins it to the
// last item, or to the quotation. Wrapped lines are told from it by their first letter and by the length of the line before.
// Two lines of a paragraph that are each a link → a note: they read as a list, and Markdown joins them.
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import type { Token } from "markdown-it";
import { passRule } from "../rule.ts";

/** Begins a sentence at the margin. */
const BEGINS = /^(?:\*\*|[_*[«“]\s?)?\p{Lu}/u;
/** Nothing follows it on the next line. */
const ENDS = /[.!?;…»”")][*_]{0,2}$/;
/** What it ends with goes on, or breaks its line on purpose. */
const GOES_ON =
  /(?:[,:(«–—\\-]|(?:^|[\s'’])(?:an?|and|au|aux|avec|by|ces?|dans|de|des|du|en|et|for|from|in|la|le|les|of|on|or|ou|où|par|pour|que|qui|ses?|son|sur|the|to|un|une|with|à)) ?$| {2}$/iu;
/** Editors that wrap lines fill them further than this. */
const SHORT = 60;

const LISTS = new Set(["bullet_list_close", "ordered_list_close"]);

export const joinedLines = passRule("joined-lines", (tokens, env) => {
  for (const [i, token] of tokens.entries()) {
    if (token.type !== "inline" || token.map === null || token.map[1] - token.map[0] < 2) continue;
    const end = tokens[i + 2]?.type;
    const inList = end === "list_item_close" && LISTS.has(tokens[i + 3]?.type ?? "");
    if (inList || end === "blockquote_close") report(token.map, inList ? "list" : "quotation", env);
    links(token, env);
  }
});

/** A line that is a link with words that begin like an item, or an address; two spaces at its end would keep the next one apart. */
const LINK = String.raw`(?:\[[\p{Lu}\d«“"][^\][\n]*\]\([^()\s]+\)|<?https?:\/\/[^\s<>]+>?) ?`;
const LINKS = new RegExp(`(?<=^|\\n)(${LINK})\\n(${LINK})(?=\\n|$)`, "u");

function links(token: Token, env: Env): void {
  if (!token.content.includes("://")) return;
  const match = LINKS.exec(token.content);
  if (match === null) return;
  const { 1: before = "", 2: found = "", index } = match;
  const place = env.positions.in(token, index + before.length + 1);
  env.report("misread-text/links", place, { found: wordsOf(found), before: wordsOf(before) });
}

/** What readers see of it. */
const wordsOf = (line: string): string => excerpt(/^\[([^\]]+)\]/.exec(line)?.[1] ?? line.trim());

function report([first, last]: NonNullable<Token["map"]>, where: "list" | "quotation", env: Env): void {
  const lines = env.positions.lines();
  for (let row = first + 1; row < last; row++) {
    const line = lines[row] ?? "";
    // Indented, or with the sign of the quotation: it belongs there.
    if (/^[\s>]/.test(line)) continue;
    const before = lines[row - 1] ?? "";
    if (!BEGINS.test(line) || GOES_ON.test(before) || !(ENDS.test(before.trimEnd()) || before.length < SHORT))
      return;
    const params = {
      found: excerpt(line),
      before: excerpt(before.replace(/^[\s>*+-]+|^\s*\d+[.)]\s+/, "")),
      where,
    };
    env.report("misread-text/joined", env.positions.line(row), params);
    return;
  }
}
