// Cuts a post into its front matter and its body.
// Only a first line that is exactly `---` opens and only a line that is exactly `---` closes: what looks like either is
// reported at its line, so that front matter is never printed on a page, nor a post's text read as front matter.
import { problem, type Problem } from "../problems.ts";

export interface Split {
  /** Text between the two lines, without them. */
  head: string;
  body: Buffer;
  /** Line on which `body` begins, from 1. */
  bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

/** Cuts a text in UTF-8, whose line ends are `\n`. The first line of `head` is line 2 of the file. */
export function splitFrontMatter(file: string, bytes: Buffer): { split: Split } | { problem: Problem } {
  const first = lineAt(bytes, 0);
  if (!FENCE.test(first)) return { problem: opening(file, bytes.toString(), first) };
  const end = bytes.indexOf("\n---");
  if (end < 0)
    return {
      problem: problem(
        "front-matter/unclosed",
        { file, line: 1, column: 1 },
        { line: lastKeyLine(bytes.toString()) + 1 },
      ),
    };
  const head = bytes.toString("utf8", bytes.indexOf("\n") + 1, end + 1);
  const line = head.split("\n").length + 1;
  const closing = lineAt(bytes, end + 1);
  if (!FENCE.test(closing))
    return { problem: problem("front-matter/closing", { file, line, column: 1 }, { found: closing.trim() }) };
  // Fences are ASCII: as many bytes as characters.
  return { split: { head, body: bytes.subarray(end + closing.length + 2), bodyLine: line + 1 } };
}

/** The line that begins at an offset. */
function lineAt(bytes: Buffer, from: number): string {
  const end = bytes.indexOf("\n", from);
  return bytes.toString("utf8", from, end < 0 ? bytes.length : end);
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
