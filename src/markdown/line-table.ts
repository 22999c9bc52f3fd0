// A text → where its lines begin and end, as the parser of blocks wants it.
// markdown-it's own constructor reads every character of the text to know that; only those that indent need be read.
import type { MarkdownIt, StateBlock } from "markdown-it";

const [TAB, SPACE] = [0x09, 0x20];
/** Columns that a tab may fill. */
const TAB_STOP = 4;

/** Gives `md` states whose tables are made here; rules that extend the state come after. */
export function findLinesQuickly(md: MarkdownIt): void {
  const Base = md.block.State;
  md.block.State = class extends Base {
    constructor(...[src, parser, env, tokens]: ConstructorParameters<typeof Base>) {
      super("", parser, env, tokens);
      this.src = src;
      fillTables(this);
    }
  };
}

function fillTables(state: StateBlock): void {
  const { src, bMarks, eMarks, tShift, sCount, bsCount } = state;
  for (const table of [bMarks, eMarks, tShift, sCount, bsCount]) table.length = 0;
  const push = (begin: number, end: number, shift: number, column: number): void => {
    bMarks.push(begin);
    eMarks.push(end);
    tShift.push(shift);
    sCount.push(column);
    bsCount.push(0);
  };
  for (let begin = 0; begin < src.length;) {
    const found = src.indexOf("\n", begin);
    const end = found < 0 ? src.length : found;
    let column = 0;
    let visible = begin;
    for (; visible < end; visible++) {
      const code = src.charCodeAt(visible);
      if (code === TAB) column += TAB_STOP - (column % TAB_STOP);
      else if (code === SPACE) column++;
      else break;
    }
    // Blanks after the last line end are no line.
    if (visible < src.length) push(begin, end, visible - begin, column);
    begin = end + 1;
  }
  state.lineMax = bMarks.length;
  // One more, so that the parser may look past the last line.
  push(src.length, src.length, 0, 0);
}
