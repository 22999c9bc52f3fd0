// Values of a map in braces that begin with a `#`, such as colours → the same in quotes.
// YAML reads the rest of their line, closing brace included, as a comment.

export interface HashValues {
  /** Line and column of the first `#` among the lines given, from 1. */
  line: number;
  column: number;
  /** The corrected lines, from that line to the last one with such a value. */
  fix: string;
  /** All lines, with those corrected. */
  lines: string[];
}

const VALUE = /(:[ \t]+)(#[^\s,{}[\]"']+)/g;

export function hashValues(lines: readonly string[]): HashValues | undefined {
  if (!lines.some((line) => line.includes("{"))) return undefined;
  const mended = lines.map((line) => line.replace(VALUE, '$1"$2"'));
  const isMended = (line: string, i: number): boolean => line !== lines[i];
  const first = mended.findIndex(isMended);
  if (first < 0) return undefined;
  const last = mended.findLastIndex(isMended);
  const column = (/:[ \t]+(?=#)/.exec(lines[first] ?? "")?.index ?? 0) + 1;
  const line = lines[first] ?? "";
  return {
    line: first + 1,
    column: line.indexOf("#", column) + 1,
    fix: mended.slice(first, last + 1).join("\n"),
    lines: mended,
  };
}
