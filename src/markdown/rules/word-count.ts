// The text of all tokens → its number of words, without code blocks.
// The cleaner counts the words of raw HTML.
import { passRule } from "../rule.ts";

export const wordCount = passRule("word-count", (tokens, env) => {
  const texts: string[] = [];
  for (const { children } of tokens) {
    if (children === null) continue;
    for (const { type, content } of children)
      if (type === "text" || type === "code_inline") texts.push(content);
  }
  // The characters of one joined string are read faster than those of the slices of other strings that tokens hold.
  env.countWords(texts.join(" "));
});
