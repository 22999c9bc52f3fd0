// Characters meant as markup that stayed text (template tags, `**`, `_`, `==`) → warnings with the line to write.
// The text is printed as it is: this rule only reports.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { mayHoldEmphasis, reportEmphasis } from "../literal-emphasis.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";
import { readLeftover } from "../other-tools/template-leftovers.ts";
import { COMPONENT } from "../other-tools/template-tags.ts";
import { blotted, TextCursor } from "../text-cursor.ts";
import { isBreak, offsetOf } from "../tokens.ts";
import { AT_END } from "./attributes.ts";

const TEMPLATE = new RegExp(
  String.raw`\{%-?\s*[a-z/][^\n]{0,1000}?%\}|\{{3}[^{}\n]{1,200}\}{3}|\{\{[^{}\n]{0,200}\}\}|${COMPONENT}|\{\{?[<%#][^\n]{0,1000}?[>%#]\}\}?|\{::?[^{}\n]{1,200}\}`,
  "gi",
);
/** A whole tag, on whatever line of its paragraph it ends. */
const SPREAD =
  /\{(?:%(?:(?!\{[{%]|%\}|\n[ \t>]*\n)[^]){1,1000}%\}|\{(?:(?!\{[{%]|\}\}|\n[ \t>]*\n)[^]){1,1000}\}\})/g;
