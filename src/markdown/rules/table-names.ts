// Names the regions of tables, in Markdown and raw HTML alike, by their number in the text and the heading above.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { passRule, plainText } from "../rule.ts";
import { tableRegion, UNNAMED_REGION } from "../table-region.ts";

export const tableNames = passRule("table-names", (tokens, env) => {
  if (env.holds("|") || env.holds("<")) name(tokens, env);
});

function name(tokens: readonly Token[], env: Env): void {
  let number = 0;
  let heading = "";
  const named = (html: string): string =>
    html.includes(UNNAMED_REGION)
      ? html.replaceAll(UNNAMED_REGION, () => tableRegion(env.words, ++number, heading))
      : html;
  for (const [i, token] of tokens.entries()) {
    if (token.type === "heading_open") heading = plainText(tokens[i + 1]?.children ?? []);
    else if (token.type === "table_open") token.info = tableRegion(env.words, ++number, heading);
    else if (token.type === "html_block") token.content = named(token.content);
    else
      for (const child of token.children ?? [])
        if (child.type === "html_inline") child.content = named(child.content);
  }
}
