// A tag that lacks a quotation mark or its `>`, and is shown as typed → a warning that says what to look for; so for a picture or
// a document of SPIP (`<img12|left>`).
// Only tags with an attribute, which nobody types as text: `a < b` is left alone.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";
import { readLeftover } from "../other-tools/template-leftovers.ts";
import { readAsText } from "../text-cursor.ts";

const TAG =
  /<(?:img|iframe|video|audio|a|div|span|p|figure|table|td)\s{1,9}[a-z-]{1,20}\s?=[^<>\n]{0,60}>?/gi;

const DOCUMENT = /<(?:img|doc|emb|image|document)\d{1,6}(?:\|[^<>|\n]{1,60}){1,5}>/gi;

/** In the first attributes of a tag. */
const TEMPLATE = /(?<=^<[^<>{}]{0,200})\{(?:\{[^{}\n]{0,200}\}|%[^{}\n]{0,200}%)\}/;
const LONGEST = 420;

export const literalTags = passRule("literal-tags", (tokens, env) => {
  if (!env.leaves("<")) return;
  eachInline(tokens, (_token, children, span) => {
    if (children.some(isTag)) report(children, span, env);
  });
});

const isTag = ({ type, content }: Token): boolean =>
  type === "text" && (content.search(TAG) >= 0 || content.search(DOCUMENT) >= 0);

function report(children: readonly Token[], span: Span, env: Env): void {
  const tags = children.filter(({ type }) => type === "html_inline").map(({ content }) => straight(content));
  const source = straight(span.content);
  const text = readAsText(span.content);
  for (const { 0: found, index } of text.matchAll(DOCUMENT))
    env.report("literal-markup/document", env.positions.at(span, index), { found });
  for (const { 0: found, index } of text.matchAll(TAG)) {
    if (tags.some((tag) => source.startsWith(tag, index))) continue;
    // A template tag, whose quotation marks end those of the attribute, is what has to go.
    const template = TEMPLATE.exec(text.slice(index, index + LONGEST));
    if (template === null)
      env.report("literal-markup/tag", env.positions.at(span, index), { found: found.trim() });
    else
      env.report(
        "template-leftover",
        env.positions.at(span, index + template.index),
        readLeftover(template[0]),
      );
  }
}

/** Tags with a word processor's quotation marks were parsed with straight ones. */
const straight = (text: string): string => text.replace(/["'“”„‟«»‘’]/g, '"');
