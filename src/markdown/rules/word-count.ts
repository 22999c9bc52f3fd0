// The text of all tokens → its number of words, code blocks left out.
// Raw HTML counts its own text while it is cleaned.
import type { MarkdownIt } from "markdown-it";
import { addPass, type Rule } from "../rule.ts";

export const wordCount: Rule = {
  name: "word-count",
  install(md: MarkdownIt) {
    addPass(md, "word-count", (tokens, env) => {
      let texts = "";
      for (const { children } of tokens)
        for (const child of children ?? [])
          if (child.type === "text" || child.type === "code_inline") texts += `${child.content} `;
      // Joined into one string, each character is read faster than in the pieces of other strings that tokens hold.
      env.countWords(texts);
    });
  },
};
