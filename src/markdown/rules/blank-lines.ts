// Lines that hold nothing but no-break spaces → empty lines, so that they separate paragraphs, also in quotations and lists.
// Word processors leave such lines; the source text is kept as it is, for code blocks print it.
import type { MarkdownIt, StateBlock } from "markdown-it";
import type { Rule } from "../rule.ts";

/** No-break spaces of all widths, and characters of no width. */
const UNSEEN = "\u00a0\u202f\u2007\u200b\u2060\ufeff";
/** The space's name in HTML, as editors on the web leave it. */
const NAMED = "&nbsp;";
const INVISIBLE = new RegExp(`^(?:[ \t${UNSEEN}]|${NAMED})+$`);
/** Nothing else, but for the signs of the quotations and lists around. */
const LINE = new RegExp(`^[ \t>*+.)\\d-]*(?:[${UNSEEN}]|${NAMED})(?:[ \t${UNSEEN}]|${NAMED})*$`);

export const blankLines: Rule = {
  name: "blank-lines",
  install(md: MarkdownIt) {
    const Base = md.block.State;
    class Attentive extends Base {
      /** Lines that may be empty once the signs before them are read, in order. */
      readonly unseen = linesOf(this);
    }
    md.block.State = Attentive;
    const tokenize = md.block.tokenize.bind(md.block);
    // Called anew for what each quotation and each item of a list holds. An item, which `inItem` tells, shares its
    // other lines with what is around it: to look at them all again for each item would take forever.
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

/** Index of the first line that is not before `from`. */
function firstFrom(lines: readonly number[], from: number): number {
  let low = 0;
  for (let high = lines.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
