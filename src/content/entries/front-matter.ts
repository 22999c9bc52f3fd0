// Splits a post into its front matter and its body.
// Only a first line that is exactly `---` opens front matter, and only such a line closes it (blanks at its end do not count).
// A line that resembles either is reported, so that front matter is never printed on a page, nor the text of a post read as
// front matter.
import { problem, topOf, type Problem } from "../../problems.ts";
import { readFileName } from "../file-names.ts";
import { foreignHead } from "./foreign-head.ts";
import { meantKey } from "../key-names.ts";
import { firstMark, holdsMark } from "../merge-marks.ts";
import { FRONT_MATTER_KEYS } from "../schema.ts";
import { excerpt } from "../../excerpt.ts";
import { headingIn } from "../text.ts";
import { quote } from "../yaml/quoting.ts";

export interface Split {
  /** Text between the two lines, without them. */
  head: string;
  body: Buffer;
  /** Line of the file on which `body` begins, from 1. */
  bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

/** A line of two hyphens or more, or of dashes that a word processor made of them. A single hyphen is a list item. */
const DASHES = /^(?:--+|-*[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]*)[ \t]*$/m;

/** Splits a UTF-8 text whose line ends are `\n`. The first line of `head` is line 2 of the file. */
export function splitFrontMatter(file: string, bytes: Buffer): { split: Split } | { problem: Problem } {
  const first = lineAt(bytes, 0);
  if (!FENCE.test(first)) return { problem: opening(file, bytes.toString(), first) };
  const end = bytes.indexOf("\n---");
  if (end < 0) return { problem: unclosed(file, bytes.toString()) };
  const head = bytes.toString("utf8", bytes.indexOf("\n") + 1, end + 1);
  if (holdsMark(head)) return { problem: merging(file, head.split("\n"), 2) };
  const dashes = DASHES.exec(head);
  if (dashes !== null) return { problem: closing(file, head.slice(0, dashes.index), dashes[0]) };
  const fence = lineAt(bytes, end + 1);
  if (!FENCE.test(fence)) return { problem: closing(file, head, fence) };
  // Fences are ASCII: one byte per character.
  const bodyLine = head.split("\n").length + 2;
  return { split: { head, body: bytes.subarray(end + fence.length + 2), bodyLine } };
}

/** Reports a line after the front matter that resembles the closing line. */
function closing(file: string, head: string, found: string): Problem {
  const line = head.split("\n").length + 1;
  return problem("front-matter/closing", { file, line, column: 1 }, { found: excerpt(found) });
}

/** Reports the mark of an unresolved merge; `first` is the number of the first line. */
function merging(file: string, lines: readonly string[], first: number): Problem {
  return problem("front-matter/merge", { file, line: first + firstMark(lines), column: 1 }, {});
}

function unclosed(file: string, text: string): Problem {
  const lines = text.split("\n");
  const last = lastKeyLine(lines);
  if (holdsMark(lines[last] ?? "")) return merging(file, lines, 1);
  const after = lines.findIndex((line, i) => i >= last && line.trim() !== "");
  const found = lines[after] ?? "";
  if (after > 0 && DASHES.test(found)) return closing(file, lines.slice(1, after + 1).join("\n"), found);
  return problem("front-matter/unclosed", topOf(file), {});
}

/** The line that begins at a byte offset. */
function lineAt(bytes: Buffer, from: number): string {
  const end = bytes.indexOf("\n", from);
  return bytes.toString("utf8", from, end < 0 ? bytes.length : end);
}

/** Reports what is wrong with the first line. */
function opening(file: string, text: string, first: string): Problem {
  const place = topOf(file);
  if (text.trim() === "") return problem("front-matter/empty-file", place, {});
  if (holdsMark(first)) return merging(file, [first], 1);
  const found = excerpt(first);
  const unseen = INVISIBLE.exec(first)?.[0];
  if (unseen !== undefined && FENCE.test(first.replace(INVISIBLES, "")))
    return problem("front-matter/invisible", place, { character: codePoint(unseen) });
  if (first.startsWith("---")) return problem("front-matter/opening", place, { found });
  const lines = text.split("\n", 40);
  if (DASHES.test(first) && KEY.test(lines.slice(1).find((line) => line.trim() !== "") ?? ""))
    return problem("front-matter/opening", place, { found });
  const foreign = foreignHead(lines);
  if (foreign !== undefined) return problem("front-matter/foreign", place, foreign);
  const fence = lines.findIndex((line) => /^\s*---[ \t]*$/.test(line));
  if (fence > 0 && lines.slice(0, fence).every((line) => line.trim() === ""))
    return problem("front-matter/blank-before", place, { line: fence + 1 });
  if (fence === 0) return problem("front-matter/opening", place, { found: first });
  const bare = withoutFences(lines);
  if (bare !== undefined)
    return problem(`front-matter/${bare.fix === undefined ? "no-opening" : "no-fences"}`, place, bare);
  const key = lines.slice(fence + 1).some((line) => /^[a-zA-Z_-]+:/.test(line));
  if (fence > 0 && key) return problem("front-matter/text-before", place, { line: fence + 1 });
  return problem("front-matter/none", place, {}, withTitle(titleOf(file, lines)));
}

const withTitle = (title: string | undefined): string | undefined =>
  title === undefined ? undefined : `---\ntitle: ${title}\n---`;

/** Characters that show nothing: a byte-order mark that follows another, marks of direction, spaces without width. */
const INVISIBLE = /\p{Cf}/u;
const INVISIBLES = new RegExp(INVISIBLE, "gu");

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The heading that a text begins with, its title below other lines, or the words that its file is named after, as a value. */
function titleOf(file: string, lines: readonly string[]): string | undefined {
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const below = lines.filter((line) => /^#[ \t]/.test(line));
  const found = headingIn(first) ?? (below.length === 1 ? headingIn(below[0] ?? "") : undefined) ?? "";
  const heading = excerpt(found.replace(/\*\*|__/g, ""), 200);
  const { slug } = readFileName(file, new Set());
  const title = heading === "" && /\S\s\S/.test(slug) ? slug : heading;
  return title === "" ? undefined : quote(title);
}

const KEY = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*:(?:\s|$)/u;
const OF_HEAD = /^[\p{L}\p{N}_-]+[ \t]*:(?:\s|$)|^\s*- |^\s+\S|^[\]}]|^\s*#/u;
/** Limits, in lines and in characters, of what is shown between fences. */
const MOST_SHOWN = [12, 600] as const;

