// Emphasis in emphasis of its own kind → a warning: a marker that should have closed the first has opened the second.
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";
import { TextCursor } from "../text-cursor.ts";

const OPENS = new Set(["em_open", "strong_open"]);

export const nestedEmphasis = passRule("nested-emphasis", (tokens, env) => {
  if (!env.holds("*") && !env.holds("_")) return;
  eachInline(tokens, (_token, children, span) => {
    if (children.some(({ type, level }) => level > 0 && OPENS.has(type))) report(children, span, env);
  });
});

/** The first of a block. */
function report(children: readonly Token[], span: Span, env: Env): void {
  const open: Record<string, number> = {};
  for (const [i, { type, tag, nesting, markup }] of children.entries()) {
    if (tag !== "em" && tag !== "strong") continue;
    const depth = (open[tag] = (open[tag] ?? 0) + nesting);
    if (depth < 2 || !OPENS.has(type)) continue;
    const found = `${markup}${children[i + 1]?.content ?? ""}`;
    const place = new TextCursor(span, env).find(found);
    if (place !== undefined) env.report("literal-emphasis/nested", place, { found: excerpt(found) });
    return;
  }
}
