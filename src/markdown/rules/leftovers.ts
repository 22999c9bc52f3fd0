// Characters meant as markup that stayed text (template tags, `**`, `_`, `==`) → warnings with the line to write.
// The text is printed as it is: this rule only reports.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { spanOf, type Span } from "../positions.ts";
import { addPass, eachInline, type Rule } from "../rule.ts";
import { readLeftover } from "../template-leftovers.ts";
import { TextCursor } from "../text-cursor.ts";
import { offsetOf } from "./marks.ts";

const TEMPLATE =
  /\{%-?\s*[a-z/][^\n]{0,200}?%\}|\{\{[^{}\n]{0,200}\}\}|\{\{?[<%#][^\n]{0,200}?[>%#]\}\}?|\{::?[^{}\n]{1,200}\}/gi;
/** The table of contents of other generators: kramdown, Hugo and its themes, Hexo. */
const CONTENTS = /^\{:[ \t]*toc\b|^\{\{?[<%]-?\s*toc\s*-?[>%]\}\}?$/i;
/** A pair of markers around text; the text of a token never contains markup that worked. */
const PAIRS = new RegExp(
  [
    String.raw`(\*\*|__)([^*_\n]{1,200}?)\1`,
    String.raw`(?<![\p{L}\p{N}_])_([^_\n]{1,200}?)_`,
    String.raw`_([^_\n]{1,200}?)_(?![\p{L}\p{N}_])`,
    // A star has many uses: only a space before the second one indicates a pair.
    String.raw`(?<![\p{L}\p{N}*])\*(\p{L}[^*\n]{0,80}[^\s*]\s)\*(?=[\s.,;:!?)»]|$)`,
  ].join("|"),
  "gu",
);
/** Between two markers: an operand of a formula, or part of an identifier or of a path. */
const CODE = /^\s+(?:\p{L}|[^\p{L}]+)\s+$|^[a-z][\w.\\/-]*[.\\/][\w.\\/-]*$/u;
/** Unpaired markers, with the letter that they touch: `2 ** 3` is arithmetic, and `docs/**`, `**.pdf` are file patterns. */
const LONE = /[^\s\d*/]\*\*(?![*/]|\.\w)|(?<!\/)\*\*(?!\.\w)[^\s\d*/]/;

/** Other tools highlight text this way; an operator has a space or a name beside it. */
const MARKED =
  /(?<![=\p{L}\p{N}_)\]])==(?=[\p{L}\p{N}«“"*_[(])([^=\n]{1,200}?)(?<=\S)==(?![=\p{L}\p{N}_(])/gu;

/** Every leftover contains one of them. */
const SIGNS = ["{", "*", "_", "=="];

export const leftovers: Rule = {
  name: "leftovers",
  install(md: MarkdownIt) {
    addPass(md, "leftovers", (tokens, env) => {
      if (!SIGNS.some((sign) => env.holds(sign))) return;
      for (const token of tokens) if (token.type === "html_block") inRawHtml(token, env);
      // The address of a link may be defined elsewhere.
      const defined = env.holds("]:");
      const signs = [...SIGNS, "%7"].filter((sign) => env.holds(sign));
      eachInline(tokens, ({ content }, children, span) => {
        if (defined || content.length > LONG || signs.some((sign) => content.includes(sign)))
          inText(children, span, env);
      });
    });
  },
};

/** Parts of a longer text share its whole content, which must not be read for each of them. */
const LONG = 10_000;

function inRawHtml(token: Token, env: Env): void {
  for (const found of token.content.matchAll(TEMPLATE)) {
    env.report("template-leftover", env.positions.at(spanOf(token), found.index), readLeftover(found[0]));
  }
}

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
  if (!child.content.includes("{")) return;
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
  for (const child of children) {
    if (child.type === "link_open" || child.type === "image") inAddress(child, span, env);
    if (child.type === "html_inline") inTag(child, span, env);
    if (child.type === "link_open" && child.info === "auto") links++;
    else if (child.type === "link_close" && child.info === "auto") links--;
    else if (child.type === "text" && links === 0) {
      if (child.content.includes("{")) templates(child.content, cursor, env);
      if (mayHoldPair(child.content)) emphasis(child.content, cursor, env);
      if (child.content.includes("==")) marked(child.content, (marks ??= new TextCursor(span, env)), env);
    }
  }
}

function templates(text: string, cursor: TextCursor, env: Env): void {
  for (const [found] of text.matchAll(TEMPLATE)) {
    const place = cursor.find(found);
    if (place === undefined) continue;
    if (CONTENTS.test(found)) env.report("literal-markup/contents", place, { found });
    else env.report("template-leftover", place, readLeftover(found));
  }
}

function marked(text: string, cursor: TextCursor, env: Env): void {
  for (const [found, inner = ""] of text.matchAll(MARKED)) {
    const place = cursor.find(found);
    if (place !== undefined)
      env.report("literal-emphasis/mark", place, { found, fix: `<mark>${inner}</mark>` });
  }
}

/**
 * Whether the text after the apparent closing marker begins with the same word as the text inside: both markers begin a name.
 */
function isSameName(sign: string, inner: string, rest: string): boolean {
  const [first = ""] = /^[\p{L}\p{N}-]+/u.exec(inner) ?? [];
  return sign === "_" && first !== "" && /\s$/.test(inner) && rest.startsWith(first);
}

const mayHoldPair = (text: string): boolean =>
  text.includes("_") || (text.includes("*") && /\*\*|\s\*/.test(text));

function emphasis(text: string, cursor: TextCursor, env: Env): void {
  let paired = false;
  for (const match of text.matchAll(PAIRS)) {
    const sign = match[1] ?? match[0][0] ?? "";
    const inner = match[2] ?? match[3] ?? match[4] ?? match[5] ?? "";
    if (inner.trim() === "" || CODE.test(inner)) continue;
    // Two names that begin with the marker: "_posts and _posts/en".
    if (isSameName(sign, inner, text.slice(match.index + match[0].length))) continue;
    const place = cursor.find(match[0]);
    if (place === undefined) continue;
    paired = true;
    const [before = ""] =
      /[\p{L}\p{N}]{1,30}$/u.exec(text.slice(Math.max(0, match.index - 30), match.index)) ?? [];
    const end = match.index + match[0].length;
    const [after = ""] = /^[\p{L}\p{N}]{1,30}/u.exec(text.slice(end, end + 30)) ?? [];
    // The words that touch it are part of the replacement.
    const found = `${before}${match[0]}${after}`;
    const fix = `${before === "" ? "" : `${before} `}${sign}${inner.trim()}${sign}${after === "" ? "" : ` ${after}`}`;
    const column = place.column - before.length;
    // If the fix is equal, the markup is valid, and a character before it disables it.
    env.report("literal-emphasis", { ...place, column }, { found, fix: fix === found ? undefined : fix });
  }
  const lone = paired ? undefined : LONE.exec(text)?.[0];
  if (lone === undefined) return;
  const place = cursor.find(lone, lone.indexOf("**"));
  if (place !== undefined) env.report("literal-emphasis", place, { found: "**" });
}
