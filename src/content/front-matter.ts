// Cuts a post into its front matter and its body.
// Only a first line that is exactly `---` opens and only a line that is exactly `---` closes: what looks like either is
// reported at its line, so that front matter is never printed on a page, nor a post's text read as front matter.
import { problem, type Problem } from "../problems.ts";

export interface Split {
  /** Text between the two lines, without them. */
  head: string;
  body: string;
  /** Line on which `body` begins, from 1. */
  bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

/** Cuts `text`, whose line ends are `\n`. The first line of `head` is line 2 of the file. */
export function splitFrontMatter(file: string, text: string): { split: Split } | { problem: Problem } {
  const end = text.indexOf("\n");
  const first = end < 0 ? text : text.slice(0, end);
  if (!FENCE.test(first)) return { problem: opening(file, text, first) };
  let from = end;
  let line = 1;
  while (from >= 0) {
    line++;
    const next = text.indexOf("\n", from + 1);
    const current = next < 0 ? text.slice(from + 1) : text.slice(from + 1, next);
    if (current.startsWith("---")) {
      if (!FENCE.test(current))
        return {
          problem: problem("front-matter/closing", { file, line, column: 1 }, { found: current.trim() }),
        };
      return {
        split: {
          head: text.slice(end + 1, from + 1),
          body: next < 0 ? "" : text.slice(next + 1),
          bodyLine: line + 1,
        },
      };
    }
    from = next;
  }
  return {
    problem: problem("front-matter/unclosed", { file, line: 1, column: 1 }, { line: lastKeyLine(text) + 1 }),
  };
}

/** Says what is wrong with the first line. */
function opening(file: string, text: string, first: string): Problem {
  if (text.trim() === "") return problem("front-matter/empty-file", { file, line: 1, column: 1 }, {});
  if (first.startsWith("---"))
    return problem("front-matter/opening", { file, line: 1, column: 1 }, { found: first.trim() });
  const lines = text.split("\n", 40);
  const fence = lines.findIndex((line) => /^\s*---[ \t]*$/.test(line));
  if (fence > 0 && lines.slice(0, fence).every((line) => line.trim() === "")) {
    return problem("front-matter/blank-before", { file, line: 1, column: 1 }, { line: fence + 1 });
  }
  if (fence === 0) return problem("front-matter/opening", { file, line: 1, column: 1 }, { found: first });
  const key = lines.slice(fence + 1).some((line) => /^[a-zA-Z_-]+:/.test(line));
  if (fence > 0 && key)
    return problem("front-matter/text-before", { file, line: 1, column: 1 }, { line: fence + 1 });
  return problem("front-matter/none", { file, line: 1, column: 1 }, {});
}

/** The last line that still looks like front matter, where its end is missing. */
function lastKeyLine(text: string): number {
  const lines = text.split("\n");
  let last = 1;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (/^[\w-]+:(\s|$)|^\s*- |^\s+\S|^[\]}]/.test(line)) last = i + 1;
    else break;
  }
  return last;
}
