// The text of a layout that Nunjucks cannot parse → the tag at fault, and the tag that was probably meant.
// Nunjucks reads on to the next closing sign, so the place that it reports may be lines below.
import { placeAt } from "../lines.ts";

export interface BrokenTag {
  line: number;
  column: number;
  /** Its opening sign. */
  sign: "{{" | "{%" | "{#";
  /** As written; empty if it is not closed, since its end is unknown. */
  found: string;
  /** Empty if unknown. */
  fix: string;
}

/** `at` is where Nunjucks stopped, counted from 1; line 0 if it does not say. */
export function brokenTag(text: string, at: { line: number; column: number }): BrokenTag | undefined {
  const tags = tagsOf(text);
  const open = tags.find(({ isClosed }) => !isClosed);
  if (open) return { ...placeAt(text, open.start), sign: open.sign, found: "", fix: closed(open) };
  const stop = offsetOf(text, at);
  const around =
    tags.find(({ body }) => /["']/.test(body.replace(STRING, ""))) ??
    (at.line > 0 ? tags.findLast(({ start }) => start < stop) : undefined);
  if (!around || around.sign === "{#") return undefined;
  const { start, sign, body } = around;
  return { ...placeAt(text, start), sign, found: `${sign}${body}${ENDS[sign]}`, fix: meant(around) };
}

interface Tag {
  start: number;
  sign: BrokenTag["sign"];
  /** What is between its signs, or before the next sign if it is not closed. */
  body: string;
  isClosed: boolean;
}

const ENDS = { "{{": "}}", "{%": "%}", "{#": "#}" } as const;
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
const OPENING = /\{%-?\s*(?:raw|verbatim)\s*-?%\}[^]*?\{%-?\s*end(?:raw|verbatim)\s*-?%\}|(\{\{|\{%|\{#)/g;
const BODY = /(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?!\}\}|%\}|\{\{|\{%|\{#)[^])*/y;

function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(text); found; found = OPENING.exec(text)) {
    const sign = found[1] as Tag["sign"] | undefined;
    if (sign === undefined) continue;
    const from = found.index + sign.length;
    const end = sign === "{#" ? commentEnd(text, from) : bodyEnd(text, from);
    const isClosed = text.startsWith(ENDS[sign], end);
    tags.push({ start: found.index, sign, body: text.slice(from, end), isClosed });
    OPENING.lastIndex = isClosed ? end + 2 : end;
  }
  return tags;
}

function commentEnd(text: string, from: number): number {
  const end = text.indexOf("#}", from);
  return end < 0 ? text.length : end;
}

function bodyEnd(text: string, from: number): number {
  BODY.lastIndex = from;
  return from + (BODY.exec(text)?.[0].length ?? 0);
}

/** Closes an unclosed tag before the HTML that follows it on its line. */
function closed({ sign, body }: Tag): string {
  const [line = ""] = body.split("\n", 1);
  const code = sign === "{#" ? line : line.replace(/<[/a-z!].*$/is, "");
  // Keeps the braces of a map; otherwise the first brace is half of the tag's end.
  const maps = code.split("{").length - 1;
  const inside = (
    maps > 0 ? code.replace(/[%}\s]+$/, "") + " }".repeat(maps) : code.replace(/[%}].*$/, "")
  ).trimEnd();
  return /\w/.test(inside) ? `${sign}${inside} ${ENDS[sign]}` : "";
}

/** Syntax of other template or programming languages → Nunjucks. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/^(-?\s*)else\s+if\b/, "$1elif"],
  [/^(-?\s*for\s+\w+(?:\s*,\s*\w+)?)\s+(?:of\s+)?(?!in\b)(\w)/, "$1 in $2"],
  [/^(-?\s*)(.+?)\s*\?\s*(.+?)\s*:\s*(.+?)(\s*-?)$/, "$1$3 if $2 else $4$5"],
  [/\s*&&\s*/g, " and "],
  [/\s*\|\|\s*/g, " or "],
  [/^(-?\s*(?:if|elif)\b.*?[^=!<>])=(?!=)/, "$1=="],
];

const EXAMPLES: Readonly<Record<string, string>> = {
  if: "{% if title %}",
  elif: "{% elif title %}",
  for: "{% for post in posts %}",
  set: '{% set name = "…" %}',
  block: "{% block main %}",
  include: '{% include "partials/footer.njk" %}',
  extends: '{% extends "carnet/post.njk" %}',
  macro: "{% macro name(value) %}",
};

function meant({ sign, body }: Tag): string {
  const fixed = SLIPS.reduce((text, [slip, good]) => text.replace(slip, good), body);
  if (fixed !== body) return `${sign}${fixed}${ENDS[sign]}`;
  if (sign === "{{") return "{{ title }}";
  return EXAMPLES[/\w+/.exec(body)?.[0] ?? ""] ?? "";
}

function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  const before = text.split("\n").slice(0, Math.max(0, line - 1));
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column;
}
