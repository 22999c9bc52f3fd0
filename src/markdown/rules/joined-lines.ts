// A line right under a list or a quotation, at the margin → a note if it reads as a paragraph of its own: Markdown joins it to the
// last item, or to the quotation. Wrapped lines are told from it by their first letter and by the length of the line before.
// Lines of a paragraph that read as lines of their own → a note too (`line-rows.ts`).
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import { GOES_ON, lineRows, SHORT } from "../line-rows.ts";
import { passRule } from "../rule.ts";

/** Begins a sentence at the margin. */
const BEGINS = /^(?:\*\*|[_*[«“]\s?)?\p{Lu}/u;
/** Nothing follows it on the next line. */
const ENDS = /[.!?;…»”")][*_]{0,2}$/;

const LISTS = new Set(["bullet_list_close", "ordered_list_close"]);

export const joinedLines = passRule("joined-lines", (tokens, env) => {
  let looked: Token["map"] = null;
  for (const [i, token] of tokens.entries()) {
    if (token.type !== "inline" || token.map === null || token.map[1] - token.map[0] < 2) continue;
    // A paragraph that is shown as a heading has a message of its own.
    if (tokens[i + 1]?.type === "heading_close") continue;
    const end = tokens[i + 2]?.type;
    const inList = end === "list_item_close" && LISTS.has(tokens[i + 3]?.type ?? "");
    const where = inList ? "list" : end === "blockquote_close" ? "quotation" : undefined;
    if (where !== undefined && atMargin(token.map, where, env)) continue;
    // Parts of a paragraph split by captioned pictures keep the content of the whole, and its position.
    if (token.map !== looked) lineRows(token, env);
    looked = token.map;
  }
});

/** Reports the first line at the margin, if it reads as a paragraph of its own. */
function atMargin([first, last]: NonNullable<Token["map"]>, where: "list" | "quotation", env: Env): boolean {
  const lines = env.positions.lines();
  for (let row = first + 1; row < last; row++) {
    const line = lines[row] ?? "";
    // Indented, or with the sign of the quotation: it belongs there.
    if (/^[\s>]/.test(line)) continue;
    const before = lines[row - 1] ?? "";
    if (!BEGINS.test(line) || GOES_ON.test(before) || !(ENDS.test(before.trimEnd()) || before.length < SHORT))
      return false;
    const params = {
      found: excerpt(line),
      before: excerpt(before.replace(/^[\s>*+-]+|^\s*\d+[.)]\s+/, "")),
      where,
    };
    env.report("misread-text/joined", env.positions.line(row), params);
    return true;
  }
  return false;
}
