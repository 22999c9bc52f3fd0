// The first two phases, blocks and inline: markdown-it, with CommonMark and the extensions that the README promises.
// What they leave are tokens, of which build-tree.ts makes a tree.
import { alert } from "@mdit/plugin-alert";
import MarkdownIt, { type PluginSimple, type StateInline, type Token } from "markdown-it";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import { linkAddresses } from "./autolinks.ts";
import { BRACES } from "./attributes.ts";
import { envOf } from "./env.ts";
import { htmlBlock } from "./html/block.ts";
import { directive } from "./directive.ts";

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
  // Between blocks and inline.
  md.core.ruler.after("block", "long-references", (state) => {
    dropLongReferences(envOf(state.env).references);
  });
  // Inline.
  keepOffsets(md);
  linkAddresses(md);
  md.inline.ruler.before("emphasis", "attributes", braces);
  md.inline.ruler.before("link", "unclosed", unclosedBracket);
  // build-tree.ts gathers the notes, in time that grows with the text and not with its square.
  md.core.ruler.disable("footnote_tail");
  // All addresses are parsed as links, so that a refused one can be reported and its text kept.
  md.validateLink = () => true;
  return md;
}

type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];

/** markdown-it drops what is nested too deeply: it becomes a paragraph here, so that no text is lost. */
const tooDeep: BlockRule = (state, startLine, endLine, silent) => {
  if (state.level < MAX_NESTING - MARGIN) return false;
  if (silent) return true;
  state.push("paragraph_open", "p", 1).map = [startLine, endLine];
  const inline = state.push("inline", "", 0);
  inline.map = [startLine, endLine];
  inline.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = endLine;
  return true;
};

/** In characters, with the title: no address that a person pastes is as long. */
const LONGEST_REFERENCE = 1000;

/**
 * Each use of `[a]: …` repeats its address: a text of a megabyte would make a page of gigabytes. A picture as `data:` never reaches
 * the page.
 */
function dropLongReferences(references: Record<string, { href: string; title: string } | undefined>): void {
  for (const [label, target] of Object.entries(references))
    if (
      target &&
      target.href.length + target.title.length > LONGEST_REFERENCE &&
      !/^data:/i.test(target.href)
    )
      references[label] = undefined;
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
