// The tokens of one run of text → the same with its raw HTML cleaned, and the players that must follow it.
// Here each tag is a token of its own: what lies between two of them is Markdown.
import type { Token } from "markdown-it";
import { addTo } from "../../group.ts";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { makeToken, offsetOf } from "../tokens.ts";
import type { Cleaner } from "./cleaner.ts";

export interface Around {
  env: Env;
  cleaner: Cleaner;
  span: Span;
  flow: boolean;
  heading: string;
}

export function cleanInline(
  children: readonly Token[],
  around: Around,
): { children: Token[]; after: string } {
  const { cleaner } = around;
  const out: Token[] = [];
  const ends = new Ends(children);
  let after = "";
  let nested = 0;
  cleaner.open.pushMarkdown();
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (child === undefined) continue;
    if (child.type === "html_inline") {
      const cleaned = clean(child, i, ends, around);
      after += cleaned.after;
      add(cleaned.html);
      if (cleaned.skip !== undefined) i = ends.next(cleaned.skip, i);
      continue;
    }
    if (child.type === "link_open" && cleaner.open.inside("a") !== undefined) nested++;
    if (nested > 0 && (child.type === "link_open" || child.type === "link_close")) {
      // A link inside a link of raw HTML: only its text is kept.
      if (child.type === "link_close") nested--;
      continue;
    }
    if (child.nesting < 0) add(cleaner.open.popMarkdown());
    if (child.type === "text" || child.type === "code_inline" || child.type === "image")
      cleaner.note(child.content);
    out.push(child);
    if (child.nesting > 0) cleaner.open.pushMarkdown(child.type === "link_open" ? "a" : "");
  }
  add(cleaner.open.popMarkdown());
  return { children: out, after };

  function add(html: string): void {
    if (html !== "") out.push(makeToken("html_inline", "", 0, { content: html }));
  }
}

function clean(
  token: Token,
  index: number,
  ends: Ends,
  { env, cleaner, span, flow, heading }: Around,
): ReturnType<Cleaner["piece"]> {
  const start = offsetOf(token);
  return cleaner.piece(token.content, {
    at: (offset) => env.positions.at(span, start + offset),
    flow,
    heading,
    closesLater: (name) => ends.next(name, index) > index,
  });
}

/** Positions of the closing tags. */
class Ends {
  readonly #children: readonly Token[];
  #at: Map<string, number[]> | undefined;

  constructor(children: readonly Token[]) {
    this.#children = children;
  }

  /** Index of the first closing tag of a name after an index; that index if there is none. */
  next(name: string, after: number): number {
    this.#at ??= this.#collect();
    const places = this.#at.get(name) ?? [];
    // Called with increasing indexes: earlier ones are not needed again.
    while (places.length > 0 && (places.at(-1) ?? 0) <= after) places.pop();
    return places.at(-1) ?? after;
  }

  #collect(): Map<string, number[]> {
    const at = new Map<string, number[]>();
    for (let i = this.#children.length - 1; i >= 0; i--) {
      const child = this.#children[i];
      const name =
        child?.type === "html_inline"
          ? /^<\/([a-z][a-z0-9-]*)/i.exec(child.content)?.[1]?.toLowerCase()
          : undefined;
      if (name !== undefined) addTo(at, name, i);
    }
    return at;
  }
}
