// Words in mathematical letters that imitate bold or italics → one warning per text, at the first. The text is printed as it is: this
// rule only reports.
import { STYLED, styledIn, unstyled } from "../../content/styled-words.ts";
import { excerpt } from "../../excerpt.ts";
import { eachInline, passRule } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";

export const styledLetters = passRule("styled-letters", (tokens, env) => {
  if (!env.holds(STYLED)) return;
  let told = false;
  eachInline(tokens, ({ content }, _children, span) => {
    const found = told || !content.includes(STYLED) ? undefined : styledIn(proseOf(content));
    if (found === undefined) return;
    told = true;
    const { words, index } = found;
    env.report("garbled-text/styled", env.positions.at(span, index), {
      found: excerpt(words),
      fix: `**${unstyled(words)}**`,
    });
  });
});
