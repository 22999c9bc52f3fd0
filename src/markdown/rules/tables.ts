// Tables → tables that a keyboard can scroll and a screen reader can follow: a labelled region, headers with a scope.
// The region gets its name in table-names.ts, once the tables of raw HTML are known.
// Alignment becomes a class, since the site's policy allows no inline style.
import type { MarkdownIt, Token } from "markdown-it";

import type { Env } from "../env.ts";
import { addPass, type Rule } from "../rule.ts";

export const tables: Rule = {
  name: "tables",
  install(md: MarkdownIt) {
    md.enable("table");
    md.renderer.rules["table_open"] = (tokens, i, options, _env, self) =>
      (tokens[i]?.info ?? "") + self.renderToken(tokens, i, options);
    md.renderer.rules["table_close"] = () => "</table>\n</section>\n";
    addPass(md, "tables", shape);
  },
};

function shape(tokens: Token[], env: Env): void {
  if (!env.holds("|")) return;
  let headsRows = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.type === "table_open") {
      const headings = headingsOf(tokens, i);
      const isHeaded = headings.some((content) => content !== "");
      headsRows = isHeaded && headings[0] === "";
      if (!isHeaded) env.report("missing-headers", env.positions.of(token), {});
    }
    if (token.type === "th_open") header(token, tokens[i + 1], tokens[i + 2]);
    else if (token.type === "td_open" && headsRows && tokens[i - 1]?.type === "tr_open")
      rowHeader(token, tokens[i + 1], tokens[i + 2]);
    if (token.type === "th_open" || token.type === "td_open") align(token);
  }
}

/** The headings of the columns. If only the first has none, its cells are the headers of the rows. */
function headingsOf(tokens: readonly Token[], table: number): string[] {
  const headings: string[] = [];
  for (let i = table; i < tokens.length && tokens[i]?.type !== "thead_close"; i++)
    if (tokens[i]?.type === "inline") headings.push(tokens[i]?.content.trim() ?? "");
  return headings;
}

function rowHeader(token: Token, content: Token | undefined, close: Token | undefined): void {
  if (close === undefined || (content?.content ?? "").trim() === "") return;
  token.tag = close.tag = "th";
  token.attrSet("scope", "row");
}

function header(token: Token, content: Token | undefined, close: Token | undefined): void {
  if (content?.content.trim() === "" && close !== undefined) token.tag = close.tag = "td";
  else token.attrSet("scope", "col");
}

function align(token: Token): void {
  const side = /text-align:\s*(left|center|right)/.exec(token.attrGet("style") ?? "")?.[1];
  if (side === undefined) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
  token.attrJoin("class", `align-${side}`);
}
