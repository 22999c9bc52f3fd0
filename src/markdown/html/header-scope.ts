// A header cell of a raw table → whether it heads a column or a row, for screen readers.
// Cells arrive one by one. The first cell of a table without `thead` may be either: the cell beside it tells.
import type { HtmlEvent } from "./lexer.ts";
import type { OpenElements } from "./open-elements.ts";

const CELLS = new Set(["th", "td"]);
const ROW_ENDS = new Set(["tr", "thead", "tbody", "tfoot", "table"]);

/** The cell after that of an index, in the same row and the same piece of HTML. */
export function nextCell(events: readonly HtmlEvent[], index: number): string | undefined {
  for (let i = index + 1; i < events.length; i++) {
    const event = events[i];
    if (event === undefined || event.kind === "text") continue;
    if (event.kind === "open" && CELLS.has(event.name)) return event.name;
    if (ROW_ENDS.has(event.name)) return undefined;
  }
  return undefined;
}

/** Must be called for every row and cell, since it counts them. `beside` is the next cell of the row, if it is known. */
export function headerScope(
  name: "tr" | "th" | "td",
  open: OpenElements,
  beside: string | undefined,
): "col" | "row" | undefined {
  const table = open.inside("table");
  if (table === undefined) return undefined;
  if (name === "tr") {
    table.rows = (table.rows ?? 0) + 1;
    table.cells = 0;
    return undefined;
  }
  table.cells = (table.cells ?? 0) + 1;
  if (name === "td") return undefined;
  table.headed = true;
  const [rows, cells] = [table.rows ?? 0, table.cells];
  if (open.inside("thead") !== undefined) return "col";
  if (cells > 1) return rows > 1 ? undefined : "col";
  if (rows > 1) return "row";
  if (beside !== undefined) return beside === "th" ? "col" : "row";
  return open.inside("tbody") !== undefined ? "row" : undefined;
}
