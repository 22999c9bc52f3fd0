// Links shown as typed because of a stray space or line break, a missing bracket, or a parenthesis too few or too many → warnings
// with the line to paste. In Markdown an address ends at its first space, and no space may precede the parenthesis.
import type { Token } from "markdown-it";
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { reportCutAddresses } from "./cut-addresses.ts";
import { mendInside, SOUND } from "./link-insides.ts";
import { localFile } from "../local-files.ts";
import { eachInline } from "../rule.ts";
import { proseOf } from "../text-cursor.ts";
import { isBreak } from "../tokens.ts";

const NOT_CLOSED = /\]\([^()\n ]{0,300}(?:\([^()\n ]{0,300}\)[^()\n ]{0,300})?(?:[ \n]|$)/y;

/** A quotation mark between the text and the address. */
const UNQUOTED = /\][ \u00a0\u202f]?["»”] {0,3}\(/;

const CUT = /\] *\n[ >]*\(/;

/** Cheap enough to run on every text. */
export function mayHoldLiteralLinks(body: string): boolean {
  if (body.includes("] (") || body.includes("]((") || UNQUOTED.test(body)) return true;
  if ((body.includes("]\n") || body.includes("] \n")) && CUT.test(body)) return true;
  for (let at = body.indexOf("]("); at >= 0; at = body.indexOf("](", at + 2)) {
    // Nothing opens this one, unless a picture or other brackets are in the text of the link. A bracket of another paragraph does not.
    const open = body.lastIndexOf("[", at);
    if (open < 0 || body.indexOf("]", open) < at || body.lastIndexOf("\n\n", at) > open) return true;
    NOT_CLOSED.lastIndex = at;
    if (NOT_CLOSED.test(body)) return true;
  }
  return false;
}

export function reportLiteralLinks(tokens: readonly Token[], env: Env): void {
  eachInline(tokens, (_token, children, span, index) => {
    const literal = (part: string): boolean =>
      children.some((child) => child.type === "text" && child.content.includes(part));
    const isApart = children.some(isBeforeBlank) || children.some(isCutLink);
    const isGlued = literal("](");
    if (!isApart && !isGlued) return;
    const prose = proseOf(span.content);
    if (isApart) reportSpaceBefore(prose, span, env);
    if (!isGlued) return;
    reportSpaceInside(prose, span, env, reportCutAddresses(prose, span, env));
    if (!reportSplit(tokens, index, env)) reportUnopened(prose, span, env);
  });
}

const isBeforeBlank = ({ type, content }: Token): boolean =>
  type === "text" && (content.includes("] (") || UNQUOTED.test(content));

/** The end of a text in brackets, before a line that begins with a parenthesis. */
function isCutLink({ type, content }: Token, i: number, children: readonly Token[]): boolean {
  const cut = type === "text" && isBreak(children[i + 1]);
  return cut && content.endsWith("]") && children[i + 2]?.content.startsWith("(") === true;
}

/** A file is recognised by its name: other words between parentheses are an ordinary remark. */
const FILE = String.raw`[^\s()]{1,200}\.(?:md|html?|pdf|jpe?g|png|gif|webp|avif|svg|mp[34]|webm|docx?|od[st]|xlsx?|csv|zip)(?:[?#][^\s)]*)?`;
const ADDRESS = String.raw`(?<address>(?:https?:\/\/|mailto:|\/)[^\s)]*|${FILE})`;
const BEFORE = new RegExp(
  String.raw`(?<!\\!?)(?<mark>!?)\[(?<inner>[^[\]\\\n]{1,200})\](?: +| {0,3}\n[ >]{0,6})\(${ADDRESS}\)`,
  "gi",
);
/** The text in quotation marks, which are in the way. */
const QUOTED = new RegExp(
  String.raw`(?<=["«“][ \u00a0\u202f]?)(?<mark>!?)\[(?<inner>[^[\]\\\n]{1,200})\](?<quote>[ \u00a0\u202f]?["»”]) {0,3}\(${ADDRESS}\)`,
  "gi",
);
const TEXT = /(?<!\\)(!?)\[([^[\]\\\n]{0,200})\]\(/g;
/** An address whose parenthesis is not closed on its line; a title, or the parenthesis, may be on the next one. */
const OPEN =
  /^((?:https?:\/\/|mailto:|\/)[^\s()<>]*[^\s()<>.,;:!?…»])[.,;:!?…»]*(?:$|[ \u00a0\u202f]|\n(?!\s*["'()]))/u;
/** An address after a second parenthesis; the first is never closed. */
const DOUBLE = /^\(((?:https?:\/\/|mailto:|\/)[^\s()<>]*)\)/;
/** What editors write in place of an address that they do not have yet; a single word is an address, which leads nowhere. */
const TO_COME =
  /^(?:(?:le )?(?:lien|url|adresse|page)|(?:the )?(?:link|url|address|page))? ?(?:(?:à|a|to) (?:venir|cr[ée]er|compl[ée]ter|ajouter|mettre|pr[ée]ciser|d[ée]finir|come|add|be (?:added|defined)))$/i;

function reportSpaceBefore(prose: string, span: Span, env: Env): void {
  for (const { 0: found, index, groups } of [...prose.matchAll(BEFORE), ...prose.matchAll(QUOTED)]) {
    const { mark = "", inner = "", quote = "", address = "" } = groups ?? {};
    const start = index + mark.length + 1;
    const text = span.content.slice(start, start + inner.length);
    const typed = span.content.slice(index, index + found.length);
    env.report("literal-link/before", env.positions.at(span, index), {
      found: typed.replace(/ *\n[ >]*/, " "),
      fix: `${mark}[${text}](${address})${quote}`,
    });
  }
}

/** `told` has the offsets, after the first parenthesis, of links that another message is about. */
function reportSpaceInside(prose: string, span: Span, env: Env, told: ReadonlySet<number>): void {
  for (const { 0: start, 1: mark = "", index } of prose.matchAll(TEXT)) {
    const from = index + start.length;
    if (told.has(from)) continue;
    const to = closingAfter(prose, from);
    const place = (): Place => env.positions.at(span, index);
    if (to === undefined)
      reportOpen(prose.slice(from, from + LONGEST), span.content.slice(index, from), place, env);
    // Code and escaped characters are restored as typed.
    else
      reportInside(
        { mark, opened: span.content.slice(index, from), inside: span.content.slice(from, to) },
        place,
        env,
      );
  }
}

/** A link whose last parenthesis is missing; `opened` is its text, `rest` what follows the first one. */
function reportOpen(rest: string, opened: string, place: () => Place, env: Env): void {
  const [twice = "", double] = DOUBLE.exec(rest) ?? [];
  const [, address] = OPEN.exec(rest) ?? [];
  if (double !== undefined)
    env.report("literal-link/double", place(), { found: opened + twice, fix: `${opened}${double})` });
  else if (address !== undefined)
    env.report("literal-link/open", place(), { found: opened + address, fix: `${opened}${address})` });
}

/** A link between both parentheses; `opened` is its text with the first one. */
function reportInside(
  { mark, opened, inside: typed }: { mark: string; opened: string; inside: string },
  place: () => Place,
  env: Env,
): void {
  const inside = typed.trim();
  const found = `${opened}${typed})`;
  const name = SOUND.test(inside) ? undefined : localFile(inside);
  if (name !== undefined)
    env.report("local-link/file", place(), {
      url: inside,
      name,
      as: mark === "" ? "link" : "picture",
      typed: true,
    });
  else if (TO_COME.test(inside)) env.report("literal-link/to-come", place(), { found });
  else {
    const mended = mendInside(inside);
    if (mended !== undefined)
      env.report(`literal-link/${mended.why}`, place(), {
        found,
        fix: `${opened}${mended.fix})${mended.after ?? ""}`,
      });
  }
}

const UNOPENED = /^\]\(((?:https?:\/\/|mailto:|\/(?!\/))[^\s()]*(?:\([^\s()]*\)[^\s()]*)?)\)/;

/**
 * A picture in a link with empty lines around it, as converters write what a web page links; `end` is the token that begins with
 * `](https://…)`. False if it is something else.
 */
function reportSplit(tokens: readonly Token[], end: number, env: Env): boolean {
  const [open, picture, close] = [tokens[end - 6], tokens[end - 3], tokens[end]];
  const found = UNOPENED.exec(close?.content ?? "")?.[0];
  if (close === undefined || found === undefined || open?.content !== "[") return false;
  if (picture?.type !== "inline" || !/^!\[[^\n]*\)$/.test(picture.content)) return false;
  env.report("literal-link/split", env.positions.in(close, 0), { found, fix: `[${picture.content}${found}` });
  return true;
}

/** `texte](https://…)`: nothing opens the bracket. */
function reportUnopened(prose: string, span: Span, env: Env): void {
  let depth = 0;
  for (let at = span.content.search(/[[\]]/); at >= 0 && at < prose.length; at++) {
    // Escaped, it opens what is to be shown as it is typed.
    if (prose[at] === "[" || (at > 0 && span.content.startsWith("\\[", at - 1))) depth++;
    if (prose[at] !== "]") continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    const [found] = UNOPENED.exec(prose.slice(at, at + LONGEST)) ?? [];
    if (found === undefined) continue;
    const [word = ""] = /\S{1,100}$/.exec(span.content.slice(Math.max(0, at - 100), at)) ?? [];
    const typed = word + found;
    env.report("literal-link/unopened", env.positions.at(span, at - word.length), {
      found: typed,
      fix: `[${typed}`,
    });
  }
}

const LONGEST = 300;

/** Index of the parenthesis that closes the one just opened; undefined if the line has none. */
function closingAfter(content: string, from: number): number | undefined {
  let depth = 1;
  const last = Math.min(content.length, from + LONGEST);
  for (let at = from; at < last && content[at] !== "\n"; at++) {
    if (content[at] === "(") depth++;
    else if (content[at] === ")" && --depth === 0) return at;
  }
  return undefined;
}
