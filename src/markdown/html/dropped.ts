// An element that is dropped with all it holds → where it ends.
// One that never ends loses its tag only, so that no text is lost; a script or style holds code, never text.
import type { HtmlEvent } from "./lexer.ts";

/**
 * Index of the last event to drop, from a tag on, up to the end of the element `name`: that tag's own where it has no end.
 * `unclosed` keeps the names known to have none, so that each is looked for once.
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
