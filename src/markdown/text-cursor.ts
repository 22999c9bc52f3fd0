// A text that a rule found in tokens → its position in the source of its block.
// Escaped characters, code and tags are blanked there, so that only what was parsed as text is found.
import type { Place } from "../problems.ts";
import type { Env } from "./env.ts";
import type { Span } from "./positions.ts";

/** The source of a block with code and escaped characters blanked; the rest keeps its offsets. */
export function readAsText(content: string): string {
  return blotted(content, UNREAD);
}

/** The same, with tags, comments, and code between tags blanked too. */
export function proseOf(content: string): string {
  const text = readAsText(content);
  return text.includes("<") ? blotted(text, RAW) : text;
}

/** A text with all matches of a pattern replaced by spaces. */
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

/** Finds texts in sequence in the content of a block, so that each repetition gets its own position. */
export class TextCursor {
  readonly #span: Span;
  readonly #env: Env;
  #content: string | undefined;
  #from = 0;

  constructor(span: Span, env: Env) {
    this.#span = span;
    this.#env = env;
  }

  /**
   * Undefined if the source does not contain the text, for instance because a character is escaped: then it was intended; and for an
   * empty text, which is nowhere.
   */
  find(text: string, shift = 0): Place | undefined {
    const at = text === "" ? undefined : this.offset(text);
    return at === undefined ? undefined : this.#env.positions.at(this.#span, at + shift);
  }

  /** Offset of the next occurrence in the source of the block. */
  offset(text: string): number | undefined {
    this.#content ??= proseOf(this.#span.content);
    const at = this.#content.indexOf(text, this.#from);
    if (at < 0) return undefined;
    this.#from = at + text.length;
    return at;
  }
}
