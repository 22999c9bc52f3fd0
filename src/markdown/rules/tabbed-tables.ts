// Lines of a paragraph with tabs between their words, as a spreadsheet or a word processor copies a table → a warning with the
// rows to paste.
// The text is printed as it is, its rows joined in one: this rule only reports, after the lists typed by hand.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { eachParagraph, passRule, tidied } from "../rule.ts";
import { readAsText } from "../text-cursor.ts";

export const tabbedTables = passRule("tabbed-tables", (tokens, env) => {
  if (!env.holds("\t")) return;
  eachParagraph(tokens, (token) => {
    if (token.content.includes("\t")) inParagraph(token, env);
  });
});

/** Consecutive lines with equally many cells are one table, reported at its first line. */
function inParagraph(token: Token, env: Env): void {
  const lines = token.content.split("\n");
  const cells = readAsText(token.content).split("\n").map(countCells);
  for (let first = 0, at = 0; first < lines.length;) {
    let end = first + 1;
    if ((cells[first] ?? 0) > 1) while (cells[end] === cells[first]) end++;
    if (end - first > 1) report(lines[first] ?? "", end - first, token, at, env);
    for (; first < end; first++) at += (lines[first]?.length ?? 0) + 1;
  }
}

/** A marker before a tab is that of a list. */
const MARKER = /^[^\p{L}\d]|^(?:[o§üØ]|\d{1,3}[.)/°]\S?|[a-z]\))\t/u;

function countCells(line: string): number {
  const row = line.trim();
  return row === "" || MARKER.test(row) ? 0 : row.split("\t").length;
}

function report(line: string, count: number, token: Token, at: number, env: Env): void {
  const cells = line
    .trim()
    .split("\t")
    .map((cell) => tidied(cell).replaceAll("|", "\\|"));
  env.report("literal-table/tabs", env.positions.in(token, at), {
    count,
    headings: `| ${cells.join(" | ")} |`,
    dashes: `|${cells.map(() => "---|").join("")}`,
  });
}
