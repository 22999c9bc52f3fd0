// A text that a rule read in tokens → its place in the source of its block.
// Escaped signs, code and tags are blanked there, so that what is found is what was read as text.
import type { Place } from "../problems.ts";
import type { Env } from "./env.ts";
import type { Span } from "./positions.ts";

/** The source of a block without its code and escaped signs; what is left keeps its offsets. */
export function readAsText(content: string): string {
  return blotted(content, UNREAD);
}

/** The same without its tags and comments, and code between tags. */
export function proseOf(content: string): string {
  const text = readAsText(content);
  return text.includes("<") ? blotted(text, RAW) : text;
}

/** A text with spaces for all that a pattern finds. */
export function blotted(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => " ".repeat(found.length));
}

const UNREAD = /\\[^\n]|(?<!`)(`+)(?!`)[^]{0,2000}?(?<!`)\1(?!`)/g;
const RAW = new RegExp(
  [
    String.raw`<(code|kbd|samp|var)(?:\s[^<>]{0,300})?>[^]{0,1000}?</\1>`,
    String.raw`<!--[^]{0,2000}?-->`,
    // A tag of another generator is text.
    String.raw`(?<!\{\{)</?[a-z][a-z0-9-]{0,30}(?:\s[^<>]{0,2000})?/?>`,
  ].join("|"),
  "gi",
);

/** Finds texts one after the other in the content of a block, so that each repetition gets its own place. */
export class TextCursor {
  readonly #span: Span;
  readonly #env: Env;
  #content: string | undefined;
  #from = 0;

  constructor(span: Span, env: Env) {
    this.#span = span;
    this.#env = env;
  }

  /** Undefined where the source holds no such text, as when a sign is escaped: then it was meant. */
  find(text: string, shift = 0): Place | undefined {
    const at = this.offset(text);
    return at === undefined ? undefined : this.#env.positions.at(this.#span, at + shift);
  }

  /** Where the next such text begins in the source of the block. */
  offset(text: string): number | undefined {
    this.#content ??= proseOf(this.#span.content);
    const at = this.#content.indexOf(text, this.#from);
    if (at < 0) return undefined;
    this.#from = at + text.length;
    return at;
  }
}
