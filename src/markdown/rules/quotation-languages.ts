// A quotation that is clearly in French or English, unlike its text, without its `lang` → a note (RGAA 8.7).
import type { Token } from "markdown-it";
import { looksOther } from "../../content/language.ts";
import type { Env } from "../env.ts";
import { passRule } from "../rule.ts";

export const quotationLanguages = passRule("quotation-languages", (tokens, env) => {
  if (env.holds(">")) for (const quotation of quotationsOf(tokens)) report(quotation, env);
});

interface Quotation {
  open: Token;
  texts: string[];
  /** True if its language is given, or that of a part of it. */
  marked: boolean;
}

/** Those that are in no other one; where tags give a language, what they hold is not known here. */
function quotationsOf(tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0 && token.type === "html_block" && leavesOpen(token.content)) break;
    if (token.type === "blockquote_open" && depth++ === 0)
      found.push({ open: token, texts: [], marked: false });
    else if (token.type === "blockquote_close") depth--;
    const last = found.at(-1);
    if (depth === 0 || last === undefined) continue;
    if (token.type === "inline") last.texts.push(token.content);
    if (token.attrGet("lang") !== null || token.content.includes("lang=")) last.marked = true;
  }
  return found;
}

/** True if an element that gives a language goes on after this HTML. */
function leavesOpen(html: string): boolean {
  const [, name = ""] = /<([a-z][a-z\d-]*)\s[^<>]*\blang=/i.exec(html) ?? [];
  if (name === "") return false;
  const count = (start: string): number => html.toLowerCase().split(start + name.toLowerCase()).length;
  return count("<") > count("</");
}

function report({ open, texts, marked }: Quotation, env: Env): void {
  const other = marked ? undefined : looksOther(texts.join(" "), env.source.lang);
  // A text that is in the other language too has a message of its own.
  if (other !== undefined && looksOther(env.source.body, env.source.lang) !== other)
    env.report("language/quotation", env.positions.of(open), { other });
}
