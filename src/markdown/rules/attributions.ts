// The name under a quotation, after a dash (`> — Ann Lee`) → on a line of its own: Markdown would join it to the sentence before.
// Lines of a dialogue begin in the same way, and are also meant as lines.
import type { Token } from "markdown-it";
import { passRule } from "../rule.ts";
import { isBlankText } from "../tokens.ts";

/** Typography has not yet made dashes of hyphens. */
const NAME = /^(?:[–—―]|-{2,3})[ \u00a0\u202f]?(?=\p{Lu}|$)/u;
const ENDS = /[.!?…»”"'’)]\s*$/;
/** The last line of a quotation, if it can be no sentence: `> -- BSO programme manager`. */
const SIGNATURE = /^.{2,60}(?<![.!?…,;:–—-]\s*)$/u;

export const attributions = passRule("attributions", (tokens, env) => {
  if (!env.holds(">")) return;
  let depth = 0;
  for (const { type, children } of tokens) {
    if (type === "blockquote_open") depth++;
    else if (type === "blockquote_close") depth--;
    else if (depth > 0 && type === "inline" && children !== null) breakBefore(children);
  }
});

function breakBefore(children: readonly Token[]): void {
  for (const [i, token] of children.entries()) {
    if (token.type !== "softbreak") continue;
    const [before, after] = [said(children, i, -1), said(children, i, 1)];
    const isSignature = i === children.length - 2 && SIGNATURE.test(after);
    if (NAME.test(after) && (ENDS.test(before) || isSignature)) [token.type, token.tag] = ["hardbreak", "br"];
  }
}

/** The text beside a break, past the marks of emphasis before it. */
function said(children: readonly Token[], from: number, step: -1 | 1): string {
  let i = from + step;
  while (step === -1 && (children[i]?.nesting === -1 || isBlankText(children[i]))) i--;
  return children[i]?.type === "text" ? (children[i]?.content ?? "") : "";
}
