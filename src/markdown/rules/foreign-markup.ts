// Markup of other tools that stays text (shortcodes, `*[ABBR]:`, `::: note`, `!!! note`, `[TOC]`) → warnings that say what to
// write instead. The text is printed as it is: this rule only reports.
import type { Token } from "markdown-it";
import { kindOf } from "../other-tools/alerts.ts";
import type { Env } from "../env.ts";
import { textOutsideCode } from "../html/events.ts";
import { lexHtml } from "../html/lexer.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule, plainText } from "../rule.ts";
import { mayHoldShortcode, shortcodesOf, withoutEscapes } from "../other-tools/shortcodes.ts";
import { readAsText, TextCursor } from "../text-cursor.ts";

const ABBREVIATION = /^\*\[([^\]\n]{1,60})\]:[ \t]+(\S[^\n]{0,300})/;
/** Docusaurus and VuePress (`::: note Title`), Pandoc (`::: {.note}`), MyST (`:::{note}`). */
const CONTAINER = /^:{3,}[ \t]*\{?\.?(\p{L}[\p{L}\p{N}_-]{0,30})\}?[ \t]*([^\n]{0,100})/u;
/** MkDocs, and Python-Markdown before it; with question marks, it is collapsible. */
const ADMONITION = /^(!!!|\?\?\?\+?) +([a-z]{3,20})(?: +"([^"\n]{0,100})")? *$/;
/** The lines of an accordion of eleventy-dsfr: `??? Title`, and `???` after the text. */
const ACCORDION = /^(\?{3,})(?!\?)[ \t]*(\S[^\n]{0,100})/;
const ADMONITIONS = new Set(
  (
    "note abstract summary info tip hint important success check done question help faq warning caution " +
    "attention failure fail missing danger error bug example quote cite seealso"
  ).split(" "),
);
/** The first line of an MDX text, and similar ones. */
const MODULE =
  /^\s{0,20}(?:import\s(?:[^'"\n]{1,200}\sfrom\s)?\s{0,3}['"][^'"\n]{1,300}['"];?[ \t]*(?:\n|$)|export\s(?:const|default|function|let)\s)/;
const CONTENTS = /^[ \t]*(\[toc\]|\[\[_?toc_?\]\])[ \t]*$/gim;

export const foreignMarkup = passRule("foreign-markup", (tokens, env) => {
  const shortcodes = mayHoldShortcode(env.source.body);
  const lines =
    (env.leaves("[") && env.holds("*[")) || [":::", "!!! ", "???"].some((sign) => env.holds(sign));
  const contents = env.leaves("[") && ["[[", "[TOC", "[toc"].some((sign) => env.holds(sign));
  if (MODULE.test(env.source.body)) moduleLines(tokens, env);
  if (!shortcodes && !lines && !contents) return;
  if (shortcodes) for (const token of tokens) if (token.type === "html_block") inRawHtml(token, env);
  const ends = env.holds("???") ? accordionEnds(env) : new Map<string, number>();
  let last = "";
  eachInline(tokens, ({ content }, children, span) => {
    if (lines) beginnings(children, span, ends, env);
    // Parts of one long text share its content.
    if (content === last) return;
    last = content;
    if (shortcodes) inText(content, span, env);
    if (contents) tableOfContents(content, span, env);
  });
});

/** The lines at the top of an MDX text that import its components. */
function moduleLines(tokens: readonly Token[], env: Env): void {
  for (const token of tokens) {
    if (token.type === "paragraph_open" || token.type === "paragraph_close") continue;
    if (token.type !== "inline" || !MODULE.test(`${token.content}\n`)) return;
    const [first = ""] = token.content.split("\n");
    env.report("literal-markup/module", env.positions.in(token, 0), { found: first });
  }
}

function inText(content: string, span: Span, env: Env): void {
  if (!mayHoldShortcode(content)) return;
  for (const { at, ...found } of shortcodesOf(readAsText(withoutEscapes(content))))
    env.report("literal-markup/shortcode", env.positions.at(span, at), found);
}

function inRawHtml(token: Token, env: Env): void {
  if (!mayHoldShortcode(token.content)) return;
  for (const { start, end } of textOutsideCode(lexHtml(token.content)))
    for (const { at, ...found } of shortcodesOf(token.content.slice(start, end)))
      env.report("literal-markup/shortcode", env.positions.in(token, start + at), found);
}

/** What begins a line of a paragraph and was left as text: a star that opened italics is not text. */
function beginnings(children: readonly Token[], span: Span, ends: Ends, env: Env): void {
  const cursor = new TextCursor(span, env);
  for (const [i, child] of children.entries()) {
    const before = children[i - 1]?.type;
    if (child.type !== "text" || (before !== undefined && !before.endsWith("break"))) continue;
    if (child.content.startsWith("*[")) abbreviation(child.content, cursor, env);
    else if (child.content.startsWith(":::")) container(child.content, lineOf(children, i), cursor, env);
    else if (i > 0) continue;
    else if (child.content.startsWith("!!!")) admonition(child.content, cursor, env);
    else if (child.content.startsWith("???") && !admonition(child.content, cursor, env))
      accordion(child.content, lineOf(children, i), cursor, ends, env);
  }
}

/** What readers see of the line that begins there. */
function lineOf(children: readonly Token[], start: number): string {
  let end = start + 1;
  while (end < children.length && children[end]?.type.endsWith("break") !== true) end++;
  return plainText(children.slice(start, end));
}

function abbreviation(text: string, cursor: TextCursor, env: Env): void {
  const [found = "", short = "", long = ""] = ABBREVIATION.exec(text) ?? [];
  const place = cursor.find(found);
  if (place === undefined) return;
  const fix = `<abbr title="${long.trim().replaceAll('"', "&quot;")}">${short}</abbr>`;
  env.report("literal-markup/abbreviation", place, { found, fix });
}

function container(text: string, line: string, cursor: TextCursor, env: Env): void {
  const [found = "", name = ""] = CONTAINER.exec(text) ?? [];
  const [, , title = ""] = CONTAINER.exec(line) ?? [];
  const place = cursor.find(found);
  if (place === undefined) return;
  const kind = kindOf(name);
  const isOther = kind === undefined && !ADMONITIONS.has(name.toLowerCase());
  // Pandoc writes `::: {.tip title="Title"}`, Docusaurus 3 `:::tip[Title]{.class}`.
  const plain = title
    .replace(/^(?:[^{}]*\btitle="([^"{}]*)")?[^{}]*\}/, "$1")
    .replace(/\{[^{}]*\}\s*$/, "")
    .replace(/^\[(.*)\]\s*$/, "$1");
  // A kind is a name in small letters: with a capital, it is the first word of a title, also one that a known kind begins.
  const begins = /^\p{Lu}/u.test(name) && (isOther || /^\p{Ll}/u.test(plain));
  const words = begins ? `${name} ${plain}` : plain;
  const params = { found: found.trim(), kind: kind ?? "NOTE", title: words.trim(), end: ":::", isOther };
  env.report("literal-markup/container", place, params);
}

/** False if the text is none. */
function admonition(text: string, cursor: TextCursor, env: Env): boolean {
  const [found = "", signs = "", name = "", title = ""] = ADMONITION.exec(text) ?? [];
  if (!ADMONITIONS.has(name)) return false;
  const place = cursor.find(found);
  if (place === undefined) return true;
  const kind = signs.startsWith("?") ? "DETAILS" : (kindOf(name) ?? "NOTE");
  env.report("literal-markup/admonition", place, { found: found.trim(), kind, title: title.trim() });
  return true;
}

/** The last line of the file with nothing but these signs, in a quotation too. */
type Ends = ReadonlyMap<string, number>;

function accordionEnds(env: Env): Ends {
  const ends = new Map<string, number>();
  for (const [row, line] of env.positions.lines().entries()) {
    const signs = line.replace(/^[\s>]+/, "").trimEnd();
    if (/^\?{3,}$/.test(signs)) ends.set(signs, env.positions.line(row).line);
  }
  return ends;
}

function accordion(text: string, line: string, cursor: TextCursor, ends: Ends, env: Env): void {
  const [found = "", end = ""] = ACCORDION.exec(text) ?? [];
  const [, , title = ""] = ACCORDION.exec(line) ?? [];
  const last = ends.get(end);
  const place = last === undefined ? undefined : cursor.find(found);
  if (place === undefined || last === undefined || last < place.line) return;
  // Four signs surround a group of accordions.
  const isOther = end.length > 3;
  const params = {
    found: found.trim(),
    end,
    title: title.trim(),
    isOther,
    kind: isOther ? "NOTE" : "DETAILS",
  };
  env.report("literal-markup/container", place, isOther ? { ...params, title: "" } : params);
}

function tableOfContents(content: string, span: Span, env: Env): void {
  // `[TOC]` is a reference link, defined elsewhere.
  if (env.defines("TOC")) return;
  for (const { 0: line, 1: found = "", index } of readAsText(content).matchAll(CONTENTS))
    env.report("literal-markup/contents", env.positions.at(span, index + line.indexOf("[")), { found });
}
