// Links and pictures broken by one mistake (an undefined label, a space before a label, brackets in the wrong order, a space after
// `!`) → warnings with the text to paste. The text is printed as it is: this rule only reports.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { pictureText } from "../other-tools/media-words.ts";
import type { Span } from "../positions.ts";
import { ReferenceLabels } from "../links/reference-labels.ts";
import { eachInline, passRule } from "../rule.ts";
import { blotted, proseOf } from "../text-cursor.ts";

/** A letter or a bracket before it means an index in a formula or in code; words that are too short do too. */
const REFERENCE =
  /(?<![\p{L}\p{N}_)\]}$[])(!?)\[([^[\]\n]{1,300})\]\[((?:[^[\]^@/\n][^[\]\n]{0,100})?)\](?![[({\p{L}\p{N}])/gu;
const REVERSED =
  /(?<![\]\p{L}\p{N}])\(((?:https?:\/\/|mailto:|\/[\w-]{1,100}[/.])[^\s()]{0,300})\)\[([^[\]^\n][^[\]\n]{0,200})\](?![[(:{])/gu;
const SWAPPED =
  /(?<![\]\p{L}\p{N}])\(([^()[\]\n]{1,200})\)\[((?:https?:\/\/|mailto:|\/[\w-]{1,100}[/.])[^\s()[\]]{0,300})\](?![[(:{])/gu;
const TURNED_PICTURE = /!\(([^()[\]\n]{1,300})\)\[([^[\]\n]{0,300})\](?![[({:])/g;
/** A number, or the name of a definition; an issue (`[#12]`) is a link of its own. */
const SPACED_LABEL =
  /(?<![\p{L}\p{N}_)\]}$[])(!?)\[([^[\]\n]{1,300})\][ \u00a0\n]\[(\d{1,3}|[\p{L}\p{N}][\p{L}\p{N}_.-]{0,60})\](?![[(:{\p{L}\p{N}])/gu;
const UNCLOSED =
  /(?<![!\]])\[(\p{L}[^[\]()\n]{0,200}(?<=\S))\((https?:\/\/[^\s()[\]]{1,300})\)(?![^[\]]{0,300}\])/gu;
const BANG = /(?:^|\n)(![ \u00a0\u202f]{1,3})(\[[^[\]\n]{0,200}\]\(([^\s()]{1,300})[^()\n]{0,100}\))/g;
/** Addresses of working links, and bare ones: brackets in them belong to them. */
const ADDRESSES =
  /(?<=\]\()(?:<[^<>\n]{0,2000}>|[^\s()<]{0,2000}(?:\([^\s()]{0,300}\)[^\s()]{0,300})?)(?:\s{1,3}(?:"[^"]{0,300}"|'[^']{0,300}'))?(?=\))|https?:\/\/[^\s<>()[\]]{0,2000}(?:\[[^\s[\]]{0,300}\][^\s<>()[\]]{0,300}){0,9}/g;
const PICTURE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;
const WORD = /\p{L}{2}/u;

/** Every broken link contains one of these, as valid links also may. */
const SIGNS = ["][", "] [", "]\u00a0[", "]\n[", ")[", "(http", "! ", "!\u00a0", "!\u202f"];

export const brokenLinks = passRule("broken-links", (tokens, env) => {
  if (!env.holds("[") || !["[", "]", "!"].some((sign) => env.leaves(sign))) return;
  const labels = new ReferenceLabels(tokens, env);
  inTexts(tokens, labels, env);
  labels.reportSpaced();
});

function inTexts(tokens: readonly Token[], labels: ReferenceLabels, env: Env): void {
  const signs = SIGNS.filter((sign) => env.holds(sign));
  if (signs.length === 0) return;
  let last: Span | undefined;
  eachInline(tokens, (_token, children, span) => {
    // Parts of one long text share its content.
    if (span.content === last?.content && span.first === last.first) return;
    if (!signs.some((sign) => span.content.includes(sign)) || !children.some(isBracket)) return;
    last = span;
    inText(span, labels, env);
  });
}

/** Text with a sign that a parsed link rarely leaves. */
const isBracket = ({ type, content }: Token): boolean => type === "text" && /[[\]!]/.test(content);

/** A piece of the text as it was typed, including code and escaped characters. */
type Typed = (at: number, piece: string) => string;

interface InText {
  span: Span;
  labels: ReferenceLabels;
  env: Env;
}

function inText(span: Span, labels: ReferenceLabels, env: Env): void {
  const content = proseOf(span.content);
  const typed: Typed = (at, { length }) => span.content.slice(at, at + length);
  if (content.includes("][")) undefinedLabels(content, typed, { span, labels, env });
  spacedLabels(content, typed, { span, labels, env });
  if (content.includes(")[")) reversed(content, typed, { span, labels, env });
  if (content.includes("(http"))
    for (const { 0: found, 1: text = "", 2: address = "", index } of content.matchAll(UNCLOSED))
      env.report("literal-link/unclosed", env.positions.at(span, index), {
        found: typed(index, found),
        fix: `[${typed(index + 1, text)}](${address})`,
      });
  for (const { 0: found, 1: bang = "", 2: link = "", 3: address = "", index } of content.matchAll(BANG)) {
    if (!PICTURE.test(address)) continue;
    const at = index + found.length - bang.length - link.length;
    const written = typed(at + bang.length, link);
    env.report("literal-link/bang", env.positions.at(span, at), {
      found: bang + written,
      fix: `!${written}`,
    });
  }
}

/** `[text] [label]`, where the label has a definition and the text has none: its words are no link, and the label is one. */
function spacedLabels(content: string, typed: Typed, { span, env }: InText): void {
  for (const { 0: found, 1: mark = "", 2: inner = "", 3: label = "", index } of content.matchAll(
    SPACED_LABEL,
  )) {
    const text = typed(index + mark.length + 1, inner);
    // A mark before the link (`[PDF] [bilan]`) is one word, and an editor's own words in a quotation are followed by its source.
    const isMark = /^(?:sic|pdf)$/i.test(inner) || (!/^\d/.test(label) && !/\s/.test(inner));
    if (!WORD.test(inner) || isMark || !env.defines(label) || env.defines(text)) continue;
    if (isQuoted(content, index)) continue;
    const fix = `${mark}[${text}][${label}]`;
    env.report("literal-link/spaced", env.positions.at(span, index), { found: typed(index, found), fix });
  }
}

/** Whether quotation marks are open there. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1000), at);
  const opened = Math.max(before.lastIndexOf("«"), before.lastIndexOf("“"));
  const closed = Math.max(before.lastIndexOf("»"), before.lastIndexOf("”"));
  return opened > closed || before.split('"').length % 2 === 0;
}

/** `(address)[text]` and `(text)[address]`, of a picture too. */
function reversed(content: string, typed: Typed, { span, env }: InText): void {
  const report = (index: number, found: string, fix: string): void => {
    env.report("literal-link/reversed", env.positions.at(span, index), { found: typed(index, found), fix });
  };
  for (const { 0: found, 1: inner = "", 2: brackets = "", index } of content.matchAll(TURNED_PICTURE)) {
    const [src, alt, at] = PICTURE.test(inner) ? [inner, brackets, inner.length + 4] : [brackets, inner, 2];
    if (PICTURE.test(src)) report(index, found, pictureText({ src, alt: typed(index + at, alt) }, false));
  }
  const isTold = (index: number, src: string): boolean => content[index - 1] === "!" && PICTURE.test(src);
  for (const { 0: found, 1: address = "", 2: text = "", index } of content.matchAll(REVERSED))
    if (WORD.test(text) && !env.defines(text) && !isTold(index, address))
      report(index, found, `[${typed(index + address.length + 3, text)}](${address})`);
  for (const { 0: found, 1: text = "", 2: address = "", index } of content.matchAll(SWAPPED))
    if (!/^https?:/.test(text) && !env.defines(address) && !isTold(index, address))
      report(index, found, `[${typed(index + 1, text)}](${address})`);
}

function undefinedLabels(content: string, typed: Typed, { span, labels, env }: InText): void {
  for (const match of blotted(content, ADDRESSES).matchAll(REFERENCE)) {
    const { 0: found, 1: mark = "", 2: inner = "", 3: named = "", index } = match;
    if (!WORD.test(inner) || !WORD.test(named || inner)) continue;
    const start = index + mark.length + 1;
    const text = typed(start, inner);
    const label = named === "" ? text : typed(start + inner.length + 2, named);
    if (env.defines(label) || (named !== "" && env.defines(text)) || labels.isTold(label)) continue;
    const near = labels.nearest(label);
    const at = near === undefined ? labels.malformed(label) : undefined;
    env.report("literal-link/label", env.positions.at(span, index), {
      found: typed(index, found),
      label,
      ...(near !== undefined && { fix: `${mark}[${text}][${near}]` }),
      ...(at !== undefined && { line: env.positions.line(at.row).line, fix: at.fix, colon: at.colon }),
    });
  }
}
