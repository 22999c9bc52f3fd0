// Tables, in Markdown and raw HTML alike → tables that a keyboard can scroll and a screen reader can follow: each in a region that is
// named by its number and its caption, or the heading above; headers with a scope.
import type { Env } from "./env.ts";
import { HEADINGS } from "./html/policy.ts";
import {
  attr,
  eachElement,
  isElement,
  makeElement,
  makeText,
  setAttr,
  textOf,
  tidied,
  type Element,
} from "./tree.ts";

export function shapeTables(root: Element, env: Env): void {
  if (!env.names.has("table")) return;
  let number = 0;
  let heading = "";
  eachElement(root, (element, parent) => {
    if (HEADINGS.has(element.name)) heading = tidied(textOf(element.children));
    if (element.name !== "table") return;
    if (element.raw) rawScopes(element);
    else scopes(element);
    const caption = element.children.find((node) => isElement(node, "caption"));
    const title = isElement(caption) ? tidied(textOf(caption.children)) : "";
    const label = env.words.tableLabel(++number, title === "" ? heading : title);
    // A named `section` already has the role of a region; repeating it is an error for HTML checkers.
    const region = makeElement(
      "section",
      element,
      [makeText("\n"), element, makeText("\n")],
      [
        ["class", "table-scroll"],
        ["tabindex", "0"],
        ["aria-label", label],
      ],
    );
    region.lines = element.lines;
    parent.children[parent.children.indexOf(element)] = region;
    return false;
  });
}

/** True if a cell of a table heads a column or a row. */
export function hasHeaders(table: Element): boolean {
  let isHeaded = false;
  eachElement(table, ({ name, children, raw }) => {
    isHeaded ||= name === "th" && (raw || tidied(textOf(children)) !== "");
    return !isHeaded;
  });
  return isHeaded;
}

export const rowsOf = (table: Element): Element[] => {
  const rows: Element[] = [];
  eachElement(table, (element) => {
    if (element.name === "tr") rows.push(element);
    return element.name !== "table";
  });
  return rows;
};

const cellsOf = (row: Element): Element[] =>
  row.children.filter((node) => isElement(node)).filter(({ name }) => name === "th" || name === "td");

/** If only the first column has no heading, its cells are the headers of the rows. */
function scopes(table: Element): void {
  const [first, ...others] = rowsOf(table);
  const headings = first === undefined ? [] : cellsOf(first);
  const isEmpty = (cell: Element | undefined): boolean => tidied(textOf(cell?.children ?? [])) === "";
  for (const cell of headings)
    if (isEmpty(cell)) cell.name = "td";
    else cell.attrs.unshift(["scope", "col"]);
  if (!isEmpty(headings[0]) || headings.every(isEmpty)) return;
  for (const row of others) {
    const [cell] = cellsOf(row);
    if (cell === undefined || isEmpty(cell)) continue;
    cell.name = "th";
    cell.attrs.unshift(["scope", "row"]);
  }
}

/** The first cell of a raw table without `thead` may head a column or a row: the cell beside it tells. */
function rawScopes(table: Element): void {
  const head = table.children.find((node) => isElement(node, "thead"));
  for (const [y, row] of rowsOf(table).entries()) {
    const cells = cellsOf(row);
    for (const [x, cell] of cells.entries()) {
      if (cell.name !== "th" || attr(cell, "scope") !== undefined) continue;
      const isInHead = isElement(head) && head.children.includes(row);
      const beside = cells[1]?.name;
      const first = y > 0 || beside === "td" ? "row" : beside === "th" ? "col" : undefined;
      const scope = isInHead ? "col" : x === 0 ? first : y === 0 ? "col" : undefined;
      if (scope !== undefined) setAttr(cell, "scope", scope);
    }
  }
}
