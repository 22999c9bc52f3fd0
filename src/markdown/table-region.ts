// The region in which a wide table scrolls: it has a name, and is reachable by keyboard.
// A named `section` already has the role of a region; repeating it is an error for HTML checkers.
import { escapeHtml } from "../html.ts";
import type { UiWords } from "../strings/ui.ts";

/** Its opening tag before it is named. An editor's raw HTML cannot produce it: `tabindex` is not allowed there. */
export const UNNAMED_REGION = '<section class="table-scroll" tabindex="0">\n';

/** Opening tag of the region of a table, named by its number in the text and the heading above it. */
export function tableRegion(words: UiWords, number: number, heading: string): string {
  const label = words.tableLabel(number, heading);
  return UNNAMED_REGION.replace(">", () => ` aria-label="${escapeHtml(label)}">`);
}