const LONGEST_TAG = 1010;
const SPREAD_HERE = new RegExp(`^${SPREAD.source}`);
/** The table of contents of other generators: kramdown, Hugo and its themes, Hexo. */
const CONTENTS = /^\{:[ \t]*toc\b|^\{\{?[<%]-?\s*toc\s*-?[>%]\}\}?$/i;
/** Other tools highlight text this way; an operator has a space or a name beside it. */
const MARKED =
  /(?<![=\p{L}\p{N}_)\]])==(?=[\p{L}\p{N}«“"*_[(])([^=\n]{1,200}?)(?<=\S)==(?![=\p{L}\p{N}_(])/gu;

/** Every leftover contains one of them, or a marker of emphasis that the parser left as text. */
const SIGNS = ["{", "==", "--"];
const MARKERS = ["*", "_"];
/** One or two signs alone in a paragraph: three would have drawn a line. */
const SHORT_RULE = /^(?:--|\*\*|__?)$/;

export const leftovers = passRule("leftovers", (tokens, env) => {
  if (![...SIGNS, ...MARKERS].some((sign) => env.holds(sign))) return;
  const signs = [...SIGNS, "%7"].filter((sign) => env.holds(sign));
  signs.push(...MARKERS.filter((sign) => env.leaves(sign)));
  if (signs.length === 0) return;
  if (env.holds("{")) for (const token of tokens) if (token.type === "html_block") inRawHtml(token, env);
  // The address of a link may be defined elsewhere.
  const defined = env.holds("]:");
  eachInline(tokens, ({ content }, children, span) => {
    if (content.length <= 2 && SHORT_RULE.test(content))
      env.report("literal-markup/rule", env.positions.at(span, 0), { found: content });
    if (defined || content.length > LONG || signs.some((sign) => content.includes(sign)))
      inText(children, span, env);
  });
});

/** Parts of a longer text share its whole content, which must not be read for each of them. */
const LONG = 10_000;

/** Removed from the page, with all that it contains. */
const COMMENT = /<!--(?:-?>|[^]*?(?:-->|$))/g;

function inRawHtml(token: Token, env: Env): void {
  if (!token.content.includes("{")) return;
  for (const found of blotted(token.content, COMMENT).matchAll(TEMPLATE)) {
    env.report("template-leftover", env.positions.in(token, found.index), readLeftover(found[0]));
  }
  for (const found of blotted(token.content, COMMENT).matchAll(SPREAD))
    if (found[0].includes("\n"))
      env.report(
        "template-leftover",
        env.positions.in(token, found.index),
        readLeftover(onOneLine(found[0])),
      );
}

const onOneLine = (tag: string): string => tag.replace(/\s*\n\s*/g, " ");

const decodeAddress = (encoded: string): string =>
  encoded.replace(/%7B/gi, "{").replace(/%7D/gi, "}").replace(/%25/g, "%").replace(/%20/g, " ");

/** A tag in the address of a link or picture, encoded by the parser. */
function inAddress(child: Token, span: Span, env: Env): void {
  const address = child.attrGet("href") ?? child.attrGet("src") ?? "";
  const found = /%7B(?:%7B|%25).*?(?:%7D%7D|%25%7D)/i.exec(address)?.[0];
  if (found === undefined) return;
  env.report(
    "template-leftover",
    env.positions.at(span, offsetOf(child)),
    readLeftover(decodeAddress(found)),
  );
}

/** A tag in an attribute of raw HTML inside a paragraph. */
function inTag(child: Token, span: Span, env: Env): void {
  if (!child.content.includes("{") || child.content.startsWith("<!--")) return;
  for (const found of child.content.matchAll(TEMPLATE))
    env.report(
      "template-leftover",
      env.positions.at(span, offsetOf(child) + found.index),
      readLeftover(found[0]),
    );
}

function inText(children: readonly Token[], span: Span, env: Env): void {
  const cursor = new TextCursor(span, env);
  let marks: TextCursor | undefined;
  let links = 0;
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (child === undefined) continue;
    if (child.type === "link_open" || child.type === "image") inAddress(child, span, env);
    if (child.type === "html_inline") inTag(child, span, env);
    if (child.type === "link_open" && child.info === "auto") links++;
    else if (child.type === "link_close" && child.info === "auto") links--;
    else if (child.type === "text" && links === 0) {
      if (child.content.includes("{")) {
        const before = children[i - 1]?.type === "link_close" ? children[i - 2] : children[i - 1];
        if (!(before?.type === "image" && size(child.content, cursor, env)))
          templates(child.content, children[i + 1], cursor, env);
      }
      if (mayHoldEmphasis(child.content))
        reportEmphasis(
          { text: child.content, before: beside(children[i - 1]), after: beside(children[i + 1]), span },
          cursor,
          env,
        );
      if (child.content.includes("==")) marked(child.content, (marks ??= new TextCursor(span, env)), env);
    }
  }
}

/** A link, a picture, code… beside a text on its line. */
const beside = (token: Token | undefined): Token | undefined => (isBreak(token) ? undefined : token);

function templates(text: string, next: Token | undefined, cursor: TextCursor, env: Env): void {
  // The attributes of a paragraph are at its end: before another of its lines, they have no effect.
  const attributes = isBreak(next) ? AT_END.exec(text)?.[0].trim() : undefined;
  for (const [found] of text.matchAll(TEMPLATE)) {
    const place = cursor.find(found);
    if (place === undefined) continue;
    if (CONTENTS.test(found)) env.report("literal-markup/contents", place, { found });
    else if (found === attributes) env.report("literal-markup/attributes", place, { found });
    else env.report("template-leftover", place, readLeftover(found));
  }
  begun(text, cursor, env);
}

/** A size after a picture, in braces that are not attributes. */
const UNREAD_SIZE =
  /^\s?(\{:?\s*(w(?:idth)?|h(?:eight)?|largeur|hauteur|taille|size)\s*[:=]\s*["'«]?\s?(\d{1,4})\s?(%)?(?:px)?\s?["'»]?;?\s*\})/i;

function size(text: string, cursor: TextCursor, env: Env): boolean {
  const [, found, word = "", figure = "", percent = ""] = UNREAD_SIZE.exec(text) ?? [];
  const place = found === undefined ? undefined : cursor.find(found);
  if (found === undefined || place === undefined) return false;
  const side = /^h/i.test(word) ? "height" : "width";
  env.report("literal-markup/size", place, { found, fix: `{${side}=${figure}${percent}}` });
  return true;
}

/** A tag that ends on another line, or beyond an address that became a link. */
function begun(text: string, cursor: TextCursor, env: Env): void {
  const beginning = text.slice(Math.max(text.lastIndexOf("{{"), text.lastIndexOf("{%")));
  if (!/^\{[{%]/.test(beginning) || /[}%]\}/.test(beginning)) return;
  const place = cursor.find(beginning);
  const found = place && SPREAD_HERE.exec(env.positions.after(place, LONGEST_TAG))?.[0];
  if (found) env.report("template-leftover", place, readLeftover(onOneLine(found)));
}

function marked(text: string, cursor: TextCursor, env: Env): void {
  for (const [found, inner = ""] of text.matchAll(MARKED)) {
    const place = cursor.find(found);
    if (place !== undefined)
      env.report("literal-emphasis/mark", place, { found, fix: `<mark>${inner}</mark>` });
  }
}
