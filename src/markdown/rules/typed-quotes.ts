// `''mots''`, quotation marks made of two apostrophes or of commas → a warning with the marks to write.
// The text is printed as it is: typography makes nothing of them, since apostrophes alone say too little.
import { eachInline, passRule } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";

/** Three apostrophes are bold in a wiki; after a figure, two are seconds or inches. */
const QUOTED =
  /(?<![\p{L}\p{N}'’‘,])(?:''|’’|‘‘|‘’|,,)(?=[*_]{0,3}[\p{L}\p{N}])([^\n]{1,300}?)(?<![\s'’‘])(?:''|’’|‘’)(?![\p{L}\p{N}'’‘])/gu;

/** What each quotation ends with. A pattern, since a search for `’’` stops at every space: their codes share a byte. */
const PAIR = /['’‘]{2}/;

export const typedQuotes = passRule("typed-quotes", (tokens, env) => {
  if (!PAIR.test(env.source.body)) return;
  let last = "";
  eachInline(tokens, (_token, _children, span) => {
    // Parts of one long text share its content.
    if (span.content === last || !PAIR.test(span.content)) return;
    last = span.content;
    for (const { 0: found, 1: text = "", index } of proseOf(last).matchAll(QUOTED)) {
      const start = index + 2;
      const typed = span.content.slice(start, start + text.length);
      env.report("literal-markup/quotes", env.positions.at(span, index), {
        found: span.content.slice(index, index + found.length),
        fix: env.source.lang.startsWith("fr") ? `« ${typed} »` : `“${typed}”`,
        italics: `*${typed}*`,
      });
    }
  });
});
