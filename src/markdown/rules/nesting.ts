// Blocks nested too deeply → plain paragraphs, with a warning.
// markdown-it drops such blocks silently; this rule handles them first, so it must come before all block rules.
import type { MarkdownIt } from "markdown-it";
import { MAX_NESTING } from "../core.ts";
import { envOf } from "../env.ts";
import type { Rule } from "../rule.ts";

/** A list adds two levels at once and a paragraph one more: stops while they still fit. */
const MARGIN = 4;

export const nesting: Rule = {
  name: "nesting",
  install(md: MarkdownIt) {
    md.block.ruler.before("table", "nesting", (state, startLine, endLine, silent) => {
      if (state.level < MAX_NESTING - MARGIN) return false;
      if (silent) return true;
      const env = envOf(state.env);
      if (!env.problems.some((one) => one.key === "nesting"))
        env.report("nesting", env.positions.line(startLine), {});
      state.push("paragraph_open", "p", 1).map = [startLine, endLine];
      const inline = state.push("inline", "", 0);
      inline.map = [startLine, endLine];
      inline.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
      inline.children = [];
      state.push("paragraph_close", "p", -1);
      state.line = endLine;
      return true;
    });
  },
};
