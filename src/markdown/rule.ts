// A rule: a name, and how to install it in the parser.
import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import type { Env } from "./env.ts";
import { envOf } from "./env.ts";
import type { Span } from "./positions.ts";
import { isBreak } from "./tokens.ts";

export interface Rule {
  /** Its name in the list of rules and in the tests. */
  name: string;
  install(md: MarkdownIt): void;
}

/** A pass over the finished tokens of a text. */
type Pass = (tokens: Token[], env: Env, state: StateCore) => void;

/** A rule that is one pass, after those of the rules above it in the list. */
export function passRule(name: string, pass: Pass): Rule {
  return {
    name,
    install(md) {
      addPass(md, name, pass);
    },
  };
}

/** For a rule that also does something else: adds a pass after those already added. */
export function addPass(md: MarkdownIt, name: string, pass: Pass): void {
  md.core.ruler.push(name, (state) => {
    pass(state.tokens, envOf(state.env), state);
  });
}

/** What an inline rule returns for characters at its position that stay text, whatever they are. */
export function leaveAsText(state: StateInline, characters: string, silent: boolean): true {
  if (!silent) {
    state.pending += characters;
    envOf(state.env).signs.leaveUnknown();
  }
  state.pos += characters.length;
  return true;
}

/** Calls `visit` for every inline token, with the span of its content; cells of a table use the line of their row. */
export function eachInline(
  tokens: readonly Token[],
  visit: (token: Token, children: Token[], span: Span, index: number) => void,
): void {
  let row: number | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.map !== null) row = token.map[0];
    if (token.type === "inline" && token.children !== null)
      visit(token, token.children, { content: token.content, first: row }, i);
  }
}

/**
 * Calls `visit` for the content of every paragraph, once. The parts of a paragraph split by captioned pictures have the content and
 * the lines of the whole.
 */
export function eachParagraph(tokens: readonly Token[], visit: (inline: Token, index: number) => void): void {
  let last: Token["map"] = null;
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type !== "inline" || tokens[i - 1]?.type !== "paragraph_open") continue;
    if (token.map === null || token.map !== last) visit(token, i);
    last = token.map;
  }
}

/** Whitespace at an end, in sequence, or other than a space. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]/;

/** Text on one line, without leading, trailing or repeated whitespace: nearly every text is so already. */
export function tidied(text: string): string {
  return UNTIDY.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}

/** Text of inline tokens without markup, alternative texts included. */
export function plainText(children: readonly Token[]): string {
  let text = "";
  for (const child of children) {
    if (child.type === "text" || child.type === "code_inline" || child.type === "image")
      text += child.content;
    else if (isBreak(child)) text += " ";
  }
  return text;
}
