// How a heading, or a line that looks like one, is written: its bold, its anchor, the signs around its words.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { tidied } from "../rule.ts";
import { isBlankText } from "../tokens.ts";

/** The signs of the quotation or item that begin the line of a heading; empty for a heading outside of them. */
export function signsBefore(open: Token, inline: Token | undefined, env: Env): string {
  if (open.level === 0) return "";
  const line = env.positions.lines()[open.map?.[0] ?? 0] ?? "";
  const [first = ""] = open.markup.startsWith("#") ? ["#"] : (inline?.content.split("\n") ?? []);
  return line.slice(0, Math.max(0, line.indexOf(first))).trimStart();
}

const FRAMED = /^={2,}[ \t]*\n([^\n]+)$/;

/** The title between two lines of equal signs, of which only the second makes a heading; undefined for any other heading. */
export function framedTitle(inline: Token | undefined): string | undefined {
  return FRAMED.exec(inline?.content ?? "")?.[1]?.trim();
}

/** True for a line that is one link, or one address, and nothing else: it calls to act, and is no heading. */
export function isLinkAlone(children: readonly Token[]): boolean {
  const seen = children.filter((child) => !isBlankText(child));
  const isTag = (token: Token | undefined, tag: RegExp): boolean =>
    token?.type === "html_inline" && tag.test(token.content);
  const opens = seen.filter((token) => token.type === "link_open" || isTag(token, /^<a\s/i));
  const last = seen.at(-1);
  const isClosed = last?.type === "link_close" || isTag(last, /^<\/a\s*>$/i);
  return opens.length === 1 && opens[0] === seen[0] && isClosed;
}

const ANCHOR = /^<a((?:\s+(?:id|name)\s*=\s*(?:"[^"\s&]+"|'[^'\s&]+'|[^\s"'<>=`&]+))+)\s*>$/i;
const ID = /=\s*["']?([^\s"']+)/g;

/**
 * A heading without the empty `<a name="…"></a>` that gives it an id in other tools: the id becomes its own. A heading that
 * contains an `<a>` would not link to itself.
 */
export function withoutAnchor(children: Token[], open: Token, env: Env): Token[] {
  if (open.attrGet("id") !== null) return children;
  const at = children.findIndex(({ type, content }) => type === "html_inline" && ANCHOR.test(content));
  const close = children[at + 1];
  if (at < 0 || close?.type !== "html_inline" || !/^<\/a\s*>$/i.test(close.content)) return children;
  const ids = new Set(Array.from(children[at]?.content.matchAll(ID) ?? [], ([, id = ""]) => id));
  const [id, other] = ids;
  if (id === undefined || other !== undefined) return children;
  open.attrSet("id", env.ids.take(id));
  return children.toSpliced(at, 2);
}

/** The content of a heading as typed, so that its links and code are kept; links without text are not shown. */
export function sourceOf(inline: Token): string {
  const shown = inline.content.includes("`") ? inline.content : inline.content.replace(STRAY, "");
  const line = tidied(shown) || tidied(inline.content);
  const children = inline.children ?? [];
  return withoutBold(children) === children ? line : line.replace(BOLD, "$1");
}

const STRAY = /(?<!!)\[\]\([^()\s]+\)/g;
const BOLD =
  /^(?:[*_]?(?:\*\*|__)|<(?:b|strong)\s*>)\s*(.*?)\s*(?:(?:\*\*|__)[*_]?|<\/(?:b|strong)\s*>)(?=$|\s*\{[^{}]*\}$)/i;

/** The heading without bold, or bold in italics, that covers all of it. */
export function withoutBold(children: Token[]): Token[] {
  const inItalics = within(children, italicSign);
  const text = within(inItalics, boldSign);
  return text === inItalics ? children : text;
}

/** The tokens between the first and the last, if these are a pair of tags of the kind that `signOf` knows. */
function within(children: Token[], signOf: (token: Token | undefined) => number): Token[] {
  if (children.length < 3) return children;
  const seen = children.filter((child) => !isBlankText(child));
  const first = seen[0];
  const last = seen.at(-1);
  if (signOf(first) !== 1 || signOf(last) !== -1 || seen.length < 3) return children;
  if (last !== children[closeOf(children, signOf)]) return children;
  return children.filter((child) => child !== first && child !== last);
}

/** Attributes written after the bold that covers a heading, as in `**Title**{#id}`, are those of the heading. */
export function takeAttributes(open: Token, children: readonly Token[]): void {
  const covering = children.find((child) => !isBlankText(child));
  for (const [name, value] of covering?.attrs ?? [])
    if (name === "class") open.attrJoin(name, value);
    else open.attrSet(name, value);
}

/** 1 where bold begins, in Markdown or in raw HTML; -1 where it ends; 0 elsewhere. */
export function boldSign(token: Token | undefined): number {
  if (token?.type === "strong_open") return 1;
  if (token?.type === "strong_close") return -1;
  if (token?.type !== "html_inline") return 0;
  return /^<(?:b|strong)\s*>$/i.test(token.content)
    ? 1
    : /^<\/(?:b|strong)\s*>$/i.test(token.content)
      ? -1
      : 0;
}

function italicSign(token: Token | undefined): number {
  return token?.type === "em_open" ? 1 : token?.type === "em_close" ? -1 : 0;
}

/** Index of the token that ends the first bold or italic text. */
function closeOf(children: readonly Token[], signOf: (token: Token | undefined) => number): number {
  let depth = 0;
  for (let i = 0; i < children.length; i++) {
    const sign = signOf(children[i]);
    depth += sign;
    if (sign < 0 && depth === 0) return i;
  }
  return -1;
}
