// Links → links that are safe, work wherever the site is put, and are known to the checks that follow.
// Runs after pictures, whose text may name a link, and after raw HTML, which must not clean what is added here.
import type { MarkdownIt, Token } from "markdown-it";
import { reportRefused, resolveAddress } from "../addresses.ts";
import { linkBareAddresses } from "../bare-addresses.ts";
import type { Env } from "../env.ts";
import { addressAsText, checkLinkText } from "../link-text.ts";
import { mayHoldLiteralLinks, reportLiteralLinks } from "../literal-links.ts";
import type { Span } from "../positions.ts";
import { addPass, eachInline, plainText, type Rule } from "../rule.ts";
import { offsetOf } from "./marks.ts";

export const links: Rule = {
  name: "links",
  install(md: MarkdownIt) {
    linkBareAddresses(md);
    // All addresses are parsed as links, so that a refused one can be reported and its text kept.
    md.validateLink = () => true;
    addPass(md, "links", (tokens, env, state) => {
      eachInline(tokens, (token, children, span) => {
        if (!children.some((child) => child.type === "link_open")) return;
        token.children = children.flatMap((child, i) => link(child, i, children, span, env, state.Token));
      });
      if (mayHoldLiteralLinks(env.source.body)) reportLiteralLinks(tokens, env);
    });
  },
};

function link(child: Token, i: number, children: Token[], span: Span, env: Env, Make: typeof Token): Token[] {
  if (child.type === "link_close") return child.hidden ? [] : [child];
  if (child.type !== "link_open") return [child];
  let end = i + 1;
  while (end < children.length && children[end]?.type !== "link_close") end++;
  const href = child.attrGet("href") ?? "";
  const text = plainText(children.slice(i + 1, end));
  const place = env.positions.at(
    span,
    child.map === null ? Math.max(0, span.content.indexOf(href)) : offsetOf(child),
  );
  const address = resolveAddress(href, env);
  if (address === undefined) {
    reportRefused(href, place, env);
    const close = children[end];
    if (close !== undefined) close.hidden = true;
    return [];
  }
  child.attrSet("href", address.href);
  if (address.external) child.attrSet("rel", "noopener");
  env.reference("link", href, text, place);
  const inside = children.slice(i + 1, end);
  const raw = inside.some((other) => other.type === "html_inline");
  if (raw || !checkLinkText(text, href, place, env)) return [child];
  const shown = new Make("html_inline", "", 0);
  shown.content = addressAsText(
    href,
    inside.some((other) => other.type === "image"),
  );
  return [child, shown];
}
