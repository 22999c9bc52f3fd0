// Marks of Obsidian that only its editor hides, comments (`%% à revoir %%`) and names of blocks (`^bloc-1`) → warnings: readers see
// them. The text is printed as it is: this rule only reports.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import type { Place } from "../../problems.ts";
import { eachInline, passRule } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";

const MARK = /(?<!%)%%(?!%)/g;
/** What follows a number opens no comment, `50 %%`, unless a word begins there. */
const PERCENT = /\d[ \u00a0\u202f]?%%(?!\p{L})/u;
/** At the end of a paragraph or an item, or on a line of its own; a short number may be a power or a note. */
const NAME = /(?:^|[ \n])(\^(?!\d{1,3}$)[A-Za-z0-9][A-Za-z0-9-]{1,40})$/;

export const obsidianMarks = passRule("obsidian-marks", (tokens, env) => {
  if (env.holds("%%")) comments(tokens, env);
  if (!env.holds("^")) return;
  eachInline(tokens, ({ content }, _children, span) => {
    const found = NAME.exec(proseOf(content))?.[1];
    if (found === undefined) return;
    env.report("literal-markup/block-name", env.positions.at(span, content.length - found.length), { found });
  });
});

/** Two marks surround a comment, which may have several paragraphs: then one of HTML hides it only if it begins a block. */
function comments(tokens: readonly Token[], env: Env): void {
  let start: { token: Token; place: Place; isBlock: boolean } | undefined;
  eachInline(tokens, (token, _children, span) => {
    const { content, level } = token;
    if (!content.includes("%%")) return;
    for (const { index, input } of proseOf(content).matchAll(MARK)) {
      if (start === undefined && PERCENT.test(input.slice(Math.max(0, index - 2), index + 3))) continue;
      const place = env.positions.at(span, index);
      if (start === undefined) start = { token, place, isBlock: index === 0 && level === 1 };
      else {
        const hides = start.token === token || start.isBlock;
        env.report("literal-markup/comment", start.place, { line: place.line, hides });
        start = undefined;
      }
    }
  });
}
