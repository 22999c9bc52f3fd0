// A code fence that is never closed → a warning at its opening, with the line that would close it.
// By the standard, such a block runs to the end of its container: all the text that follows is shown as code.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { passRule } from "../rule.ts";

/** A line of the code that was meant to close it. */
const CLOSING = /^[ \t]*(?:`{3,}|~{3,})/;

export const unclosedCode = passRule("unclosed-code", (tokens, env) => {
  if (!env.holds("```") && !env.holds("~~~")) return;
  const fences = tokens.filter(({ type, map }) => type === "fence" && map !== null);
  let outside: Token | undefined;
  for (const [i, fence] of fences.entries()) {
    if (fence === outside || !isUnclosed(fence)) continue;
    const next = fences[i + 1];
    outside = next !== undefined && mayClose(next, fence) ? next : undefined;
    report(fence, outside, env);
  }
});

/** The lines of a fence are its content, its opening and, if there is one, its closing line. */
function isUnclosed({ content, map }: Token): boolean {
  if (content !== "" && !content.endsWith("\n")) return true;
  let lines = 0;
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) lines++;
  return map !== null && map[1] - map[0] === lines + 1;
}

/** A bare line of the same characters, right after a list or quotation that ended inside code. */
function mayClose(next: Token, { map, level, markup }: Token): boolean {
  return (
    next.map?.[0] === map?.[1] && next.level < level && next.markup === markup && next.info.trim() === ""
  );
}

function report(fence: Token, outside: Token | undefined, env: Env): void {
  const { content, markup } = fence;
  const row = fence.map?.[0] ?? 0;
  const place = env.positions.at({ content: markup, first: row }, 0);
  const lineOf = (index: number): number => place.line + 1 + index;
  const lines = content.split("\n");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  if (outside !== undefined) {
    const line = place.line - row + (outside.map?.[0] ?? 0);
    env.report("unclosed-code/outside", place, { fence: markup, line, before: env.positions.before(place) });
  } else if (last < 0) env.report("unclosed-code/empty", place, { fence: markup });
  else {
    const meant = lines.findIndex((line) => CLOSING.test(line));
    const to = lineOf(last);
    if (meant >= 0) {
      const found = lines[meant]?.trim().slice(0, 60) ?? "";
      env.report("unclosed-code/closing", place, { fence: markup, to, line: lineOf(meant), found });
    } else env.report("unclosed-code/open", place, { fence: markup, to, line: lineOf(endOf(lines, last)) });
  }
}

/** Code most often ends at the first empty line. */
function endOf(lines: readonly string[], last: number): number {
  const first = lines.findIndex((line) => line.trim() !== "");
  const empty = lines.findIndex((line, i) => i > first && line.trim() === "");
  return empty < 0 ? last + 1 : empty;
}
