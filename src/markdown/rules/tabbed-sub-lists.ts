// Bullets directly under a number, both followed by a tab, as word processors paste them → a list inside that item.
// To the standard these are two separate lists, since nothing is indented. Only the parser sees the added indentation:
// the source is unchanged, and so is every position.
import type { MarkdownIt } from "markdown-it";
import type { Rule } from "../rule.ts";

const NUMBER = /^ {0,3}\d{1,9}[.)]\t/;
const BULLET = /^ {0,3}[*+-]\t/;

export const tabbedSubLists: Rule = {
  name: "tabbed-sub-lists",
  install(md: MarkdownIt) {
    const Base = md.block.State;
    class Indented extends Base {
      constructor(...args: ConstructorParameters<typeof Base>) {
        super(...args);
        if (this.src.includes("\t")) indent(this);
      }
    }
    md.block.State = Indented;
  },
};

function indent(state: {
  src: string;
  bMarks: number[];
  eMarks: number[];
  sCount: number[];
  lineMax: number;
}): void {
  /** Column where the text of the numbered item begins; 0 outside one. */
  let inside = 0;
  for (let line = 0; line < state.lineMax; line++) {
    const text = state.src.slice(state.bMarks[line], state.eMarks[line]);
    const [number] = NUMBER.exec(text) ?? [];
    if (number !== undefined) inside = Math.ceil(number.length / 4) * 4;
    else if (text.trim() === "") inside = 0;
    else if (inside > 0 && BULLET.test(text)) state.sCount[line] = inside;
  }
}
