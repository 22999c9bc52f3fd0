// How a heading, or a line that looks like one, is written: what its lines hold besides its words.
import type { Token } from "markdown-it";
import type { Env } from "./env.ts";

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
  const seen = children.filter(({ type, content }) => type !== "text" || content.trim() !== "");
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
