// Headings → headings below the page's own title, in unbroken levels, each with an id; and the table of contents.
// Levels are decided in one walk over the text, for those in raw HTML too: they share one outline.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { lexHtml } from "../html/lexer.ts";
import { slugOf } from "../ids.ts";
import { Outline } from "../outline.ts";
import { addPass, plainText, type Rule } from "../rule.ts";

export const headings: Rule = {
  name: "headings",
  install(md: MarkdownIt) {
    addPass(md, "headings", (tokens, env) => {
      const outline = new Outline(tokens.some(isTop));
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (token?.type === "heading_open") heading(token, tokens[i + 1], tokens[i + 2], outline, env);
        else if (token?.type === "html_block") raw(token, outline, env);
        else if (token?.type === "paragraph_open" && token.level === 0)
          boldLine(token, tokens[i + 1], outline, env);
      }
    });
  },
};

const isTop = (token: Token): boolean =>
  (token.type === "heading_open" && token.tag === "h1") ||
  (token.type === "html_block" && /<h1[\s>]/i.test(token.content));

function heading(
  open: Token,
  inline: Token | undefined,
  close: Token | undefined,
  outline: Outline,
  env: Env,
): void {
  if (!inline?.children || close === undefined) return;
  inline.children = withoutBold(inline.children);
  const text = plainText(inline.children).replace(/\s+/g, " ").trim();
  const found = Number(open.tag.slice(1));
  const { level, skipped } = outline.add(found);
  open.tag = close.tag = `h${String(level)}`;
  if (skipped) {
    env.report("skipped-heading", env.positions.line(open.map?.[0] ?? 0), {
      text,
      found,
      shown: outline.written(level),
    });
  }
  let id = open.attrGet("id");
  if (id === null) {
    id = env.ids.take(slugOf(text));
    open.attrSet("id", id);
  }
  if (text !== "") env.headings.push({ level, id, text });
}

/** The heading without the bold that its author put around all of it. */
function withoutBold(children: Token[]): Token[] {
  const seen = children.filter((child) => child.type !== "text" || child.content.trim() !== "");
  const first = seen[0];
  const last = seen.at(-1);
  if (first?.type !== "strong_open" || last?.type !== "strong_close") return children;
  if (children.indexOf(last) !== closeOf(children, children.indexOf(first))) return children;
  return children.filter((child) => child !== first && child !== last);
}

function closeOf(children: readonly Token[], start: number): number {
  let depth = 0;
  for (let i = start; i < children.length; i++) {
    if (children[i]?.type === "strong_open") depth++;
    else if (children[i]?.type === "strong_close" && --depth === 0) return i;
  }
  return -1;
}

function raw(token: Token, outline: Outline, env: Env): void {
  if (!/<h[1-6][\s>]/i.test(token.content)) return;
  for (const event of lexHtml(token.content)) {
    const level = event.kind === "open" ? /^h([1-6])$/.exec(event.name)?.[1] : undefined;
    if (level !== undefined) env.rawLevels.push(outline.add(Number(level)).level);
  }
}

function boldLine(open: Token, inline: Token | undefined, outline: Outline, env: Env): void {
  const children = inline?.children;
  if (children?.[0]?.type !== "strong_open" && children?.[1]?.type !== "strong_open") return;
  if (children.some((child) => child.type === "softbreak") || withoutBold(children) === children) return;
  const text = plainText(children).trim();
  if (text.length > 100 || /[.!,;…»"]$/.test(text) || text === "") return;
  env.report("bold-heading", env.positions.line(open.map?.[0] ?? 0), {
    text,
    level: outline.written(outline.next()),
  });
}
