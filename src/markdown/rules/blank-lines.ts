// Lines that hold nothing but no-break spaces → empty lines, so that they separate paragraphs.
// Word processors leave such lines; the source text is kept as it is, for code blocks print it.
import type { MarkdownIt, StateBlock } from "markdown-it";
import type { Rule } from "../rule.ts";

const INVISIBLE = /^[ \t]*[\u00a0\u202f\u2007\u200b\ufeff][ \t\u00a0\u202f\u2007\u200b\ufeff]*$/;

export const blankLines: Rule = {
  name: "blank-lines",
  install(md: MarkdownIt) {
    const Base = md.block.State;
    md.block.State = class extends Base {
      constructor(...args: ConstructorParameters<typeof Base>) {
        super(...args);
        if (/[\u00a0\u202f\u2007\u200b\ufeff]/.test(this.src)) emptyInvisible(this);
      }
    };
  },
};

function emptyInvisible(state: StateBlock): void {
  for (let line = 0; line < state.lineMax; line++) {
    const start = state.bMarks[line] ?? 0;
    const end = state.eMarks[line] ?? 0;
    if (end > start && INVISIBLE.test(state.src.slice(start, end))) state.tShift[line] = end - start;
  }
}
