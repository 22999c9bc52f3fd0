// Signs of Markdown that became no markup → recorded, for the rules that look for markup that failed.
// In a text without a mistake there is none, so those rules need not read its tokens.
import type { MarkdownIt, StateInline } from "markdown-it";
import { envOf } from "../env.ts";
import type { Rule } from "../rule.ts";

const [STAR, UNDERSCORE] = [0x2a, 0x5f];

export const leftSigns: Rule = {
  name: "left-signs",
  install(md: MarkdownIt) {
    // The parser tries its rules in order, and makes text of a sign that none of them takes: this must be the last one.
    md.inline.ruler.push("left-signs", (state, silent) => {
      if (!silent) envOf(state.env).signs.leave(state.src.charCodeAt(state.pos));
      return false;
    });
    md.inline.ruler2.after("balance_pairs", "left-signs", (state) => {
      leaveUnpaired(state.delimiters, state);
      for (const meta of state.tokens_meta) if (meta !== null) leaveUnpaired(meta.delimiters, state);
      return false;
    });
  },
};

/** The rule for emphasis takes all its markers; those that it cannot pair stay text. */
function leaveUnpaired(delimiters: StateInline["delimiters"], state: StateInline): void {
  let unpaired = 0;
  for (const { marker, end } of delimiters)
    if (marker === STAR || marker === UNDERSCORE) unpaired += end < 0 ? 1 : -1;
  if (unpaired === 0) return;
  for (const sign of [STAR, UNDERSCORE]) envOf(state.env).signs.leave(sign);
}
