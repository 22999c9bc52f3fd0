// A header cell of a raw table → whether it heads a column or a row, for screen readers.
// Cells arrive one by one, without those that follow: the first cell of a table without `thead` may be either.
import type { OpenElements } from "./open-elements.ts";

/** Must be called for every row and cell, since it counts them. */
export function headerScope(name: "tr" | "th" | "td", open: OpenElements): "col" | "row" | undefined {
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
  return rows > 1 || open.inside("tbody") !== undefined ? "row" : undefined;
}
