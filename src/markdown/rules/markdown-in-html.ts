// `<div markdown="1">` on a line of its own → what follows is parsed as Markdown, as in kramdown.
// Only that tag becomes raw HTML; its end tag is found like any other. Spaces replace the attribute, to keep positions.
import type { MarkdownIt } from "markdown-it";
import { envOf } from "../env.ts";
import type { Rule } from "../rule.ts";

const TAG =
  /^<(?:article|aside|blockquote|center|details|div|figure|footer|header|main|nav|p|section)(?=\s)[^<>]*?(\smarkdown=(?:"(?:1|block|span)"|'(?:1|block|span)'|1|block|span))(?=[\s>])[^<>]*>\s*$/i;

/** A longer tag was not typed by a person, and reading it repeatedly would take too long. */
const LONGEST = 1000;

export const markdownInHtml: Rule = {
  name: "markdown-in-html",
  install(md: MarkdownIt) {
    md.block.ruler.before(
      "html_block",
      "markdown-in-html",
      (state, startLine, _endLine, silent) => {
        const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
        if (state.src.charCodeAt(start) !== 0x3c || !envOf(state.env).holds("markdown=")) return false;
        const line = state.getLines(startLine, startLine + 1, state.blkIndent, true);
        const attribute = line.length > LONGEST ? undefined : TAG.exec(line.trimStart())?.[1];
        if (attribute === undefined) return false;
        if (silent) return true;
        const token = state.push("html_block", "", 0);
        token.content = line.replace(attribute, " ".repeat(attribute.length));
        token.map = [startLine, startLine + 1];
        state.line = startLine + 1;
        return true;
      },
      { alt: ["paragraph", "reference", "blockquote"] },
    );
  },
};
