// Conflict markers of an unfinished merge → an error: the page would show two versions of a passage, one after the other.
import type { Token } from "markdown-it";
import { unmerged } from "../../content/merge-marks.ts";
import { passRule } from "../rule.ts";

export const mergeMarks = passRule("merge-marks", (tokens, env) => {
  if (!env.holds("<<<<<<<") && !env.holds(">>>>>>>")) return;
  const code = tokens.filter(isCode).flatMap(({ map }) => map ?? []);
  const shows = (row: number): boolean => {
    for (let i = 0; i < code.length; i += 2)
      if (row >= (code[i] ?? 0) && row < (code[i + 1] ?? 0)) return true;
    return false;
  };
  const conflicts = unmerged(env.positions.lines(), shows).map(({ first, last }) => {
    const place = env.positions.line(first);
    return { place, to: place.line + last - first };
  });
  const lines = new Set<number>();
  for (const { place, to } of conflicts) for (let line = place.line; line <= to; line++) lines.add(line);
  env.withdraw(lines);
  for (const { place } of conflicts) env.report("merge-conflict", place, {});
});

/** A text about Git may show them in code. */
function isCode({ type, content }: Token): boolean {
  return type === "fence" || type === "code_block" || (type === "html_block" && /^\s*<pre\b/i.test(content));
}
