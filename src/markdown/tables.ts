// Tables, in Markdown and raw HTML alike → tables that a keyboard can scroll and a screen reader can follow: each in a region that is
// named by its number and its caption, or the heading above; those of Markdown have headers with a scope.
import type { Env } from "./env.ts";
import { HEADINGS } from "./html/policy.ts";
import { Element, isElement, makeText, textOf } from "./tree.ts";

export function shapeTables(root: Element, env: Env): void {
  if (!env.names.has("table")) return;
  let number = 0;
  let heading = "";
  root.each((element, parent) => {
    if (HEADINGS.has(element.name)) heading = element.title;
    if (element.name !== "table") return;
    if (!element.raw) addScopes(element);
    const caption = element.children.find((node) => isElement(node, "caption"));
    const title = isElement(caption) ? caption.title : "";
    const label = env.words.tableLabel(++number, title === "" ? heading : title);
    // A named `section` already has the role of a region; repeating it is an error for HTML checkers.
    const region = new Element("section", element, [makeText("\n"), element, makeText("\n")], {
      class: "table-scroll",
      tabindex: "0",
      "aria-label": label,
    });
    parent.children[parent.children.indexOf(element)] = region;
    return false;
  });
}

/** True if a cell of a table heads a column or a row. */
export function hasHeaders(table: Element): boolean {
  let isHeaded = false;
  table.each((cell) => {
    isHeaded ||= cell.name === "th" && (cell.raw || !isEmpty(cell));
    return !isHeaded;
  });
  return isHeaded;
}

const isEmpty = (cell: Element | undefined): boolean => textOf(cell?.children ?? []).trim() === "";

/** If only the first column has no heading, its cells are the headers of the rows. */
function addScopes(table: Element): void {
  const rows: Element[][] = [];
  table.each(({ name, children }) => {
    if (name === "tr") rows.push(children.filter((node) => isElement(node)));
    return name !== "tr";
  });
  const [headings = [], ...others] = rows;
  const areOfRows = isEmpty(headings[0]) && !headings.every(isEmpty);
  for (const cell of headings)
    if (isEmpty(cell)) cell.name = "td";
    else cell.attrs.unshift(["scope", "col"]);
  for (const [cell] of areOfRows ? others : []) {
    if (cell === undefined || isEmpty(cell)) continue;
    cell.name = "th";
    cell.attrs.unshift(["scope", "row"]);
  }
}
