// A line right under a list or a quotation, at the margin → a note if it reads as a paragraph of its own: Markdown joins it to the
// last item, or to the quotation. Wrapped lines are told from it by their first letter and by the length of the line before.
// Lines of a paragraph that are each a link, that each begin with a label (`**Where?** Lyon`, `Place: Lyon`, `9:30 | Opening`), or
// that are short and each begin like one (an address, verses) → a note: they read as separate lines, and Markdown joins them.
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
  let looked: Token["map"] = null;
  for (const [i, token] of tokens.entries()) {
    if (token.type !== "inline" || token.map === null || token.map[1] - token.map[0] < 2) continue;
    const end = tokens[i + 2]?.type;
    const inList = end === "list_item_close" && LISTS.has(tokens[i + 3]?.type ?? "");
    const where = inList ? "list" : end === "blockquote_close" ? "quotation" : undefined;
    if (where !== undefined && atMargin(token.map, where, env)) continue;
    // Parts of a paragraph split by captioned pictures keep the content of the whole, and its position.
    if (token.map !== looked) inRows(token, env);
    looked = token.map;
  }
});

/** The end of a line; two spaces or a backslash would keep the next one apart. */
const END = String.raw`(?<!\\|[ ]{2})(?=\n|$)`;
/** A line that is a link with words that begin like an item, or an address. */
const LINK = String.raw`(?:\[[\p{Lu}\d«“"][^\][\n]*\]\([^()\s]+\)|<?https?:\/\/[^\s<>]+>?) ?${END}`;
const LABEL = String.raw`\*\*[\p{Lu}\d«“"][^*\n]{0,60}(?:[:?] ?\*\*|\*\*[ \u00a0\u202f]?:)[^\n]*${END}`;
/** Without bold, a sentence may begin this way: it takes three of them. */
const FIELD = String.raw`(?:\p{Lu}[\p{L}\d’' -]{0,25}[ \u00a0\u202f]?:|\d[\p{L}\d/.’'° -]{0,25}?[ \u00a0\u202f]?[:|–—])[ \u00a0\u202f][^\n]+${END}`;
const rows = (line: string, more = ""): RegExp =>
  new RegExp(String.raw`(?<=^|\n)(${line})\n(${line})${more}`, "u");
const LINKS = rows(LINK);
const LABELS = rows(LABEL);
const FIELDS = rows(FIELD, String.raw`\n${FIELD}`);

function inRows(token: Token, env: Env): void {
  const { content } = token;
  const match =
    (content.includes("://") ? LINKS.exec(content) : null) ??
    (content.includes("**") ? LABELS.exec(content) : null) ??
    FIELDS.exec(content);
  if (match === null) {
    shortLines(token, env);
    return;
  }
  const { 1: before = "", 2: found = "", index } = match;
  const place = env.positions.in(token, index + before.length + 1);
  env.report("misread-text/rows", place, { found: wordsOf(found), before: wordsOf(before) });
}

/** A line that begins like one of its own, or is an address alone; numbers typed by hand are a list (`literal-lists.ts`). */
const LINE =
  /^[ \t]*(?:(?!\d{1,3}(?:[.)/°]| ?[-–—]))["“«]?[ \u00a0\u202f]?[\p{Lu}\d]|\+\d|[^\s@<>]+@[^\s@<>]+$)[^|\t]*$/u;
/** A sentence each, or a part of one. */
const STOPS = /[.!?…;][*_»”")]{0,3}$/;

/** Reports the second of three lines or more that are all short, of which none but the last ends or goes on with a sentence. */
function shortLines(token: Token, env: Env): void {
  const lines = token.content.split("\n");
  if (lines.length < 3 || token.content.length > lines.length * SHORT) return;
  let run = 0;
  for (const [i, line] of lines.entries()) {
    run = line.length < SHORT && LINE.test(line) && !line.includes("[") ? run + 1 : 0;
    if (run < 3) {
      if (STOPS.test(line) || GOES_ON.test(line) || line.endsWith(">")) run = 0;
      continue;
    }
    const [before = "", found = ""] = lines.slice(i - 2);
    const place = env.positions.in(token, lines.slice(0, i - 1).join("\n").length + 1);
    env.report("misread-text/rows", place, { found: wordsOf(found), before: wordsOf(before) });
    return;
  }
}

/** What readers see of it. */
const wordsOf = (line: string): string =>
  excerpt(/^\[([^\]]+)\]/.exec(line)?.[1] ?? line.replace(/\*\*|<[^<>\n]*>/g, "").trim());

/** Reports the first line at the margin, if it reads as a paragraph of its own. */
function atMargin([first, last]: NonNullable<Token["map"]>, where: "list" | "quotation", env: Env): boolean {
  const lines = env.positions.lines();
  for (let row = first + 1; row < last; row++) {
    const line = lines[row] ?? "";
    // Indented, or with the sign of the quotation: it belongs there.
    if (/^[\s>]/.test(line)) continue;
    const before = lines[row - 1] ?? "";
    if (!BEGINS.test(line) || GOES_ON.test(before) || !(ENDS.test(before.trimEnd()) || before.length < SHORT))
      return false;
    const params = {
      found: excerpt(line),
      before: excerpt(before.replace(/^[\s>*+-]+|^\s*\d+[.)]\s+/, "")),
      where,
    };
    env.report("misread-text/joined", env.positions.line(row), params);
    return true;
  }
  return false;
}
