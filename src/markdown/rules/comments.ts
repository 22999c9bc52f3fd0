// A comment that hides more than it was meant to → a warning. With the opening of another inside, it was never closed, and hides the
// text up to the end of the second; or it was meant to contain the second, and ends with it: what follows is shown, its `-->` too.
// One that begins in a block of raw HTML and has no end hides the rest of the block; unclosed-html.ts reports one that begins a block.
import { lineStarts } from "../../lines.ts";
import type { Env } from "../env.ts";
import { spanOf, type Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";

const OPENS = "<!--";
/** One that is never closed contains all others. */
const COMMENT = /<!--(?!-?>)([^]*?)(-->|$)/g;
/** The text up to an end that nothing opens. An arrow stands within a line. */
const LONE_END = /(?:(?!<!--)[^])*?-->[ \t]*(?:\n|$)/y;

export const comments = passRule("comments", (tokens, env) => {
  if (!env.holds(OPENS)) return;
  let starts: number[] | undefined;
  const visit = (html: string, span: Span, from: number): void => {
    for (const { 0: comment, 1: inside = "", 2: end, index } of html.matchAll(COMMENT))
      if (end === "") {
        if (html.slice(0, index).trim() !== "")
          env.report("dropped-html/unclosed", env.positions.at(span, index), UNCLOSED);
      } else if (inside.includes(OPENS))
        report(comment, from + index, span, (starts ??= lineStarts(env.source.body)), env);
  };
  for (const token of tokens) if (token.type === "html_block") visit(token.content, spanOf(token), 0);
  eachInline(tokens, (_inline, children, span) => {
    let end = 0;
    for (const { type, content } of children) {
      if (type !== "html_inline" || !content.startsWith(OPENS)) continue;
      const at = span.content.indexOf(content, end);
      visit(content, span, at);
      end = at + content.length;
    }
  });
});

const UNCLOSED = { opening: OPENS, closing: "-->" };

function report(comment: string, at: number, span: Span, starts: readonly number[], env: Env): void {
  const { line } = env.positions.at(span, at + comment.indexOf(OPENS, 1));
  const end = env.positions.at(span, at + comment.length);
  LONE_END.lastIndex = (starts[end.line - env.source.bodyLine] ?? 0) + end.column - 1;
  const kind = LONE_END.test(env.source.body)
    ? "dropped-html/nested-comment"
    : "dropped-html/unclosed-comment";
  env.report(kind, env.positions.at(span, at), { line });
}
