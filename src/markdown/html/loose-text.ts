// The events of a piece of raw HTML → where text is outside any paragraph, and where line breaks replace paragraphs.
// Old editors wrote `<center>words</center>` and `<br><br>`; readers get the paragraphs that were meant.
import type { HtmlEvent } from "./lexer.ts";
import { BLOCK, DROPPED_WHOLE, ELEMENTS, REPLACED, UNWRAPPED_BLOCKS, VOID } from "./policy.ts";

export interface LooseText {
  /** True if an event begins words that are in no element at all. */
  wraps(index: number): boolean;
  /** Index of the last of several consecutive line breaks that begin at an index; that index if there is only one. */
  breaks(index: number): number;
  /** True if words follow an event before the next block. */
  follows(index: number): boolean;
}

export function looseText(events: readonly HtmlEvent[]): LooseText {
  let words: boolean[] | undefined;
  const follows = (index: number): boolean => (words ??= followed(events))[index] === true;
  return {
    follows,
    wraps(index) {
      const event = events[index];
      if (event?.kind === "text") return event.text.trim() !== "";
      return event?.kind === "open" && isPhrase(event.name) && follows(index);
    },
    breaks(index) {
      let last = index;
      for (let i = index + 1; i < events.length; i++) {
        const event = events[i];
        if (event?.kind === "open" && event.name === "br") last = i;
        else if (event?.kind !== "text" || event.text.trim() !== "") break;
      }
      return last;
    },
  };
}

const shownAs = (name: string): string => REPLACED.get(name) ?? name;

function isPhrase(written: string): boolean {
  const name = shownAs(written);
  return ELEMENTS.has(name) && !BLOCK.has(name) && !VOID.has(name) && name !== "video" && name !== "audio";
}

/** For each event, whether words follow it before a block begins or ends. */
function followed(events: readonly HtmlEvent[]): boolean[] {
  const words: boolean[] = [];
  let next = false;
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i];
    words[i] = next;
    if (event === undefined) continue;
    if (event.kind === "text") next ||= event.text.trim() !== "";
    else if (ends(event.name)) next = false;
  }
  return words;
}

const ends = (name: string): boolean =>
  BLOCK.has(shownAs(name)) || UNWRAPPED_BLOCKS.has(name) || DROPPED_WHOLE.has(name) || name === "iframe";
