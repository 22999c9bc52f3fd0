// Items of a list indented by four spaces or a tab right under a line of text, which they continue → a warning.
// GitHub shows the same: this rule only reports.
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import { eachParagraph, passRule } from "../rule.ts";
import { readAsText } from "../text-cursor.ts";

/** The sign of a number (`- 20 °C`) is followed by no letter, and a list begins with its first number. */
const ITEM = /\n(?: {4,}| {0,3}\t[ \t]*)((?:[-*+]|1[.)])[ \t]+(?=[\p{L}«“"*_[`])[^\n]*)/gu;
const OTHER = /^(?: {4,}| {0,3}\t[ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
const ANY = /\n(?: {4}| {0,3}\t)/;

export const indentedLists = passRule("indented-lists", (tokens, env) => {
  eachParagraph(tokens, (token, i) => {
    if (token.content.includes("\n") && ANY.test(token.content)) inParagraph(token, tokens, i, env);
  });
});

function inParagraph(token: Token, tokens: readonly Token[], i: number, env: Env): void {
  const text = readAsText(token.content);
  const [found] = text.matchAll(ITEM);
  if (found?.[1] === undefined) return;
  const lines = text.slice(found.index + 1).split("\n");
  const at = found.index + found[0].length - found[1].length;
  const place = env.positions.in(token, at);
  env.report("literal-list/indented", place, {
    found: excerpt(token.content.slice(at, found.index + found[0].length)),
    // Those of the item around it come before its text.
    wanted: isInItem(tokens, i) ? env.positions.in(token, 0).column - 1 : 0,
    count: lines.filter((line) => OTHER.test(line)).length,
  });
}

/** The paragraph’s level tells where the item around it opened, if one did. */
function isInItem(tokens: readonly Token[], i: number): boolean {
  const level = (tokens[i]?.level ?? 0) - 2;
  let at = i;
  while (at >= 0 && (tokens[at]?.level ?? 0) > level) at--;
  return tokens[at]?.type === "list_item_open";
}
