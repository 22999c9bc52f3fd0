// Links that a space keeps from being links, shown as they were typed → warnings with the line to paste.
// Markdown ends an address at its first space, and wants none before the parenthesis.
import type { Token } from "markdown-it";
import type { Env } from "./env.ts";
import type { Span } from "./positions.ts";
import { eachInline } from "./rule.ts";
import { mendTelephone } from "./telephone.ts";

const SPACE_INSIDE = /\]\([^()\n ]{0,300}(?:\([^()\n ]{0,300}\)[^()\n ]{0,300})? /y;

/** Cheap enough to be asked of every text. */
export function mayHoldLiteralLinks(body: string): boolean {
  if (body.includes("] (")) return true;
  for (let at = body.indexOf("]("); at >= 0; at = body.indexOf("](", at + 2)) {
    SPACE_INSIDE.lastIndex = at;
    if (SPACE_INSIDE.test(body)) return true;
  }
  return false;
}

export function reportLiteralLinks(tokens: readonly Token[], env: Env): void {
  eachInline(tokens, (_token, children, span) => {
    const literal = (part: string): boolean =>
      children.some((child) => child.type === "text" && child.content.includes(part));
    if (literal("] (")) reportSpaceBefore(span, env);
    if (literal("](")) reportSpaceInside(span, env);
  });
}

const BEFORE = /(?<![\\!])\[([^[\]\\\n]{1,200})\] +\(((?:https?:\/\/|mailto:|\/)[^\s)]*)\)/g;
const TEXT = /(?<!\\)(!?)\[([^[\]\\\n]{0,200})\]\(/g;
/** What makes a link after all: an address in one word or between angle brackets, and its title. */
const SOUND = /^(?:<[^<>]*>|\S+)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/;
/** A title that follows an address; other quotation marks may begin one, which may hold anything. */
const TITLED = /^([^"]*?)( +"[^"]*")?$/;
/** A title between quotes of a word processor, one of them at least: what has two straight ones is sound. */
const CURLY = /^([^"]*[^"\s]) +(?:["“”„«][ \u00a0\u202f]?([^“”„«»"]*?)[ \u00a0\u202f]?["“”»]|[‘’]([^‘"]*)’)$/;
/** Words without a sign of an address are a remark. */
const ADDRESS = /^(?:https?:|mailto:|tel:|\.{0,2}\/|#)|\.\w{2,5}(?:#.*)?$/i;

function reportSpaceBefore(span: Span, env: Env): void {
  for (const found of withoutCode(span.content).matchAll(BEFORE)) {
    env.report("literal-link/before", env.positions.at(span, found.index), {
      found: found[0],
      fix: `[${found[1] ?? ""}](${found[2] ?? ""})`,
    });
  }
}

function reportSpaceInside(span: Span, env: Env): void {
  const content = withoutCode(span.content);
  for (const found of content.matchAll(TEXT)) {
    const [start, mark = "", text = ""] = found;
    const written = upToClosing(content, found.index + start.length);
    const inside = written?.trim() ?? "";
    if (!inside.includes(" ") || /^[<(]|[<>\\]/.test(inside) || SOUND.test(inside)) continue;
    const curly = CURLY.exec(inside);
    if (curly !== null && ADDRESS.test(curly[1] ?? "")) {
      env.report("literal-link/quotes", env.positions.at(span, found.index), {
        found: `${start}${written ?? ""})`,
        fix: `${mark}[${text}](${encoded(curly[1] ?? "")} "${curly[2] ?? curly[3] ?? ""}")`,
      });
      continue;
    }
    if (/\s'/.test(inside)) continue;
    const [, address = "", title = ""] = TITLED.exec(inside) ?? [];
    if (!address.includes(" ") || !ADDRESS.test(address)) continue;
    env.report("literal-link/inside", env.positions.at(span, found.index), {
      found: `${start}${written ?? ""})`,
      fix: `${mark}[${text}](${encoded(address)}${title})`,
    });
  }
}

const LONGEST = 300;

/** What stands before the parenthesis that closes one opened just before; undefined where the line has none. */
function upToClosing(content: string, from: number): string | undefined {
  let depth = 1;
  const last = Math.min(content.length, from + LONGEST);
  for (let at = from; at < last && content[at] !== "\n"; at++) {
    if (content[at] === "(") depth++;
    else if (content[at] === ")" && --depth === 0) return content.slice(from, at);
  }
  return undefined;
}

/** A size that other tools take after an address goes; a space after a scheme is a slip, as in a number; others belong to a name. */
const encoded = (address: string): string =>
  (/^tel:[ \d+().-]+$/i.test(address) ? mendTelephone(address) : undefined) ??
  address
    .replace(/ +=\d*%?x?\d*%?$/, "")
    .replace(/^(\w+:) +/, "$1")
    .replace(/ /g, "%20")
    .replace(/\(/g, "%28")
    .replace(/\)/g, "%29");

/** The same text, each piece of code blotted out, so that what stands in it is not found and offsets hold. */
function withoutCode(content: string): string {
  return content.includes("`")
    ? content.replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, (code) => " ".repeat(code.length))
    : content;
}
