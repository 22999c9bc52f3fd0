// A block of a text → whether anything around it already arranges its content: a list, a table, a note, raw HTML.
// It is asked for blocks in order, and reads the tokens of a text once.
import type { Token } from "markdown-it";

/** Elements of raw HTML in which authors, or the blog they come from, arrange pictures themselves. */
const ARRANGING = /<(\/?)(?:div|figure|table|ul|ol|dl|center)(?=[\s/>])/gi;
/** Blocks in which a paragraph looks as it does outside. */
const PLAIN = /^(?:paragraph|blockquote|alert|figure)_/;

export class Surroundings {
  readonly #tokens: readonly Token[];
  #next = 0;
  /** Number of blocks of Markdown that are open and not plain. */
  #blocks = 0;
  #elements = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** True if the inline token at an index is the content of a paragraph, or of a figure without its caption, that nothing arranges. */
  isFree(index: number): boolean {
    const open = this.#tokens[index - 1];
    if (open?.type !== "paragraph_open" && open?.type !== "figure_open") return false;
    // With a class of its own, it is arranged by the site's styles.
    if (open.attrGet("class") !== null) return false;
    for (; this.#next < index; this.#next++) this.#pass(this.#tokens[this.#next]);
    return this.#blocks === 0 && this.#elements === 0;
  }

  #pass(token: Token | undefined): void {
    if (token === undefined) return;
    if (token.type === "html_block") {
      for (const [, close] of token.content.matchAll(ARRANGING))
        this.#elements = Math.max(0, this.#elements + (close === "" ? 1 : -1));
    } else if (token.nesting !== 0 && !PLAIN.test(token.type)) this.#blocks += token.nesting;
  }
}
