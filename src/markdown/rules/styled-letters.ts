// Words in mathematical letters that imitate bold or italics (`𝗡𝗼𝘂𝘃𝗲𝗮𝘂`), as people write on social networks → one warning per text,
// at the first. Screen readers spell or skip them. The text is printed as it is: this rule only reports.
import { excerpt } from "../../excerpt.ts";
import { eachInline, passRule } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";

const LETTER = String.raw`[\u{1d400}-\u{1d7ff}]\p{M}?`;
/** Fewer letters may be a formula. */
const WORDS = new RegExp(String.raw`(?:${LETTER}){3,}(?:[ \u00a0’'-]{1,2}(?:${LETTER})+)*`, "u");
/** The first half of each of these letters in UTF-16. */
const BEGINS = "\ud835";

export const styledLetters = passRule("styled-letters", (tokens, env) => {
  if (!env.holds(BEGINS)) return;
  let told = false;
  eachInline(tokens, ({ content }, _children, span) => {
    const found = told || !content.includes(BEGINS) ? null : WORDS.exec(proseOf(content));
    if (found === null) return;
    told = true;
    const [words] = found;
    env.report("garbled-text/styled", env.positions.at(span, found.index), {
      found: excerpt(words),
      fix: `**${words.normalize("NFKC")}**`,
    });
  });
});
