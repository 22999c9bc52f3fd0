// `<https://…>` cut by the end of a line, as mail programs fold long addresses → a warning with the whole of it. Only its beginning
// is a link, which leads elsewhere. This rule only reports.
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";

const CUT = /<(https?:\/\/[^\s<>]{1,500}(?: {0,3}\n[ >]{0,20}[^\s<>]{1,500}){1,4})>/g;

export const cutAutolinks = passRule("cut-autolinks", (tokens, env) => {
  if (!env.leaves("<") || !env.source.body.includes("<http")) return;
  eachInline(tokens, (_token, children, span) => {
    if (children.some(({ type, content }) => type === "text" && content.endsWith("<"))) report(span, env);
  });
});

function report(span: Span, env: Env): void {
  for (const { 0: found, 1: cut = "", index } of proseOf(span.content).matchAll(CUT))
    env.report("literal-link/cut-autolink", env.positions.at(span, index), {
      found: found.slice(0, found.indexOf("\n")).trimEnd(),
      fix: `<${cut.replace(/ *\n[ >]*/g, "")}>`,
    });
}
