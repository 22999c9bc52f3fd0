// Inline tokens that may cause a problem → the same tokens, with their offset in the content of their block.
// markdown-it keeps no offsets; `map`, unused on inline tokens, holds them.
import type { MarkdownIt, Token } from "markdown-it";
import { envOf } from "../env.ts";
import type { Rule } from "../rule.ts";

export const offsets: Rule = {
  name: "offsets",
  install(md: MarkdownIt) {
    const Base = md.inline.State;
    md.inline.State = class extends Base {
      override push(type: string, tag: string, nesting: Token["nesting"]): Token {
        const token = super.push(type, tag, nesting);
        if (type === "link_open") {
          const start = linkStart(this.src, this.pos);
          token.map = [start, this.pos];
          // The text of a bare address is copied as it is, like an escaped character.
          if (this.src[start] !== "[") envOf(this.env).signs.leaveUnknown();
        } else if (type === "image" || type === "html_inline") token.map = [this.pos, this.pos];
        else if (type === "text_special") envOf(this.env).signs.leaveUnknown();
        return token;
      }
    };
  },
};

/** The token of a link is made after its `[`; that of a bare address, at its colon. */
function linkStart(src: string, pos: number): number {
  if (src[pos - 1] === "[") return pos - 1;
  let start = pos;
  if (src[pos] === ":") while (/[a-z]/i.test(src[start - 1] ?? "")) start--;
  return start;
}
