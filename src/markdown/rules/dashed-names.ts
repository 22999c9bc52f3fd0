// A list of one item that is a name (`- Ann Lee`), the last thing in a quotation or a text → a note: after a hyphen, a signature is
// an item of a list, with its bullet.
// It may also be a list with a single name: this rule only reports.
import type { Token } from "markdown-it";
import { passRule } from "../rule.ts";

/** A name, and perhaps a role after a comma or between parentheses; no sentence. */
const NAME =
  /^\p{Lu}[\p{L}'’.-]*(?:[ \u00a0][\p{L}'’.-]+){0,5}(?:, [^.!?:;\n]{1,60}| \([^()\n]{1,60}\))?(?<![.:])$/u;
/** What a list would come after ends in another way. */
const SAID = /[.,!?…»”")*_]\s*$/;

export const dashedNames = passRule("dashed-names", (tokens, env) => {
  if (!env.holds("- ")) return;
  for (let i = 1; i < tokens.length; i++) {
    const list = tokens[i];
    if (list?.type !== "bullet_list_open" || list.markup !== "-") continue;
    const [item, , words, , , end, next] = tokens.slice(i + 1, i + 8);
    if (item?.type !== "list_item_open" || words?.type !== "inline" || end?.type !== "bullet_list_close")
      continue;
    if (!isLast(list, next, words.content) || tokens[i - 1]?.type !== "paragraph_close") continue;
    const before = tokens[i - 2]?.content ?? "";
    if (NAME.test(words.content) && SAID.test(before))
      env.report("misread-text/signature", env.positions.in(words, 0), { found: words.content });
  }
});

/** In a quotation that is not in a list, or in the text itself, where a single word would rather be an item. */
function isLast({ level }: Token, next: Token | undefined, words: string): boolean {
  if (next === undefined) return level === 0 && /[ \u00a0]/.test(words);
  return next.type === "blockquote_close" && level === 1;
}
