// Markdown typed directly after raw HTML, without a blank line → a text of its own; elsewhere in HTML, a warning.
// CommonMark prints such text as it is, with its markers. Runs between block and inline parsing, so that the new text is
// parsed.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { envOf } from "../env.ts";
import type { Range } from "../html/events.ts";
import { lexHtml } from "../html/lexer.ts";
import { readCaptionHtml, readMediaHtml } from "../html/media-html.ts";
import type { Rule } from "../rule.ts";
import { makeToken } from "../tokens.ts";
import { isPlayer } from "./players.ts";
import { excerpt } from "../../excerpt.ts";
import { findBlockLines, findMarkdown, markdownAsHtml, readGluedText } from "../html/glued-text.ts";

export const gluedHtml: Rule = {
  name: "glued-html",
  install(md: MarkdownIt) {
    md.core.ruler.after("block", "glued-html", (state) => {
      const env = envOf(state.env);
      if (!env.holds("<") || !/<[a-z]/i.test(env.source.body)) return;
      const out: Token[] = [];
      for (const token of state.tokens) {
        if (token.type === "html_block") {
          reportLines(token, env);
          out.push(...htmlBlock(token, out, env));
        } else out.push(token);
      }
      state.tokens = out;
    });
  },
};

function htmlBlock(token: Token, before: readonly Token[], env: Env): Token[] {
  const { content } = token;
  const caption = followsMedia(before) ? readCaptionHtml(content) : undefined;
  if (caption !== undefined) return paragraph(token, caption);
  if (!/[*_[]|<(?:em|i|small)[\s>]/.test(content)) return [token];
  const found = readMediaHtml(content);
  if (found?.rest !== undefined && /^(?:[*_]|<(?:em|i|small)[\s>])/i.test(content.slice(found.rest.start))) {
    const { media, rest, wrapped } = found;
    return [
      ...(wrapped ? part(token, { start: 0, end: media.start }) : []),
      ...part(token, media),
      ...paragraph(token, rest),
      ...(wrapped ? part(token, { start: rest.end, end: content.length }) : []),
    ];
  }
  const glued = readGluedText(content);
  const pieces =
    glued === undefined
      ? [token]
      : [...part(token, { start: 0, end: glued.start }), ...paragraph(token, glued)];
  const [html] = pieces;
  const literal = html?.type === "html_block" ? findMarkdown(html.content, lexHtml(html.content)) : undefined;
  if (html !== undefined && literal !== undefined) {
    const shown = html.content.slice(literal.start, literal.end).replace(/\s+/g, " ");
    const place = env.positions.in(html, literal.start);
    env.report("literal-emphasis/html", place, { found: shown, fix: markdownAsHtml(shown) });
  }
  return pieces;
}

const BELOW_TAG = {
  heading: "literal-heading/html",
  list: "literal-list/html",
  quotation: "literal-markup/html",
  table: "literal-table/html",
  code: "literal-markup/html",
  rule: "literal-markup/html",
} as const;

/** Headings, lists and other blocks below a tag, without the empty line that would end the HTML. */
function reportLines(token: Token, env: Env): void {
  for (const { start, end, kind } of findBlockLines(token.content)) {
    const found = excerpt(token.content.slice(start, end));
    env.report(BELOW_TAG[kind], env.positions.in(token, start), { found });
  }
}

/** Whether the block just above shows a picture, a video or a quotation. */
function followsMedia(before: readonly Token[]): boolean {
  const last = before.at(-1);
  if (last?.type === "html_block")
    return /<(?:img|iframe|video|audio|blockquote|table)[\s>]/i.test(last.content);
  if (last?.type !== "paragraph_close") return isPlayer(last);
  const inline = before.at(-2);
  return (
    inline?.type === "inline" && /^\s*\[?!\[|<img[\s>]|<video[\s>]|<audio[\s>]|^https?:/i.test(inline.content)
  );
}

const newlines = (text: string): number => text.split("\n").length - 1;

/** The lines of the body that a part of a token's content comes from. */
function linesOf(token: Token, { start, end }: Range): [number, number] | null {
  if (token.map === null) return null;
  const first = token.map[0] + newlines(token.content.slice(0, start));
  return [first, first + newlines(token.content.slice(start, end)) + 1];
}

function part(token: Token, range: Range): Token[] {
  const content = token.content.slice(range.start, range.end);
  if (content.trim() === "") return [];
  const fields = { content, map: linesOf(token, range), level: token.level, block: true };
  return [makeToken("html_block", "", 0, fields)];
}

function paragraph(token: Token, range: Range): Token[] {
  const { level } = token;
  const map = linesOf(token, range);
  const content = token.content.slice(range.start, range.end);
  return [
    makeToken("paragraph_open", "p", 1, { map, level, block: true }),
    makeToken("inline", "", 0, { map, content, children: [], level: level + 1, block: true }),
    makeToken("paragraph_close", "p", -1, { level, block: true }),
  ];
}
