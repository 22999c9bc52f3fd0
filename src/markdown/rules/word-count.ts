// The text of all tokens → its number of words, without code blocks.
// The cleaner counts the words of raw HTML.
import { passRule } from "../rule.ts";

export const wordCount = passRule("word-count", (tokens, env) => {
  let texts = "";
  for (const { children } of tokens)
    for (const child of children ?? [])
      if (child.type === "text" || child.type === "code_inline") texts += `${child.content} `;
  // The characters of one joined string are read faster than those of the slices of other strings that tokens hold.
  env.countWords(texts);
});