/**
 * Front matter without an opening line: its first line, the number of its last, and, if the closing line is missing too, the
 * lines to paste.
 */
function withoutFences(lines: readonly string[]): { found: string; last: number; fix?: string } | undefined {
  const start = lines.findIndex((line) => line.trim() !== "");
  const end = lines.findIndex((line, i) => i > start && (FENCE.test(line) || DASHES.test(line)));
  const found = excerpt(lines[start] ?? "");
  if (end > 0) {
    const head = lines.slice(start, end).filter((line) => line.trim() !== "");
    if (isHead(head)) return { found, last: end };
  }
  const blank = lines.findIndex((line, i) => i > start && line.trim() === "");
  const head = lines.slice(start, blank < 0 ? undefined : blank);
  if (!isHead(head)) return undefined;
  const shown = ["---", ...head, "---"].join("\n");
  const isShort = head.length <= MOST_SHOWN[0] && shown.length <= MOST_SHOWN[1];
  return { found, last: start + head.length, fix: isShort ? shown : "---" };
}

/** True if all lines may be front matter, and one has a key of Carnet's or a title: a text may begin with "Note: …". */
function isHead(lines: readonly string[]): boolean {
  const isOurs = (line: string): boolean => {
    const key = KEY.exec(line)?.[1] ?? "";
    return FRONT_MATTER_KEYS.includes(key) || (key !== "" && meantKey(key, ["title"]) !== undefined);
  };
  return KEY.test(lines[0] ?? "") && lines.every((line) => OF_HEAD.test(line)) && lines.some(isOurs);
}

/** Number of the last line that still looks like front matter, if the closing line is missing. */
function lastKeyLine(lines: readonly string[]): number {
  let last = 1;
  for (let i = 1; i < lines.length; i++) {
    if (/^[\w-]+:(\s|$)|^\s*- |^\s+\S|^[\]}]/.test(lines[i] ?? "")) last = i + 1;
    else break;
  }
  return last;
}
