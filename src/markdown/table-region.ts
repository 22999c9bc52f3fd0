// The region that a wide table scrolls in: it has a name, and a keyboard can reach it.
// A named `section` has the role of a region by itself; saying so again is an error for HTML checkers.
import { escapeHtml } from "../html.ts";
import type { Env } from "./env.ts";

/** Opening tag of the region of the next table of a text, named after its number and the heading above it. */
export function tableRegion(env: Env, heading: string): string {
  const label = env.words.tableLabel(++env.tables, heading);
  return `<section class="table-scroll" tabindex="0" aria-label="${escapeHtml(label)}">\n`;
}
