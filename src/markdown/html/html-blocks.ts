// A Markdown text → its pieces of raw HTML, in which Markdown is not parsed; all the rest of it is Markdown.
import { createCore } from "../core.ts";
import { isClosed, type Range } from "./events.ts";
import { lexHtml } from "./lexer.ts";
import { lineStarts } from "../../lines.ts";

let parser: ReturnType<typeof createCore> | undefined;

/**
 * Blocks of HTML with only blank lines between them are one piece. One that opens or closes an element around Markdown is left
 * out, unless it is the whole text.
 */
export function htmlBlocks(text: string): Range[] {
  parser ??= createCore().disable("inline");
  const starts = lineStarts(text);
  const found: Range[] = [];
  const isBlank = (start: number, end?: number): boolean => text.slice(start, end).trim() === "";
  for (const { type, map, level } of parser.parse(text, {})) {
    if (type !== "html_block" || level > 0 || map === null) continue;
    const start = starts[map[0]] ?? 0;
    const end = starts[map[1]] ?? text.length;
    const last = found.at(-1);
    if (last !== undefined && isBlank(last.end, start)) last.end = end;
    else found.push({ start, end });
  }
  return found.filter(
    ({ start, end }) => (isBlank(0, start) && isBlank(end)) || isClosed(lexHtml(text.slice(start, end))),
  );
}
