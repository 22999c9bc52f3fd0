// Bullets directly under a number, with too little indentation to be inside its item → a warning with the indentation needed.
// They are rendered as the standard says, as a separate list: this rule only reports.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { passRule } from "../rule.ts";

const NUMBER = /^ {0,3}\d{1,9}[.)] {1,4}(?=\S)/;
/** Without a space before it, a separate list may well be meant. */
const BULLET = /^ +(?=[*+-] )/;

export const shallowSubLists = passRule("shallow-sub-lists", (tokens, env) => {
  tokens.forEach((token, i) => {
    if (token.type !== "bullet_list_open" || token.level > 0) return;
    if (tokens[i - 1]?.type === "ordered_list_close") report(token, lastItem(tokens, i), env);
  });
});

/** The last item of the list that ends there. Scans backwards, since a text may contain thousands of lists. */
function lastItem(tokens: readonly Token[], before: number): Token | undefined {
  let at = before - 1;
  while (at >= 0 && !(tokens[at]?.type === "list_item_open" && tokens[at]?.level === 1)) at -= 1;
  return tokens[at];
}

function report(list: Token, item: Token | undefined, env: Env): void {
  const lines = env.positions.lines();
  const row = list.map?.[0] ?? 0;
  const line = lines[row] ?? "";
  const wanted = NUMBER.exec(lines[item?.map?.[0] ?? row] ?? "")?.[0].length;
  const spaces = BULLET.exec(line)?.[0].length;
  // After a blank line, a separate list may begin.
  if (wanted === undefined || spaces === undefined || (lines[row - 1] ?? "").trim() === "") return;
  env.report("literal-list/shallow", env.positions.line(row), { found: line.trim(), spaces, wanted });
}
