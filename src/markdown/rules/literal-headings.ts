// `##Titre`, not a heading without a space after its markers, and `## Titre##`, which shows those at its end → a warning with
// the line to write.
// A single `#` may begin a hashtag: it counts only on a line of its own, with words that read like a title.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";
import { TextCursor } from "../text-cursor.ts";

/** Maximum length of a line with a single `#` that is treated as a heading. */
const LONGEST = 100;

/**
 * A capital, maybe behind a number, then lower case: hashtags are lower case, or contain capitals and digits (`#opendata`,
 * `#OpenData`, `#EIG4`).
 */
const TITLE = /^#(?:\d{1,2}[.)] ?)?\p{Lu}[\p{Ll}'’-]*(?:[ \u00a0\u202f][^#@\n]+)?$/u;

export const literalHeadings = passRule("literal-headings", (tokens, env) => {
  if (!env.holds("#")) return;
  const several = env.holds("##");
  eachInline(tokens, (token, children, span, i) => {
    if (several && token.content.includes("##")) {
      severalSigns(children, span, env);
      closingSigns(tokens[i - 1], token, env);
    }
    if (token.content.startsWith("#") && isLoneTitle(tokens, i)) oneSign(token, env);
  });
});

/** Two or more `#` never begin a hashtag, anywhere on a line. */
function severalSigns(children: readonly Token[], span: Span, env: Env): void {
  let cursor: TextCursor | undefined;
  for (const [i, { type, content }] of children.entries()) {
    if (type !== "text" || !content.startsWith("##")) continue;
    const [begun = "", signs = ""] =
      /^(#{2,6})[\p{L}\d"«“][^\n]{0,60}/u.exec(content) ??
      (hasTitle(children[i + 1]) ? /^(#{2,6})$/.exec(content) : null) ??
      [];
    const place = (cursor ??= new TextCursor(span, env)).find(begun);
    if (place === undefined) continue;
    // With links and emphasis as typed.
    const rest = env.positions.from(place).trim();
    const found = rest.length > MOST_SHOWN ? begun : rest;
    const words = found.slice(signs.length).replace(GLUED_END, "$1");
    env.report("literal-heading/signs", place, { found, fix: `${signs} ${words}` });
  }
}

/** Signs right after a word. One alone may belong to it: `C#`. */
const GLUED_END = /([^\s#\\])#{2,}$/;

function closingSigns(open: Token | undefined, { content }: Token, env: Env): void {
  if (open?.type !== "heading_open" || !open.markup.startsWith("#") || !GLUED_END.test(content)) return;
  const words = content.replace(GLUED_END, "$1");
  const place = env.positions.of(open);
  const signs = content.slice(words.length);
  env.report("literal-heading/end", place, { found: words, signs, fix: `${open.markup} ${words}` });
}

/** What may begin a title beside words. */
const hasTitle = (next: Token | undefined): boolean =>
  /^(?:code_inline|(?:link|strong|em)_open)$/.test(next?.type ?? "");

/** Maximum length of a line shown whole in a message: a longer one is a paragraph, not a heading. */
const MOST_SHOWN = 200;

/** A paragraph of one line that something follows; a single word before another such line is one of several hashtags. */
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
  env.report("literal-heading/sign", env.positions.in(token, 0), {
    found,
    fix: `# ${found.slice(1)}`,
  });
}
