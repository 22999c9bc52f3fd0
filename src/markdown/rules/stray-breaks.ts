// A backslash at the end of a paragraph or a heading, where no line follows that it would break, or before a space at the end of a
// line, which it does not break → a warning.
// Visual editors leave one at each line break of a text. It is printed as it is. One at the beginning of a paragraph, as converters
// of office documents leave them, would only show an empty line: it is removed.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { passRule } from "../rule.ts";
import { isBreak } from "../tokens.ts";

/** Not the second of two, which print one on purpose. */
const STRAY_BREAK = /(?<!\\)(?:\\\\)*\\$/;
/** A folder of Windows, or a drawing in characters. */
const PATH = /(?:\\\S*|:)\\$/;

/** A backslash that a space separates from the end of its line. */
const SPACED = /(?<!\\)(?:\\\\)*\\ +\n/;

/** A line that becomes an item of a list: the next item breaks it. */
export const withoutBreak = (line: string): string => (STRAY_BREAK.test(line) ? line.slice(0, -1) : line);

export const strayBreaks = passRule("stray-breaks", (tokens, env) => {
  if (!env.holds("\\")) return;
  const isLeft = env.leaves("\\");
  let looked: Token["map"] = null;
  for (const [i, { type, content, map }] of tokens.entries()) {
    if (type !== "inline") continue;
    const opening = tokens[i - 1]?.type;
    if (opening === "paragraph_open" && content.startsWith("\\\n")) dropFirst(tokens[i]?.children ?? []);
    if (!isLeft || (opening !== "paragraph_open" && opening !== "heading_open")) continue;
    // Parts of a paragraph split by captioned pictures keep the content of the whole, and its position.
    if (map !== null && map === looked) continue;
    looked = map;
    const token = tokens[i];
    if (token === undefined) continue;
    spaced(token, env);
    if (!content.endsWith("\\") || !STRAY_BREAK.test(content) || PATH.test(content)) continue;
    env.report("literal-markup/break", env.positions.in(token, content.length - 1), {
      alone: content === "\\",
    });
  }
});

function spaced(token: Token, env: Env): void {
  const { content, children } = token;
  const found = SPACED.exec(content);
  if (found === null) return;
  const isShown = children?.some(
    (child, i) => child.type === "text" && child.content.endsWith("\\") && isBreak(children[i + 1]),
  );
  const at = found.index + found[0].trimEnd().length - 1;
  const line = content.slice(content.lastIndexOf("\n", at) + 1, at + 1);
  if (isShown === true && !PATH.test(line))
    env.report("literal-markup/spaced-break", env.positions.in(token, at), {});
}

function dropFirst(children: Token[]): void {
  const at = children.findIndex(({ type, content }) => type !== "text" || content !== "");
  if (children[at]?.type === "hardbreak") children.splice(0, at + 1);
}
