// Raw HTML among the tokens → HTML filtered by the allow-list, balanced with the Markdown around it.
// Returns at once for texts without raw HTML, so that they cost nothing.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { Cleaner } from "../html/cleaner.ts";
import { cleanInline } from "../html/inline.ts";
import { splitAtBreaks } from "../html/paragraphs.ts";
import { spanOf } from "../positions.ts";
import { addPass, plainText, type Rule } from "../rule.ts";
import { isBlankText, makeToken } from "../tokens.ts";

export const rawHtml: Rule = {
  name: "raw-html",
  install(md: MarkdownIt) {
    addPass(md, "raw-html", (tokens, env, state) => {
      if (!env.holds("<")) return;
      const present = tokens.some(
        (token) =>
          token.type === "html_block" || token.children?.some((child) => child.type === "html_inline"),
      );
      if (present) state.tokens = new Walk(env).run(tokens);
    });
  },
};

/** Elements that raw HTML inside them may ask for. */
const ASKED = new Set(["figure", "blockquote"]);

/** Removes paragraphs and breaks that imitate a blank line: a screen reader would stop at each. */
function withoutSpacers(html: string): string {
  const full = html.includes("<p>") ? html.replace(/<p>[\s\u00a0]*<\/p>\n?/g, "") : html;
  return /^\s*(?:<br>\s*)+$/.test(full) ? "" : full;
}

/** One pass over the tokens of a text. */
class Walk {
  readonly #env: Env;
  readonly #cleaner: Cleaner;
  readonly #out: Token[] = [];
  #heading: string;
  #row = 0;
  /** Players to output after the paragraph that they were written in. */
  #after = "";

  constructor(env: Env) {
    this.#env = env;
    this.#cleaner = new Cleaner(env);
    this.#heading = env.source.title;
  }

  run(tokens: readonly Token[]): Token[] {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token === undefined) continue;
      if (token.map !== null) this.#row = token.map[0];
      if (token.type === "heading_open")
        this.#heading = plainText(tokens[i + 1]?.children ?? []).trim() || this.#heading;
      this.#visit(token, tokens[i - 1], tokens[i + 1]);
    }
    this.#add(this.#cleaner.end());
    return this.#out;
  }

  #visit(token: Token, parent: Token | undefined, next: Token | undefined): void {
    if (token.nesting < 0) this.#add(this.#cleaner.open.popMarkdown());
    if (token.type === "html_block") token.content = this.#block(token);
    else if (token.type === "inline" && token.children !== null)
      this.#inline(token, token.children, parent, next);
    if (token.type === "inline" && parent?.type === "paragraph_open" && !parent.hidden && next !== undefined)
      this.#paragraphs(token, parent, next);
    else this.#out.push(token);
    if (token.nesting > 0) this.#cleaner.open.pushMarkdown(ASKED.has(token.tag) ? token.tag : "");
    if (token.nesting < 0 && this.#after !== "") {
      this.#add(this.#after);
      this.#after = "";
    }
  }

  /** The text of a paragraph, split if its author typed `<br><br>`. */
  #paragraphs(token: Token, open: Token, close: Token): void {
    const children = token.children ?? [];
    const parts = children.some(({ content }) => content === "<br>") ? splitAtBreaks(children) : [];
    if (parts.length === 0) this.#out.push(token);
    for (const [i, part] of parts.entries()) {
      if (i > 0) this.#out.push(this.#copy(close), this.#copy(open, { attrs: null }));
      this.#out.push(this.#copy(token, { children: part }));
    }
  }

  #copy(token: Token, changes: Partial<Token> = {}): Token {
    return Object.assign(makeToken(token.type, token.tag, token.nesting), token, changes);
  }

  #add(html: string): void {
    if (html !== "") this.#out.push(makeToken("html_block", "", 0, { content: html }));
  }

  #block(token: Token): string {
    // The content is replaced before the places of elements left open are asked for.
    const span = spanOf(token);
    const headings = this.#env.rawHeadings.get(token);
    const html = this.#cleaner.block(token.content, {
      at: (offset) => this.#env.positions.at(span, offset),
      flow: true,
      heading: this.#heading,
      headings,
    });
    for (const { text } of headings?.values() ?? []) if (text !== "") this.#heading = text;
    return `${withoutSpacers(html).trimEnd()}\n`;
  }

  #inline(token: Token, children: Token[], parent: Token | undefined, close: Token | undefined): void {
    const hidden = parent?.type === "paragraph_open" && parent.hidden;
    const flow = parent === undefined || hidden || parent.type === "td_open" || parent.type === "th_open";
    const span = { content: token.content, first: token.map?.[0] ?? this.#row };
    const around = { env: this.#env, cleaner: this.#cleaner, span, flow, heading: this.#heading };
    const done = cleanInline(children, around);
    token.children = done.children;
    this.#after += done.after;
    const empty = done.children.every((child) => child.type === "softbreak" || isBlankText(child));
    if (empty && parent?.type === "paragraph_open" && close !== undefined)
      parent.hidden = close.hidden = true;
  }
}
