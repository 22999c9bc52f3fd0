// Lines that contain only no-break spaces → empty lines, so that they separate paragraphs, also in quotations and lists.
// Word processors leave such lines. The source text is not changed, since code blocks print it.
import type { MarkdownIt, StateBlock } from "markdown-it";
import type { Rule } from "../rule.ts";

/** No-break spaces of all widths, and zero-width characters. */
const UNSEEN = "\u00a0\u202f\u2007\u200b\u2060\ufeff";
/** The entity, as left by web editors. */
const NAMED = "&nbsp;";
const INVISIBLE = new RegExp(`^(?:[ \t${UNSEEN}]|${NAMED})+$`);
/** Nothing else, except the markers of the quotations and lists around it. */
const LINE = new RegExp(`^[ \t>*+.)\\d-]*(?:[${UNSEEN}]|${NAMED})(?:[ \t${UNSEEN}]|${NAMED})*$`);

export const blankLines: Rule = {
  name: "blank-lines",
  install(md: MarkdownIt) {
    const Base = md.block.State;
    class Attentive extends Base {
      /** Lines that may be empty once the markers before them are read, in order. */
      readonly unseen = linesOf(this);
    }
    md.block.State = Attentive;
    const tokenize = md.block.tokenize.bind(md.block);
    // Called again for the content of each quotation and list item. An item (`inItem`) shares its other lines with its
    // surroundings: checking all of them again for each item would be quadratic.
    md.block.tokenize = (state: StateBlock, startLine: number, endLine: number, inItem?: boolean) => {
      if (state instanceof Attentive && state.unseen.length > 0)
        emptyInvisible(state, state.unseen, startLine, inItem === true ? startLine + 1 : endLine);
      tokenize(state, startLine, endLine);
    };
  },
};

function linesOf({ src, bMarks, eMarks, lineMax }: StateBlock): number[] {
  const lines: number[] = [];
  for (let line = 0; line < lineMax; line++) {
    const end = eMarks[line] ?? 0;
    const last = src.charCodeAt(end - 1);
    // Most lines end with a visible character: only the others are read.
    const named = last === 0x3b && src.endsWith(NAMED, end);
    if (!named && ((last > 0xa0 && last < 0x2007) || (last > 0x20 && last < 0xa0))) continue;
    const start = bMarks[line] ?? 0;
    if (end > start && LINE.test(src.slice(start, end))) lines.push(line);
  }
  return lines;
}

function emptyInvisible(state: StateBlock, lines: readonly number[], from: number, to: number): void {
  for (let i = firstFrom(lines, from); i < lines.length; i++) {
    const line = lines[i] ?? to;
    if (line >= to) return;
    const start = state.bMarks[line] ?? 0;
    const end = state.eMarks[line] ?? 0;
    if (INVISIBLE.test(state.src.slice(start + (state.tShift[line] ?? 0), end)))
      state.tShift[line] = end - start;
  }
}

/** Index of the first line at or after `from`. */
function firstFrom(lines: readonly number[], from: number): number {
  let low = 0;
  for (let high = lines.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
