// An element that is dropped with its content → where it ends.
// One that never ends loses only its tag, so that no text is lost. A script or style is only code, and is dropped to the end.
import type { HtmlEvent } from "./lexer.ts";

/**
 * Index of the last event to drop, from an opening tag to the end of the element `name`; if it has no end, the index of the
 * tag, or for a script or style, the end of the piece. `unclosed` keeps the names known to have no end, so that each is
 * searched for once.
 */
export function endOfDropped(
  events: readonly HtmlEvent[],
  from: number,
  name: string,
  unclosed: Set<string>,
): number {
  for (let i = from + 1; i < events.length && !unclosed.has(name); i++) {
    const event = events[i];
    if (event?.kind === "close" && event.name === name) return i;
  }
  unclosed.add(name);
  return name === "script" || name === "style" ? events.length : from;
}
