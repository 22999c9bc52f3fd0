// Rows between bars that are not a table (the delimiter row or the headings are missing or wrong) → a warning with the line to
// paste.
// The text is printed as it is: this rule only reports. A parsed table is no longer a paragraph at this point.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { eachParagraph, passRule } from "../rule.ts";

/** A row that was meant as delimiters, including dashes of other lengths and similar characters. */
const DASHES = /^[|:\s\-‐-―−=_+.]+$/;
const STROKE = /[-‐-―−=_]/;
const CELL = /^\s*:?-+:?\s*$/;

export const literalTables = passRule("literal-tables", (tokens, env) => {
  if (!env.holds("|")) return;
  eachParagraph(tokens, (token, i) => {
    if (!token.content.includes("|") || uneven(token, env)) return;
    if (!token.content.startsWith("|") && !token.content.includes("\n|")) return;
    const lost = findLost(rowsOf(token.content), tokens[i - 2]?.type === "table_close");
    if (lost !== undefined) report(lost, token, env);
  });
});

/** A line of only dashes, colons and bars, which no sentence contains. */
const DELIMITERS =
  /^\s*(?:\|\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?|:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?|:?-+:?\s*\|)$/;

/** Reports a delimiter row with more or fewer cells than the headings above it; returns whether it did. */
function uneven(token: Token, env: Env): boolean {
  const lines = token.content.split("\n");
  const row = lines.findIndex((line, i) => {
    const above = i === 0 ? "" : (lines[i - 1] ?? "");
    return above.includes("|") && DELIMITERS.test(line) && !DELIMITERS.test(above);
  });
  if (row < 1) return false;
  const [headings = [], dashes = [], ...others] = lines.slice(row - 1).map(cellsOf);
  if (headings.length === dashes.length || headings.length === 0) return false;
  const offset = lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const place = env.positions.in(token, offset);
  const line = place.line + 1;
  const counts = { headings: headings.length, dashes: dashes.length, line };
  const escaped = withEscapedBars(lines[row - 1] ?? "");
  if (cellsOf(escaped).length === dashes.length) {
    env.report("literal-table/cells", place, { ...counts, at: place.line, fix: escaped.trim() });
    return true;
  }
  // Rows that match the delimiter row show which of the two lines is short.
  const short = dashes.length > headings.length && others.some(({ length }) => length >= dashes.length);
  env.report("literal-table/cells", place, {
    ...counts,
    at: short ? place.line : line,
    fix: short
      ? `| ${dashes.map((_, i) => headings[i]?.trim() ?? "…").join(" | ")} |`
      : `|${headings.map((_, i) => withColons(dashes[i])).join("|")}|`,
  });
  return true;
}

/** The cells of a line, as the parser counts them. */
function cellsOf(line: string): string[] {
  const cells = line.trim().split(/(?<!\\)\|/);
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}

/** A bar in code ends a cell like any other. */
const withEscapedBars = (line: string): string =>
  line.replace(/(`{1,3})[^`]{1,200}\1/g, (code) => code.replace(/(?<!\\)\|/g, "\\|"));

/** Three dashes, with the alignment that was written. */
function withColons(cell = ""): string {
  const written = cell.trim();
  return `${written.startsWith(":") ? ":" : ""}---${written.length > 1 && written.endsWith(":") ? ":" : ""}`;
}

interface Row {
  text: string;
  cells: readonly string[];
  /** Offset in its paragraph. */
  at: number;
  isDashes: boolean;
}

type Lost =
  | { why: "dashes" | "headings" | "cut"; first: Row }
  | { why: "wrong-dashes"; first: Row; wrong: Row };

/** The first consecutive rows decide what the table lacks. */
function findLost(rows: readonly (Row | undefined)[], afterTable: boolean): Lost | undefined {
  const [top] = rows;
  if (top && afterTable) return { why: "cut", first: top };
  const at = rows.findIndex((row, i) => {
    const below = rows[i + 1];
    return row && below && (row.isDashes || below.isDashes || row.cells.length === below.cells.length);
  });
  const first = rows[at] ?? (rows.length === 1 ? top : undefined);
  if (first === undefined) return undefined;
  if (first.isDashes)
    return first.cells.every((cell) => CELL.test(cell)) ? { why: "headings", first } : undefined;
  const below = rows[at + 1];
  if (below === undefined || at < 0) return undefined;
  return below.isDashes ? { why: "wrong-dashes", first, wrong: below } : { why: "dashes", first };
}

/** The lines of a paragraph that are between two bars and contain at least two cells. */
function rowsOf(content: string): (Row | undefined)[] {
  let next = 0;
  return content.split("\n").map((line) => {
    const start = next;
    next += line.length + 1;
    const text = line.trim();
    if (!text.startsWith("|") || !text.endsWith("|") || text.length < 3) return undefined;
    const cells = text.slice(1, -1).split(/(?<!\\)\|/);
    if (cells.length < 2) return undefined;
    return { text, cells, at: start + line.indexOf("|"), isDashes: DASHES.test(text) && STROKE.test(text) };
  });
}

function report(lost: Lost, token: Token, env: Env): void {
  const { first } = lost;
  const place = env.positions.in(token, first.at);
  const wrong = lost.why === "wrong-dashes" ? lost.wrong.cells : [];
  const dashes = `|${first.cells.map((_, i) => withColons(wrong[i])).join("|")}|`;
  const params = { dashes, headings: `|${first.cells.map(() => " … ").join("|")}|` };
  if (lost.why !== "wrong-dashes") {
    env.report(`literal-table/${lost.why}`, place, params);
    return;
  }
  const { line } = env.positions.in(token, lost.wrong.at);
  if (wrong.length === first.cells.length && wrong.every((cell) => CELL.test(cell))) {
    // Valid, but outside the item or quotation of its paragraph, where no table may begin.
    if (first.at > 0) env.report("literal-table/glued", place, {});
    else env.report("literal-table/outside", place, { line, before: env.positions.before(place) });
    return;
  }
  const found = lost.wrong.text.slice(0, 60);
  env.report("literal-table/wrong-dashes", place, { ...params, line, found });
}
