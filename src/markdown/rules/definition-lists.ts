// A term, then a line that begins with `: ` → a definition list.
// The syntax is the one of PHP Markdown Extra and Pandoc.
import type { MarkdownIt } from "markdown-it";
import deflist from "markdown-it-deflist";
import type { Rule } from "../rule.ts";

export const definitionLists: Rule = {
  name: "definition-lists",
  install(md: MarkdownIt) {
    md.use(deflist);
  },
};
