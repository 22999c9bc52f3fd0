// Names the regions of tables, in Markdown and raw HTML alike, by their number in the text and their caption, or else the heading
// above.
import type { Token } from "markdown-it";
import { unescapeAll } from "markdown-it/lib/common/utils.mjs";
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
      ? html.replaceAll(UNNAMED_REGION, (_region, at: number) =>
          tableRegion(env.words, ++number, captionAfter(html, at + UNNAMED_REGION.length) ?? heading),
        )
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

const CAPTION = /<table\b[^<>]*>\s*<caption\b[^<>]*>([^]*?)<\/caption>/y;

/** The caption of the raw table that begins there, as plain text. */
function captionAfter(html: string, at: number): string | undefined {
  CAPTION.lastIndex = at;
  const said = CAPTION.exec(html)?.[1]?.replace(/<[^<>]*>/g, "");
  return said === undefined ? undefined : unescapeAll(said).trim().replace(/\s+/g, " ") || undefined;
}
