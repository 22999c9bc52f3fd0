// Links → safe links that work wherever the site is served, registered for the checks that follow.
// Runs after pictures, whose text may name a link, and after raw HTML, which must not clean what is added here.
import type { MarkdownIt, Token } from "markdown-it";
import { reportRefused, resolveAddress } from "../addresses.ts";
import { linkBareAddresses } from "../links/bare-addresses.ts";
import type { Env } from "../env.ts";
import { addressAsText, checkLinkText } from "../links/link-text.ts";
import { mayHoldLiteralLinks, reportLiteralLinks } from "../links/literal-links.ts";
import { checkLinkedPicture } from "../pictures/pictures.ts";
import type { Span } from "../positions.ts";
import { addPass, eachInline, plainText, type Rule } from "../rule.ts";
import { makeText, makeToken, offsetOf } from "../tokens.ts";

export const links: Rule = {
  name: "links",
  install(md: MarkdownIt) {
    linkBareAddresses(md);
    // All addresses are parsed as links, so that a rejected one can be reported and its text kept.
    md.validateLink = () => true;
    addPass(md, "links", (tokens, env) => {
      eachInline(tokens, (token, children, span, i) => {
        if (!children.some(isLink)) return;
        const isTitle = tokens[i - 1]?.type === "heading_open" && plainText(children).trim() !== "";
        token.children = new Walk(children, { span, isTitle }, env).run();
      });
      if (env.leaves("]") && mayHoldLiteralLinks(env.source.body)) reportLiteralLinks(tokens, env);
    });
  },
};

const isLink = (child: Token): boolean => child.type === "link_open";

/** One pass over the tokens of a block's text. */
class Walk {
  readonly #children: readonly Token[];
  readonly #span: Span;
  readonly #isTitle: boolean;
  readonly #env: Env;
  readonly #out: Token[] = [];

  /** `isTitle` for a heading with a text. */
  constructor(children: readonly Token[], { span, isTitle }: { span: Span; isTitle: boolean }, env: Env) {
    this.#children = children;
    this.#span = span;
    this.#isTitle = isTitle;
    this.#env = env;
  }

  run(): Token[] {
    this.#children.forEach((child, i) => {
      if (isLink(child)) {
        this.#outside(this.#children[i + 1], "start");
        this.#link(child, i);
      } else if (child.type !== "link_close") this.#out.push(child);
      else {
        if (!child.hidden) this.#out.push(child);
        this.#outside(this.#children[i - 1], "end");
      }
    });
    return this.#out;
  }

  #link(open: Token, i: number): void {
    const env = this.#env;
    const end = this.#endOf(i);
    const inside = this.#children.slice(i + 1, end);
    const href = open.attrGet("href") ?? "";
    const text = plainText(inside);
    const at = open.map === null ? Math.max(0, this.#span.content.indexOf(href)) : offsetOf(open);
    const place = env.positions.at(this.#span, at);
    const address = resolveAddress(href, env);
    if (address === undefined || this.#isStray(i, end)) {
      if (address === undefined) reportRefused(href, place, env);
      else env.report("vague-link/stray", place, { href });
      const close = this.#children[end];
      if (close !== undefined) close.hidden = true;
      return;
    }
    open.attrSet("href", address.href);
    if (address.external) open.attrSet("rel", "noopener");
    env.reference("link", href, text, place);
    checkLinkedPicture(href, place, env);
    this.#out.push(open);
    const raw = inside.some((child) => child.type === "html_inline");
    if (!raw && checkLinkText(text, href, place, env)) this.#name(href, inside);
  }

  #endOf(i: number): number {
    let end = i + 1;
    while (end < this.#children.length && this.#children[end]?.type !== "link_close") end++;
    return end;
  }

  /**
   * A link without text that a copied page had beside a heading, or that a paste left in a word or against another link: nobody
   * means its address there.
   */
  #isStray(i: number, end: number): boolean {
    if (end > i + 1) return false;
    const before = this.#children[i - 1];
    const after = this.#children[end + 1];
    return (
      this.#isTitle ||
      before?.type === "link_close" ||
      (before?.type === "text" && /[\p{L}\p{N}]$/u.test(before.content)) ||
      (after?.type === "text" && /^[\p{L}\p{N}]/u.test(after.content))
    );
  }

  /** Spaces at an end of a link's text, as in `[ a link](…)`, would be underlined: they are put beside it. */
  #outside(text: Token | undefined, side: "start" | "end"): void {
    if (text?.type !== "text") return;
    const { content } = text;
    const kept = side === "start" ? content.trimStart() : content.trimEnd();
    if (kept.length === content.length) return;
    text.content = kept;
    const spaces =
      side === "start" ? content.slice(0, content.length - kept.length) : content.slice(kept.length);
    this.#out.push(makeText(spaces));
  }

  /** The text of an empty link is its address. */
  #name(href: string, inside: readonly Token[]): void {
    const picture = inside.some((child) => child.type === "image");
    this.#out.push(makeToken("html_inline", "", 0, { content: addressAsText(href, picture) }));
  }
}
