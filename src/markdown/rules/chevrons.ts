// `<<mots>>`, guillemets typed on a keyboard without them → text, and a warning with the guillemets to write.
// Parsed as a tag, the words between the inner signs would be lost.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { addPass, eachInline, leaveAsText, type Rule } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";

/** Words, not an address: `<<https://exemple.org>>` contains a link. */
const BETWEEN = String.raw`<<[ \u00a0\u202f]?(?!\w+:|[^\s<>]+@)([*_]{0,3}\p{L}[^<>\n]{0,300}?)[ \u00a0\u202f]?>>`;
const HERE = new RegExp(BETWEEN, "uy");
const ANYWHERE = new RegExp(BETWEEN, "gu");

export const chevrons: Rule = {
  name: "chevrons",
  install(md: MarkdownIt) {
    md.inline.ruler.before("html_inline", "chevrons", (state, silent) => {
      if (!state.src.startsWith("<<", state.pos)) return false;
      HERE.lastIndex = state.pos;
      if (!HERE.test(state.src) || HERE.lastIndex > state.posMax) return false;
      return leaveAsText(state, "<<", silent);
    });
    addPass(md, "chevrons", (tokens, env) => {
      if (!env.holds("<<")) return;
      eachInline(tokens, (_token, children, span) => {
        if (children.some(isText)) report(span, env);
      });
    });
  },
};

const isText = ({ type, content }: Token): boolean => type === "text" && content.includes("<<");

function report(span: Span, env: Env): void {
  // `prose` blanks code, escaped characters, and the inner `<mots>`, which looks like a tag, but keeps the outer `<`.
  const prose = proseOf(span.content);
  for (const { 0: found, 1: text = "", index } of span.content.matchAll(ANYWHERE))
    if (prose[index] === "<")
      env.report("literal-markup/chevrons", env.positions.at(span, index), {
        found,
        fix: env.source.lang.startsWith("fr") ? `« ${text} »` : `“${text}”`,
      });
}
