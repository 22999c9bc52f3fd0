// Visible text → the same with the typography of its language, in Markdown and in raw HTML alike.
// Runs over finished tokens: ids, links and messages use what the author wrote.
import type { MarkdownIt, Token } from "markdown-it";
import { holdsSigns, typeset, typographerFor } from "../../typography/typographer.ts";
import type { Part } from "../../typography/edits.ts";
import type { Env } from "../env.ts";
import { addPass, plainText, type Rule } from "../rule.ts";
import { makeText, makeToken } from "../tokens.ts";
import type { Heading } from "../types.ts";
import { BlockText } from "../typography/block-text.ts";
import { readHtml } from "../typography/html-text.ts";

export const typography: Rule = {
  name: "typography",
  install(md: MarkdownIt) {
    addPass(md, "typography", (tokens, env) => {
      const { typography: wanted, lang, body } = env.source;
      if (wanted !== true) return;
      if (typographerFor(lang) !== undefined || body.includes("lang=")) new Walk(env).run(tokens);
    });
  },
};

/** One pass over the tokens of a text. */
class Walk {
  readonly #env: Env;
  readonly #block: BlockText;
  /** Tokens that were split. */
  readonly #split = new Map<Token, Token[]>();
  #headings: Map<string, Heading> | undefined;
  #set = false;

  constructor(env: Env) {
    this.#env = env;
    this.#block = new BlockText(typographerFor(env.source.lang));
  }

  run(tokens: readonly Token[]): void {
    let opening: Token | undefined;
    for (const token of tokens) {
      if (this.#mayPass(token)) this.#passage(token);
      if (token.type === "html_block" || token.type === "player") {
        const html = readHtml(token.content, this.#block);
        this.#block.end();
        token.content = html();
      } else if (token.type === "inline" && token.children !== null) {
        this.#inline(token, token.children);
        if (opening?.type === "heading_open") this.#heading(opening, token);
      }
      opening = token;
    }
    // The remaining headings are in raw HTML.
    for (const heading of this.#headings?.values() ?? this.#env.headings)
      heading.text = typeset(heading.text, this.#block.rules);
  }

  /** Whether a token begins or ends what has a language of its own, or is in it: nearly none is. */
  #mayPass(token: Token): boolean {
    return (
      token.nesting !== 0 &&
      (this.#block.inPassage || (token.attrs !== null && token.attrGet("lang") !== null))
    );
  }

  /** Tracks the languages that `{lang=…}` sets on blocks and phrases. */
  #passage(token: Token): void {
    const key = `${token.type.replace(/_(?:open|close)$/, "")} ${String(token.level)}`;
    if (token.nesting < 0) this.#block.close(key);
    else {
      const lang = token.attrs === null ? null : token.attrGet("lang");
      if (lang === null) this.#block.open(key);
      else this.#block.enter(key, typographerFor(lang));
    }
  }

  #inline(inline: Token, children: readonly Token[]): void {
    let ends: (() => void)[] | undefined;
    let address = false;
    this.#set = false;
    for (const child of children) {
      if (this.#mayPass(child)) this.#passage(child);
      if (child.type === "text" && !address) {
        this.#block.add(child.content, (parts) => {
          this.#put(child, parts);
        });
      } else if (child.type === "link_open" || child.type === "link_close") {
        address = child.nesting > 0 && child.info === "auto";
        const title = child.attrs === null ? null : child.attrGet("title");
        if (title !== null) child.attrSet("title", typeset(title, this.#block.rules));
      } else if (child.type === "text" || child.type === "code_inline") this.#block.addObject();
      else if (child.type === "hardbreak") this.#block.addBreak();
      else if (child.type === "softbreak") this.#lineEnd(child);
      else if (child.type === "strong_close" || child.type === "em_close") this.#block.addPhraseEnd();
      else if (child.type === "html_inline") (ends ??= []).push(this.#html(child, "content"));
      else if (child.type === "image") {
        if (holdsSigns(child.content) || child.attrGet("title") !== null)
          (ends ??= []).push(this.#html(child, "info"));
        else this.#block.addObject();
      }
    }
    this.#block.end();
    for (const end of ends ?? []) end();
    if (this.#split.size === 0) return;
    inline.children = children.flatMap((child) => this.#split.get(child) ?? child);
    this.#split.clear();
  }

  /** The end of a line is a space, unless a rule wants another one there. */
  #lineEnd(token: Token): void {
    this.#block.add("\n", (parts) => {
      token.type = "text";
      this.#put(token, parts);
    });
  }

  #html(token: Token, field: "info" | "content"): () => void {
    const html = readHtml(token[field], this.#block);
    return () => {
      token[field] = html();
    };
  }

  #put(token: Token, parts: readonly Part[]): void {
    this.#set = true;
    if (!parts.some((part) => part.raised)) {
      token.content = parts.map((part) => part.text).join("");
      return;
    }
    this.#split.set(
      token,
      parts.flatMap(({ text, raised }) =>
        raised
          ? [makeToken("sup_open", "sup", 1), makeText(text), makeToken("sup_close", "sup", -1)]
          : makeText(text),
      ),
    );
  }

  /** The table of contents shows the same text as the heading. */
  #heading(open: Token, inline: Token): void {
    this.#headings ??= new Map(this.#env.headings.map((heading) => [heading.id, heading]));
    const id = open.attrGet("id") ?? "";
    const heading = this.#headings.get(id);
    this.#headings.delete(id);
    if (this.#set && heading !== undefined)
      heading.text = plainText(inline.children ?? [])
        .replace(/[ \t\n]+/g, " ")
        .trim();
  }
}
