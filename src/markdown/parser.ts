// The first two phases, blocks and inline: markdown-it, with CommonMark and the extensions that the README promises.
// The result is tokens, of which build-tree.ts makes a tree.
import { alert } from "@mdit/plugin-alert";
import MarkdownIt, { type PluginSimple, type StateInline, type Token } from "markdown-it";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import readHtml from "markdown-it/lib/rules_block/html_block.mjs";
import { linkAddresses } from "./autolinks.ts";
import { BRACES } from "./attributes.ts";
import { envOf, type Env } from "./env.ts";
import { directive } from "./players.ts";

/** Maximum nesting of blocks: markdown-it's own limit, which its types do not declare. */
const MAX_NESTING = 100;
/** A list adds two levels at once and a paragraph one more: stops while they still fit. */
const MARGIN = 4;

export const CALLOUTS = ["note", "tip", "important", "warning", "caution"] as const;

/** A parser that follows CommonMark 0.31, without extensions: its output is not safe. */
export function createCore(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  return md.disable(["table", "strikethrough", "linkify", "replacements", "smartquotes"]);
}

/** The parser of a site's texts: it is called with an `Env`. */
export function createParser(): MarkdownIt {
  const md = createCore().enable(["table", "strikethrough"]);
  // normalise.ts did it.
  md.disable("normalize");
  // Blocks, in the order in which they are tried.
  md.use(alert, { alertNames: [...CALLOUTS], deep: true });
  md.use(deflist);
  // Its published types come from markdown-it's CommonJS build, which TypeScript treats as a different parser.
  md.use(footnote as unknown as PluginSimple);
  md.block.ruler.before("table", "nesting", tooDeep);
  md.block.ruler.at("html_block", htmlBlock, { alt: ["paragraph", "reference", "blockquote"] });
  md.block.ruler.before("paragraph", "directive", directive, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.core.ruler.after("block", "long-references", ({ env }) => {
    dropLongReferences(envOf(env).references);
  });
  // Inline.
  keepOffsets(md);
  linkAddresses(md);
  md.inline.ruler.at("text", text);
  md.inline.ruler.before("emphasis", "attributes", braces);
  md.inline.ruler.before("link", "unclosed", unclosedBracket);
  // All addresses are parsed as links, so that a refused one can be reported and its text kept.
  md.validateLink = () => true;
  const encode = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => (PLAIN_ADDRESS.test(url) ? url : encode(url));
  return md;
}

/** Nearly every address has nothing to encode. */
const PLAIN_ADDRESS = /^(?:https?:\/\/[a-z0-9.-]+)?(?:[/#][\w./#-]*)?$/;

export type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];
type State = Parameters<BlockRule>[0];

/** markdown-it drops what is nested too deeply: it becomes a paragraph here, so that no text is lost. */
const tooDeep: BlockRule = (state, startLine, endLine, silent) => {
  if (state.level < MAX_NESTING - MARGIN) return false;
  if (silent) return true;
  const text = state.getLines(startLine, endLine, state.blkIndent, false).trim();
  addParagraph(state, text, [startLine, endLine]);
  state.line = endLine;
  return true;
};

const CODE_END = /<\/(?:script|pre|style|textarea)>/gi;
/** What may run to the end of the text, and what ends it. */
const OPENINGS: readonly [opening: RegExp, closing: RegExp][] = [
  [/<!--/y, /-->/g],
  [/<(?:script|style|pre|textarea)(?=[\s>])/iy, CODE_END],
  [/<\?/y, /\?>/g],
  [/<!\[CDATA\[/y, /\]\]>/g],
  [/<![a-z]/iy, />/g],
];

/**
 * The rule `html_block`. CommonMark lets a block that is never closed run to the end of the text, which would hide the rest of the
 * page: it ends at an empty line. One of media ends before a line in italics, its caption.
 */
const htmlBlock: BlockRule = (state, startLine, endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (silent || state.src.charCodeAt(start) !== 0x3c) return readHtml(state, startLine, endLine, silent);
  const opening = OPENINGS.find(([opens]) => ((opens.lastIndex = start), opens.test(state.src)));
  if (opening === undefined)
    return withCaption(state, startLine, endLine) || readHtml(state, startLine, endLine, false);
  // What is not closed after one place is not closed after a later one: this searches once, not at every line.
  const [, closing] = opening;
  const { neverClosed } = envOf(state.env);
  closing.lastIndex = start + 2;
  if (!neverClosed.has(closing) && closing.test(state.src)) return readHtml(state, startLine, endLine, false);
  neverClosed.add(closing);
  let end = startLine + 1;
  while (end < endLine && !state.isEmpty(end)) end++;
  return readHtml(state, startLine, end, false);
};

const BEGINS = /^<(?:img|iframe|video|audio|blockquote|table|a|p|div|center)[\s>]/i;
const MEDIA = /<img\s[^<>]*>|<\/(?:iframe|video|audio|blockquote|table)>/i;
const CAPTION = /^(.*>)?[ \t]*(\*[^\s*].*\*|_[^\s_].*_)[ \t]*$/;
/** Maximum number of lines of a film and the elements around it. */
const MOST_LINES = 30;

/** A picture or a film, and a text in italics right behind or under it: that is a caption, and a paragraph of Markdown. */
function withCaption(state: State, startLine: number, endLine: number): boolean {
  const lineOf = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  if (!BEGINS.test(lineOf(startLine))) return false;
  const last = Math.min(endLine, startLine + MOST_LINES);
  for (let line = startLine; line < last && !state.isEmpty(line); line++) {
    const [, before = "", caption] = CAPTION.exec(lineOf(line)) ?? [];
    if (caption === undefined) continue;
    const html = state.getLines(startLine, line, state.blkIndent, true) + before;
    if (!MEDIA.test(html)) return false;
    const block = state.push("html_block", "", 0);
    [block.content, block.map] = [html, [startLine, line]];
    addParagraph(state, caption, [line, line + 1]);
    state.line = line + 1;
    return true;
  }
  return false;
}

/** A paragraph of these lines, with its text. */
function addParagraph(state: State, text: string, map: [number, number]): void {
  state.push("paragraph_open", "p", 1).map = map;
  const inline = state.push("inline", "", 0);
  [inline.content, inline.map, inline.children] = [text, map, []];
  state.push("paragraph_close", "p", -1);
}

/**
 * Each use of `[a]: …` repeats its address: a text of a megabyte would make a page of gigabytes. No address that a person pastes is as
 * long, and a picture as `data:` never reaches the page.
 */
function dropLongReferences(references: Env["references"]): void {
  for (const [label, { href = "", title = "" } = {}] of Object.entries(references))
    if (href.length + title.length > 1000 && !/^data:/i.test(href)) references[label] = undefined;
}

/** Stops only where a rule of this parser may begin; markdown-it's own also stops at the signs of other plugins, as each hyphen. */
const TEXT = /[^\n!&*:<[\\\]^_`{~]+/y;

/** The rule `text`. */
function text(state: StateInline, silent: boolean): boolean {
  TEXT.lastIndex = state.pos;
  if (!TEXT.test(state.src)) return false;
  const end = Math.min(TEXT.lastIndex, state.posMax);
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

/** markdown-it keeps no offsets: those of links, pictures and tags are in `map`, which has no other use there. */
function keepOffsets(md: MarkdownIt): void {
  const Base = md.inline.State;
  md.inline.State = class extends Base {
    override push(type: string, tag: string, nesting: Token["nesting"]): Token {
      const token = super.push(type, tag, nesting);
      if (type === "link_open") token.map = [linkStart(this.src, this.pos), this.pos];
      else if (type === "image" || type === "html_inline") token.map = [this.pos, this.pos];
      return token;
    }
  };
}

/** The token of a link is made after its `[`; that of a bare address, at its colon. */
function linkStart(src: string, pos: number): number {
  if (src[pos - 1] === "[") return pos - 1;
  let start = pos;
  if (src[pos] === ":") while (/[a-z]/i.test(src[start - 1] ?? "")) start--;
  return start;
}

/** Braces of attributes are text until attributes.ts reads them, so that their signs are not parsed as emphasis. */
function braces(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x7b || !/[)\]*_`>~}]/.test(src.charAt(pos - 1))) return false;
  BRACES.lastIndex = pos;
  const [found] = BRACES.exec(src) ?? [];
  if (found === undefined || pos + found.length > state.posMax) return false;
  if (!silent) state.pending += found;
  state.pos += found.length;
  return true;
}

/** `[`, `![` and `^[` that no bracket closes in the rest of the text: at each, the parser would read all of it. */
function unclosedBracket(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const sign = /^(?:!\[|\^\[|\[)/.exec(src.slice(pos, pos + 2))?.[0];
  if (sign === undefined) return false;
  const env = envOf(state.env);
  if (env.bracket.src !== src || env.bracket.at < pos) {
    const at = src.indexOf("]", pos);
    env.bracket = { src, at: at < 0 ? Infinity : at };
  }
  if (env.bracket.at < posMax) return false;
  if (!silent) state.pending += sign;
  state.pos += sign.length;
  return true;
}
