// A first line that is all in bold, with text right under it → a note: Markdown joins both lines, and the bold is no heading.
// The text is printed as it is: this rule only reports.
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import { passRule, plainText, tidied } from "../rule.ts";
import { isSeen } from "../tokens.ts";

/** A longer line is a sentence. */
const LONGEST = 80;

export const gluedHeadings = passRule("glued-headings", (tokens, env) => {
  if (!env.holds("**") && !env.holds("__")) return;
  for (const [i, token] of tokens.entries()) {
    if (token.type !== "inline" || token.level !== 1 || tokens[i - 1]?.type !== "paragraph_open") continue;
    const title = boldLine(token.children ?? []);
    if (title !== undefined)
      env.report("bold-heading/glued", env.positions.in(token, 0), { text: excerpt(title) });
  }
});

/** The words of a first line in bold, if they read as a title, and the next line as a sentence. */
function boldLine(children: readonly Token[]): string | undefined {
  if (children.find(isSeen)?.type !== "strong_open") return undefined;
  const seen = children.filter(isSeen);
  const end = seen.findIndex(({ type }) => type === "strong_close");
  if (seen[end + 1]?.type !== "softbreak") return undefined;
  const text = tidied(plainText(seen.slice(1, end)));
  const next = seen[end + 2];
  const isTitle = text.length <= LONGEST && /[\p{L}\d?!]$/u.test(text);
  return isTitle && next?.type === "text" && /^[«“]?\s?\p{Lu}/u.test(next.content) ? text : undefined;
}
