// `~~text~~` and `~text~` → deleted text (https://github.github.com/gfm/#strikethrough-extension-).
// It is not in CommonMark, so it is a rule; `del` says that the text was removed, which `s` does not.
import type { MarkdownIt, StateInline, Token } from "markdown-it";
import type { Rule } from "../rule.ts";

const TILDE = 0x7e;
/** Pairs have equal markers: a single tilde needs a marker of its own, so as not to close a double one. */
const SINGLE = -TILDE;

export const strikethrough: Rule = {
  name: "strikethrough",
  install(md: MarkdownIt) {
    md.enable("strikethrough");
    md.inline.ruler.at("strikethrough", tokenize);
    md.inline.ruler2.at("strikethrough", (state) => {
      strike(state.delimiters, state.tokens);
      for (const meta of state.tokens_meta) if (meta !== null) strike(meta.delimiters, state.tokens);
      return false;
    });
  },
};

function tokenize(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false;
  const single = state.src.charCodeAt(state.pos + 1) !== TILDE;
  // A single tilde inside a word is a subscript in other dialects, as in `H~2~O`.
  const { can_open, can_close, length } = state.scanDelims(state.pos, !single);
  state.push("text", "", 0).content = "~".repeat(length);
  if (length <= 2) {
    const token = state.tokens.length - 1;
    const marker = single ? SINGLE : TILDE;
    state.delimiters.push({ marker, length: 0, token, end: -1, open: can_open, close: can_close });
  }
  state.pos += length;
  return true;
}

function strike(delimiters: StateInline["delimiters"], tokens: readonly Token[]): void {
  for (const { marker, token, end } of delimiters) {
    if (end < 0 || (marker !== TILDE && marker !== SINGLE)) continue;
    become(tokens[token], "s_open", 1);
    become(tokens[delimiters[end]?.token ?? -1], "s_close", -1);
  }
}

function become(token: Token | undefined, type: string, nesting: Token["nesting"]): void {
  if (token === undefined) return;
  token.type = type;
  token.tag = "del";
  token.nesting = nesting;
  token.markup = token.content;
  token.content = "";
}
