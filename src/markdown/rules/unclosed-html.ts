// A comment, script, style or `pre` that is never closed → a block that ends at the next blank line.
// By the standard, such a block runs to the end of the text, which would hide the rest of the page.
import type { MarkdownIt } from "markdown-it";
import readHtml from "markdown-it/lib/rules_block/html_block.mjs";
import { envOf } from "../env.ts";
import type { Rule } from "../rule.ts";

type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];

const OPENINGS: readonly [opening: RegExp, closing: RegExp, opens: string, closes: string][] = [
  [/<!--/y, /-->/g, "<!--", "-->"],
  [/<script(?=[\s>])/iy, /<\/(?:script|pre|style|textarea)>/gi, "<script>", "</script>"],
  [/<style(?=[\s>])/iy, /<\/(?:script|pre|style|textarea)>/gi, "<style>", "</style>"],
  [/<pre(?=[\s>])/iy, /<\/(?:script|pre|style|textarea)>/gi, "<pre>", "</pre>"],
  [/<textarea(?=[\s>])/iy, /<\/(?:script|pre|style|textarea)>/gi, "<textarea>", "</textarea>"],
  [/<\?/y, /\?>/g, "<?", "?>"],
  [/<!\[CDATA\[/y, /\]\]>/g, "<![CDATA[", "]]>"],
  [/<![a-z]/iy, />/g, "<!", ">"],
];

export const unclosedHtml: Rule = {
  name: "unclosed-html",
  install(md: MarkdownIt) {
    const bounded: BlockRule = (state, startLine, endLine, silent) => {
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
      if (silent || state.src.charCodeAt(start) !== 0x3c) return readHtml(state, startLine, endLine, silent);
      const opening = OPENINGS.find(([opens]) => ((opens.lastIndex = start), opens.test(state.src)));
      if (opening === undefined || closes(state.src, start, opening, envOf(state.env).neverClosed))
        return readHtml(state, startLine, endLine, false);
      let end = startLine + 1;
      while (end < endLine && !state.isEmpty(end)) end++;
      const env = envOf(state.env);
      if (opening[2] !== "<pre>" && opening[2] !== "<textarea>") {
        env.report("dropped-html/unclosed", env.positions.line(startLine), {
          opening: opening[2],
          closing: opening[3],
        });
      }
      return readHtml(state, startLine, end, false);
    };
    md.block.ruler.at("html_block", bounded, { alt: ["paragraph", "reference", "blockquote"] });
  },
};

function closes(src: string, start: number, opening: (typeof OPENINGS)[number], never: Set<string>): boolean {
  // What is not closed after one place is not closed after a later one: this searches once, not at every line.
  if (never.has(opening[2])) return false;
  opening[1].lastIndex = start + 2;
  const closed = opening[1].test(src);
  if (!closed) never.add(opening[2]);
  return closed;
}
