// Addresses cut in two → a warning with the whole of them: `<https://…>` by the end of a line, as mail programs fold long ones,
// of which only the beginning is a link, which leads elsewhere; `https ://…` by the space that French has before a colon, and word
// processors add. This rule only reports.
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";

const CUT = /<(https?:\/\/[^\s<>]{1,500}(?: {0,3}\n[ >]{0,20}[^\s<>]{1,500}){1,4})>/g;

/** Between the parentheses of a link, another message is about it. */
const SPACED =
  /(?<![\p{L}\p{N}]|\]\()(https?)[ \u00a0\u202f]{1,2}: ?\/\/(?=[\p{L}\p{N}])([^\s<>()]{3,300})(?<![.,;:!?»])/giu;

export const cutAutolinks = passRule("cut-autolinks", (tokens, env) => {
  if (mayBeSpaced(env.source.body))
    eachInline(tokens, (_token, _children, span) => {
      for (const { 0: found, 1: scheme = "", 2: rest = "", index } of proseOf(span.content).matchAll(SPACED))
        env.report("literal-link/inside", env.positions.at(span, index), {
          found,
          fix: `${scheme}://${rest}`,
        });
    });
  if (!env.leaves("<") || !env.source.body.includes("<http")) return;
  eachInline(tokens, (_token, children, span) => {
    if (children.some(({ type, content }) => type === "text" && content.endsWith("<"))) report(span, env);
  });
});

/** Quicker than a pattern: few characters of a text are colons. */
function mayBeSpaced(body: string): boolean {
  for (let at = body.indexOf("://"); at >= 0; at = body.indexOf("://", at + 1))
    if (" \u00a0\u202f".includes(body.charAt(at - 1))) return true;
  return body.includes(": //");
}

function report(span: Span, env: Env): void {
  for (const { 0: found, 1: cut = "", index } of proseOf(span.content).matchAll(CUT))
    env.report("literal-link/cut-autolink", env.positions.at(span, index), {
      found: found.slice(0, found.indexOf("\n")).trimEnd(),
      fix: `<${cut.replace(/ *\n[ >]*/g, "")}>`,
    });
}
