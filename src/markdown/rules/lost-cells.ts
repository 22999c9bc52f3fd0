// A table row with more cells than the table has headings, of which the standard drops the last ones, and a line of text right
// below a table, which it reads as one more row → a warning.
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import { passRule } from "../rule.ts";
import { linksIn } from "./slack-links.ts";

/** Maximum number of lines listed in a message. */
const NAMED = 5;

export const lostCells = passRule("lost-cells", (tokens, env) => {
  if (env.holds("|"))
    for (const table of tablesOf(tokens)) {
      reportLost(table, env);
      reportText(table, env);
    }
});

interface Table {
  columns: number;
  /** Line of its headings. */
  head: number;
  /** Lines of its rows, counted from 0 in the body, without that of the headings. */
  rows: number[];
}

function tablesOf(tokens: readonly Token[]): Table[] {
  const tables: Table[] = [];
  let inHead = false;
  for (const { type, map } of tokens) {
    const table = tables.at(-1);
    if (type === "table_open") tables.push({ columns: 0, head: map?.[0] ?? 0, rows: [] });
    else if (type === "thead_open" || type === "thead_close") inHead = type === "thead_open";
    else if (table !== undefined && type === "th_open") table.columns++;
    else if (table !== undefined && type === "tr_open" && map !== null && !inHead) table.rows.push(map[0]);
  }
  return tables;
}

function reportLost({ columns, rows }: Table, env: Env): void {
  const lines = env.positions.lines();
  const lost = rows.flatMap((row) => {
    const text = lines[row] ?? "";
    const at = beyond(text, columns);
    const found = at === undefined ? "" : cellsIn(text.slice(at));
    // Their message says what to write.
    const isTold = found !== "" && linksIn(text).length > 0;
    return at === undefined || found === "" || isTold ? [] : { row, text, at, found };
  });
  const [first, ...others] = lost;
  if (first === undefined) return;
  const { row, text, at, found } = first;
  const rest = text.slice(at);
  const place = env.positions.at({ content: text, first: row }, at + rest.length - rest.trimStart().length);
  env.report("lost-cell", place, {
    found: excerpt(found, 80),
    columns,
    others: others.slice(0, NAMED).map((one) => env.positions.line(one.row).line),
  });
}

/** In a table whose lines begin with a bar, one without any is not meant as a row. */
function reportText({ head, rows }: Table, env: Env): void {
  const lines = env.positions.lines();
  const row = rows.find((one) => !(lines[one] ?? "").includes("|"));
  if (row === undefined || !/^[\s>*+-]*(?:\d{1,9}[.)]\s+)?\|/.test(lines[head] ?? "")) return;
  const text = lines[row] ?? "";
  const at = /^[\s>]*/.exec(text)?.[0].length ?? 0;
  const found = text.slice(at).trim();
  if (found === "" || found.startsWith("{")) return;
  env.report("misread-text/row", env.positions.at({ content: text, first: row }, at), {
    found: excerpt(found, 80),
  });
}

/** Where the cell after the last heading begins; undefined if a row has none. */
function beyond(text: string, columns: number): number | undefined {
  let at = /^[\s>]*\|?/.exec(text)?.[0].length ?? 0;
  for (let cell = 0; cell < columns; cell++) {
    do at = text.indexOf("|", at) + 1;
    while (at > 1 && text[at - 2] === "\\");
    if (at === 0) return undefined;
  }
  return at;
}

const cellsIn = (text: string): string => text.trim().replace(/\|$/, "").trim();
