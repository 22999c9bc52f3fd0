// `##Titre`, which is no heading without a space after its signs → a warning with the line to write.
// One sign alone may begin a hashtag: only a line on its own, whose words read like a title, is taken for a heading.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { spanOf, type Span } from "../positions.ts";
import type { Place } from "../../problems.ts";
import { addPass, eachInline, type Rule } from "../rule.ts";
import { TextCursor } from "../text-cursor.ts";

/** Letters of the longest line that one sign makes a heading of. */
const LONGEST = 100;

/** A capital, then small letters: hashtags are small, or hold capitals and digits (`#opendata`, `#OpenData`, `#EIG4`). */
const TITLE = /^#\p{Lu}[\p{Ll}'’-]*(?:[ \u00a0\u202f][^#@\n]+)?$/u;

export const literalHeadings: Rule = {
  name: "literal-headings",
  install(md: MarkdownIt) {
    addPass(md, "literal-headings", (tokens, env) => {
      if (!env.holds("#")) return;
      const several = env.holds("##");
      eachInline(tokens, (token, children, span, i) => {
        if (several) severalSigns(children, span, env);
        if (token.content.startsWith("#") && isLoneTitle(tokens, i)) oneSign(token, env);
      });
    });
  },
};

/** Two signs and more begin no hashtag, wherever they stand on a line. */
function severalSigns(children: readonly Token[], span: Span, env: Env): void {
  let cursor: TextCursor | undefined;
  for (const { type, content } of children) {
    if (type !== "text" || !content.startsWith("##")) continue;
    const [begun, signs = ""] = /^(#{2,6})\p{L}[^\n]{0,60}/u.exec(content) ?? [];
    const place = begun === undefined ? undefined : (cursor ??= new TextCursor(span, env)).find(begun);
    if (begun === undefined || place === undefined) continue;
    const rest = restOfLine(place, env);
    const found = rest.length > MOST_SHOWN ? begun : rest;
    env.report("literal-heading/signs", place, { found, fix: `${signs} ${found.slice(signs.length)}` });
  }
}

/** Of a line, in characters, that is shown whole: it is a heading, and not a paragraph. */
const MOST_SHOWN = 200;

/** What stands on the line from a place on, links and emphasis as they were typed. */
function restOfLine({ line, column }: Place, env: Env): string {
  const row = line - env.positions.line(0).line;
  return (env.positions.lines()[row] ?? "").slice(column - 1).trim();
}

/** A paragraph of one line that something follows; a word alone before another such line is one of several hashtags. */
function isLoneTitle(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const { content = "" } = tokens[i] ?? {};
  if (before?.type !== "paragraph_open" || before.level > 0 || content.length > LONGEST) return false;
  const next = tokens[i + 2];
  if (next === undefined || !TITLE.test(content) || /[.!…,;:]\s*$/.test(content)) return false;
  return content.includes(" ") || tokens[i + 3]?.content.startsWith("#") !== true;
}

function oneSign(token: Token, env: Env): void {
  const found = token.content;
  env.report("literal-heading/sign", env.positions.at(spanOf(token), 0), {
    found,
    fix: `# ${found.slice(1)}`,
  });
}
