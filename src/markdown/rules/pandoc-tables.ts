// Tables of Pandoc, drawn with `+---+` or with groups of dashes, as it makes them of a Word document → a warning with the first
// lines to write. The text is printed as it is, its rows joined or turned into headings: this rule only reports.
// https://pandoc.org/MANUAL.html#tables
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { eachParagraph, passRule, tidied } from "../rule.ts";

export const GRID = /^\+(?:[-=:]{3,}\+)+[ \t]*(?:\n|$)/;
/** One group would be a line of separation. */
const DASHES = /^[ >]*-{3,}(?: +-{3,})+ *$/;
/** The line around a table whose cells have several lines. */
const FRAME = /^[ >]*-{3,} *$/;

export const pandocTables = passRule("pandoc-tables", (tokens, env) => {
  if (env.holds("+-"))
    eachParagraph(tokens, (token) => {
      grid(token, env);
    });
  // The parser makes a line of separation of each line of dashes.
  if (!env.holds("--- ")) return;
  let last = "";
  for (const { type, map } of tokens) {
    if (type !== "hr" || map === null) continue;
    const dashes = env.positions.lines()[map[0]] ?? "";
    if (DASHES.test(dashes)) last = dashes === last ? "" : dashed(dashes, map[0], env);
  }
});

function grid(token: Token, env: Env): void {
  if (!GRID.test(token.content)) return;
  const [border = "", ...lines] = token.content.split("\n");
  const end = lines.findIndex((line) => line.startsWith("+"));
  const headings = lines[end]?.includes("=") === true ? lines.slice(0, end) : [];
  const columns = [...border.matchAll(/\+(?=.)/g)].map(({ index }) => index + 1);
  report(cellsOf(headings, columns), env.positions.in(token, 0), env);
}

/** Reports the table that this line of dashes belongs to. Returns the line, if the table has no headings: one like it ends it. */
function dashed(line: string, row: number, env: Env): string {
  const lines = env.positions.lines();
  let first = row;
  while (isRow(lines[first - 1])) first--;
  const top = lines[first - 1] ?? "";
  // Only in a frame may headings have several lines.
  if (first < row && !FRAME.test(top)) first = row - 1;
  const columns = [...line.matchAll(/-+/g)].map(({ index }) => index);
  const headings = lines.slice(first, row);
  const areApart = headings.every((one) => columns.every((from) => !/[^\s>]/.test(one.charAt(from - 1))));
  // Otherwise it separates two passages, or ends a table that has headings.
  if (!isRow(lines[row + 1]) || !areApart || DASHES.test(top)) return "";
  report(cellsOf(headings, columns), env.positions.line(first), env);
  return headings.length === 0 ? line : "";
}

const isRow = (line = ""): boolean => /[^\s>]/.test(line) && !FRAME.test(line) && !DASHES.test(line);

/** The words of each column, which may be on several lines. */
const cellsOf = (lines: readonly string[], columns: readonly number[]): string[] =>
  columns.map((from, i) =>
    tidied(lines.map((line) => line.slice(from, columns[i + 1]).replace(/\|\s*$/, "")).join(" ")),
  );

function report(cells: readonly string[], place: Parameters<Env["report"]>[1], env: Env): void {
  env.report("literal-table/pandoc", place, {
    headings: `| ${cells.map((cell) => cell || "…").join(" | ")} |`,
    dashes: `|${cells.map(() => "---|").join("")}`,
  });
}
