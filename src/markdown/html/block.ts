// A block of raw HTML → where it ends. CommonMark lets one that is never closed run to the end of the text, which would hide the rest
// of the page, and one without an empty line below it swallow the caption under a film.
import type { MarkdownIt } from "markdown-it";
import readHtml from "markdown-it/lib/rules_block/html_block.mjs";
import { envOf } from "../env.ts";
import { lexHtml } from "./lexer.ts";
import { VOID } from "./policy.ts";

type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];
type State = Parameters<BlockRule>[0];

const CODE_END = /<\/(?:script|pre|style|textarea)>/gi;
/** What may run to the end of the text, and what ends it. */
const OPENINGS: readonly [opening: RegExp, closing: RegExp][] = [
  [/<!--/y, /-->/g],
  [/<(?:script|style|pre|textarea)(?=[\s>])/iy, CODE_END],
  [/<\?/y, /\?>/g],
  [/<!\[CDATA\[/y, /\]\]>/g],
  [/<![a-z]/iy, />/g],
];

/** The rule `html_block`: a block that is never closed ends at an empty line, and one of media before a line in italics. */
export const htmlBlock: BlockRule = (state, startLine, endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (silent || state.src.charCodeAt(start) !== 0x3c) return readHtml(state, startLine, endLine, silent);
  const opening = OPENINGS.find(([opens]) => ((opens.lastIndex = start), opens.test(state.src)));
  if (opening === undefined)
    return withCaption(state, startLine, endLine) || readHtml(state, startLine, endLine, false);
  const ends = closes(state.src, start, opening, envOf(state.env).neverClosed);
  return readHtml(state, startLine, ends ? endLine : emptyLine(state, startLine, endLine), false);
};

function closes(
  src: string,
  start: number,
  [opens, closing]: (typeof OPENINGS)[number],
  never: Set<string>,
): boolean {
  // What is not closed after one place is not closed after a later one: this searches once, not at every line.
  if (never.has(opens.source)) return false;
  closing.lastIndex = start + 2;
  const closed = closing.test(src);
  if (!closed) never.add(opens.source);
  return closed;
}

function emptyLine(state: State, startLine: number, endLine: number): number {
  let end = startLine + 1;
  while (end < endLine && !state.isEmpty(end)) end++;
  return end;
}

const BEGINS = /^<(?:img|iframe|video|audio|blockquote|table|a|p|div|center)[\s>]/i;
const MEDIA = /<(?:img|iframe|video|audio|blockquote|table)[\s>]/i;
const CAPTION = /^(.*>)?[ \t]*(\*[^\s*].*\*|_[^\s_].*_)[ \t]*$/;
/** Maximum number of lines of a film and the elements around it. */
const MOST_LINES = 30;

/**
 * A picture or a film whose elements are all closed, and a text in italics right behind or under it: that is a caption, and a
 * paragraph of Markdown.
 */
function withCaption(state: State, startLine: number, endLine: number): boolean {
  if (!BEGINS.test(lineOf(state, startLine))) return false;
  const last = Math.min(endLine, startLine + MOST_LINES);
  for (let line = startLine; line < last && !state.isEmpty(line); line++) {
    const [, before = "", caption] = CAPTION.exec(lineOf(state, line)) ?? [];
    if (caption === undefined) continue;
    const html = state.getLines(startLine, line, state.blkIndent, true) + before;
    if (!MEDIA.test(html) || !isClosed(html)) return false;
    const block = state.push("html_block", "", 0);
    block.content = html;
    block.map = [startLine, line];
    state.push("paragraph_open", "p", 1).map = [line, line + 1];
    const inline = state.push("inline", "", 0);
    [inline.content, inline.map, inline.children] = [caption, [line, line + 1], []];
    state.push("paragraph_close", "p", -1);
    state.line = line + 1;
    return true;
  }
  return false;
}

const lineOf = (state: State, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);

function isClosed(html: string): boolean {
  const open: string[] = [];
  for (const event of lexHtml(html)) {
    if (event.kind === "open" && !VOID.has(event.name)) open.push(event.name);
    if (event.kind === "close" && open.pop() !== event.name) return false;
  }
  return open.length === 0;
}
