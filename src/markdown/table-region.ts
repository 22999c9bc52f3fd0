// The region that a wide table scrolls in: it has a name, and a keyboard can reach it.
// A named `section` has the role of a region by itself; saying so again is an error for HTML checkers.
import { escapeHtml } from "../html.ts";
import type { UiWords } from "../strings/ui.ts";

/** Its opening tag before it is named. No raw HTML of an editor comes out so: `tabindex` is not allowed there. */
export const UNNAMED_REGION = '<section class="table-scroll" tabindex="0">\n';

/** Opening tag of the region of a text's table, named after its number and the heading above it. */
export function tableRegion(words: UiWords, number: number, heading: string): string {
  const label = words.tableLabel(number, heading);
  return UNNAMED_REGION.replace(">", () => ` aria-label="${escapeHtml(label)}">`);
}
