// Lines of a paragraph that are each a link, that each begin with a label or an hour (`**Where?** Lyon`, `Place: Lyon`,
// `9:30 Opening`), or that are short and each begin like one of their own (an address, verses) → a note: Markdown joins them.
import type { Token } from "markdown-it";
import { excerpt } from "../excerpt.ts";
import type { Env } from "./env.ts";

/** Editors that wrap lines fill them further than this. */
export const SHORT = 60;
/** What it ends with goes on, or breaks its line on purpose. */
export const GOES_ON =
  /(?:[,:(«–—\\-]|(?:^|[\s'’])(?:an?|and|au|aux|avec|by|ces?|dans|de|des|du|en|et|for|from|in|la|le|les|of|on|or|ou|où|par|pour|que|qui|ses?|son|sur|the|to|un|une|with|à)) ?$| {2}$/iu;

/** Two lines begin this way, one after the other, before anything else is sought: most wrapped lines begin with a small letter. */
const BEGINNINGS =
  /^[ \t]*(?:[\p{Lu}\d*[<+«“"]|https?:|[^\s@<>]{1,60}@)[^\n]*\n[ \t]*(?:[\p{Lu}\d*[<+«“"]|https?:|[^\s@<>]{1,60}@)/mu;
/** The end of a line; two spaces or a backslash would keep the next one apart. */
const END = String.raw`(?<!\\|[ ]{2})(?=\n|$)`;
/** A line that is a link with words that begin like an item, or an address. */
const LINK = String.raw`(?:\[[\p{Lu}\d«“"][^\][\n]*\]\([^()\s]+\)|<?https?:\/\/[^\s<>]+>?) ?${END}`;
/** A label in bold, or a number; or an hour. */
const LABEL = String.raw`(?:\*\*(?:[\p{Lu}\d«“"][^*\n]{0,60}(?:[:?] ?\*\*|\*\*[ \u00a0\u202f]?:)|\d[^*\n]{0,25}\*\*[ \u00a0\u202f])|\d{1,2} ?(?:h(?: ?\d\d)?|:\d\d|[ap]m)(?![\p{L}\d\t]))[^\n]*${END}`;
/** Without bold, a sentence may begin this way: it takes three of them. Numbers with dashes are a list (`rules/literal-lists.ts`). */
const FIELD = String.raw`(?!\d{1,2} ?[–—][ \u00a0\u202f])(?:\p{Lu}[\p{L}\d’' -]{0,25}[ \u00a0\u202f]?:|\d[\p{L}\d/.’'° -]{0,25}?[ \u00a0\u202f]?[:|–—])[ \u00a0\u202f][^\n]+${END}`;
const rows = (line: string, more = ""): RegExp =>
  new RegExp(String.raw`(?<=^|\n)(${line})\n(${line})${more}`, "u");
const LINKS = rows(LINK);
const LABELS = rows(LABEL);
const FIELDS = rows(FIELD, String.raw`\n${FIELD}`);

/** Reports the second of such lines. */
export function lineRows(token: Token, env: Env): void {
  const { content } = token;
  if (!BEGINNINGS.test(content)) return;
  const match =
    (content.includes("://") ? LINKS.exec(content) : null) ?? LABELS.exec(content) ?? FIELDS.exec(content);
  if (match === null) shortLines(token, env);
  else report(token, match.index, [match[1] ?? "", match[2] ?? ""], env);
}

/** A line that begins like one of its own, or is an address alone; numbers typed by hand are a list (`rules/literal-lists.ts`). */
const LINE =
  /^[ \t]*(?:(?!\d{1,3}(?:[.)/°]| ?[-–—]))["“«]?[ \u00a0\u202f]?[\p{Lu}\d]|\+\d|[^\s@<>]+@[^\s@<>]+$)[^|\t]*$/u;
/** A sentence each, or a part of one. */
const STOPS = /[.!?…;][*_»”")]{0,3}$/;

/** Three lines or more that are all short, of which none but the last ends or goes on with a sentence. */
function shortLines(token: Token, env: Env): void {
  const lines = token.content.split("\n");
  if (lines.length < 3 || token.content.length > lines.length * SHORT) return;
  let run = 0;
  let at = 0;
  for (const [i, line] of lines.entries()) {
    run = line.length < SHORT && LINE.test(line) && !line.includes("[") ? run + 1 : 0;
    const [before = "", found = ""] = lines.slice(i - 2, i);
    if (run === 3) {
      if (areWrapped(lines)) return;
      report(token, at - found.length - before.length - 2, [before, found], env);
      return;
    }
    if (STOPS.test(line) || GOES_ON.test(line) || line.endsWith(">")) run = 0;
    at += line.length + 1;
  }
}

/** Nobody wraps lines at less than this. */
const NARROWEST = 36;

/**
 * Each line is as long as it can be: the first word of the next one has no room there. In German, any may begin with a capital;
 * verses all do, and are about as long.
 */
function areWrapped(lines: readonly string[]): boolean {
  if (!lines.some((line) => /^\p{Ll}/u.test(line))) return false;
  let longest = 0;
  for (const { length } of lines) longest = Math.max(longest, length);
  const isFull = (line: string, next = ""): boolean =>
    line.length + (/^\S*/.exec(next)?.[0] ?? "").length >= longest;
  return (
    longest >= NARROWEST && lines.every((line, i) => i === lines.length - 1 || isFull(line, lines[i + 1]))
  );
}

/** `index`: where the first of the two lines begins in the content. */
function report(token: Token, index: number, [before, found]: [string, string], env: Env): void {
  const place = env.positions.in(token, index + before.length + 1);
  env.report("misread-text/rows", place, { found: wordsOf(found), before: wordsOf(before) });
}

/** What readers see of it. */
const wordsOf = (line: string): string =>
  excerpt(/^\[([^\]]+)\]/.exec(line)?.[1] ?? line.replace(/\*\*|<[^<>\n]*>/g, "").trim());
