// Rows between bars that are no table (no line of dashes, a wrong one, no line of headings) → a warning with the line to paste.
// The text is printed as it is: this rule only reports. What the parser made a table of is no paragraph any more.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { spanOf } from "../positions.ts";
import { addPass, type Rule } from "../rule.ts";

/** A row that was meant to hold dashes: those of another length and other strokes too. */
const DASHES = /^[|:\s\-‐-―−=_+.]+$/;
const STROKE = /[-‐-―−=_]/;
const CELL = /^\s*:?-+:?\s*$/;

export const literalTables: Rule = {
  name: "literal-tables",
  install(md: MarkdownIt) {
    addPass(md, "literal-tables", (tokens, env) => {
      if (!env.holds("|")) return;
      for (const [i, token] of tokens.entries()) {
        if (token.type !== "inline" || tokens[i - 1]?.type !== "paragraph_open") continue;
        if (!token.content.startsWith("|") && !token.content.includes("\n|")) continue;
        const lost = findLost(rowsOf(token.content), tokens[i - 2]?.type === "table_close");
        if (lost !== undefined) report(lost, token, env);
      }
    });
  },
};

interface Row {
  text: string;
  cells: readonly string[];
  /** Where it begins in its paragraph. */
  at: number;
  isDashes: boolean;
}

type Lost =
  { why: "dashes" | "headings" | "cut"; first: Row } | { why: "wrong-dashes"; first: Row; wrong: Row };

/** The first rows that stand one under the other decide what their table lacks. */
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

/** The lines of a paragraph that stand between two bars and hold at least two cells. */
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
  const span = spanOf(token);
  const place = env.positions.at(span, first.at);
  const params = { dashes: rowOf(first, "---"), headings: rowOf(first, " … ") };
  if (lost.why !== "wrong-dashes") {
    env.report(`literal-table/${lost.why}`, place, params);
    return;
  }
  const { line } = env.positions.at(span, lost.wrong.at);
  const found = lost.wrong.text.slice(0, 60);
  env.report("literal-table/wrong-dashes", place, { ...params, line, found });
}

/** As many cells as a row has, all alike. */
const rowOf = ({ cells }: Row, content: string): string => `|${cells.map(() => content).join("|")}|`;
