// A text → where its lines begin and end, as the block parser expects.
// markdown-it's own constructor reads every character for this; only the indentation needs reading.
import type { MarkdownIt, StateBlock } from "markdown-it";

const [TAB, SPACE] = [0x09, 0x20];
/** Maximum number of columns that a tab fills. */
const TAB_STOP = 4;

/** Gives `md` states with tables made here. Rules that extend the state must be installed later. */
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
    // Whitespace after the last line end is not a line.
    if (visible < src.length) push(begin, end, visible - begin, column);
    begin = end + 1;
  }
  state.lineMax = bMarks.length;
  // A sentinel, so that the parser may read past the last line.
  push(src.length, src.length, 0, 0);
}
