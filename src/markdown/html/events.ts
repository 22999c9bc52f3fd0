// What several readers of raw HTML ask about the events of a piece, before it is cleaned.
import type { HtmlEvent } from "./lexer.ts";
import { VOID } from "./policy.ts";

/** A part of a piece, by offsets in its content. */
export interface Range {
  start: number;
  end: number;
}

/** True if every element is opened and closed here; those named `optional` may be left open. */
export function isClosed(events: readonly HtmlEvent[], optional?: string): boolean {
  const open: string[] = [];
  for (const event of events) {
    if (event.kind === "text" || event.name === optional) continue;
    if (event.kind === "close" && open.pop() !== event.name) return false;
    if (event.kind === "open" && !VOID.has(event.name)) open.push(event.name);
  }
  return open.length === 0;
}

/** Elements whose text is code. */
const CODE = new Set("code kbd math pre samp script style svg template textarea var".split(" "));

/** The text events of a block, without those inside elements that show code. */
export function* textOutsideCode(events: readonly HtmlEvent[]): Generator<HtmlEvent> {
  let code = 0;
  for (const event of events) {
    if (event.kind === "text") {
      if (code <= 0) yield event;
    } else if (CODE.has(event.name)) code += event.kind === "open" ? 1 : -1;
  }
}
