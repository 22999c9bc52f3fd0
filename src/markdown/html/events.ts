// Questions about the events and tokens of raw HTML: where an element ends, which lines it has, what its author wrote.
import type { Token } from "markdown-it";
import type { Node } from "../tree.ts";
import { valueOf } from "./attributes.ts";
import type { Attribute, HtmlEvent } from "./lexer.ts";
import { HEADINGS } from "./policy.ts";

/** Index of the first item behind an index that passes a test; -1 if there is none. */
export function next<T>(items: readonly T[], from: number, test: (item: T) => boolean): number {
  for (let i = from + 1; i < items.length; i++) if (test(items[i] as T)) return i;
  return -1;
}

/** Index of the closing tag of a name. */
export function endOf(children: readonly Token[], from: number, name: string): number {
  const tag = new RegExp(`^</${name}[\\s>]`, "i");
  return next(children, from, ({ type, content }) => type === "html_inline" && tag.test(content));
}

/** Offset of the closing tag of a heading; -1 if its author left it open. */
export function endOfHeading(events: readonly HtmlEvent[], at: number): number {
  const end = events[next(events, at, (event) => event.kind !== "text" && HEADINGS.has(event.name))];
  return end?.kind === "close" ? end.start : -1;
}

/** The lines of the blocks that a block of raw HTML begins. */
export function giveLines(nodes: readonly Node[], { content, map }: Token): void {
  let row = map?.[0] ?? 0;
  let at = 0;
  for (const node of nodes) {
    if (node.kind !== "element") continue;
    for (
      let end = content.indexOf("\n", at);
      end >= 0 && end < node.offset;
      end = content.indexOf("\n", at)
    ) {
      at = end + 1;
      row++;
    }
    if (map !== null) node.lines ??= [row, map[1]];
  }
}

/** The size and the description of a picture as they are written; the policy keeps plain numbers only. */
export function keepWritten(attrs: [string, string][], attributes: readonly Attribute[]): void {
  for (const name of ["width", "height", "style"]) {
    const value = valueOf(attributes, name);
    if (value === undefined) continue;
    const given = attrs.find((one) => one[0] === name);
    if (given === undefined) attrs.push([name, value]);
    else given[1] = value;
  }
}
