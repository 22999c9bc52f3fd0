// Sentences that a sign of their layout turns into something else (an indented paragraph into code, a line of dashes under a
// paragraph into a heading, a plus or a year into the marker of a list) → a warning with the line to paste.
// They come from word processors, letters, and editors that cut lines. What they become is correct Markdown: this rule only reports.
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import { passRule, plainText, tidied } from "../rule.ts";
import { cutSentence } from "../wrapped-sentences.ts";
import { framedTitle, signsBefore } from "../headings/written-headings.ts";

export const misreadTexts = passRule("misread-texts", (tokens, env) => {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (cut(tokens, i, env)) i++;
    else if (token?.type === "code_block") indented(token, tokens[i - 1], env);
    else if (token?.type === "heading_open" && /^[-=]/.test(token.markup))
      underlined(token, tokens[i + 1], env);
    else if (token?.type === "list_item_open" && (token.markup === "+" || YEAR.test(token.info)))
      item(token, tokens, i, env);
  }
});

/** The first item of a list that was none has no message of its own. */
function cut(tokens: readonly Token[], i: number, env: Env): boolean {
  const { into, row } = cutSentence(tokens, i, env) ?? {};
  if (into === undefined || row === undefined) return false;
  const place = env.positions.line(row);
  const line = env.positions.from(place);
  const [sign = ""] = /^\S+/.exec(line) ?? [];
  const fix = sign.replace(/[^\d]/, "\\$&");
  env.report("misread-text/cut", place, { found: excerpt(line), fix, sign, into });
  return true;
}

const CODE_SIGN = /[{}[\]<>=$|\\`_@#]|[;,]$/;
/** Begins with a capital, a guillemet or a dash of dialogue, and ends as a sentence does. */
const SENTENCE = /^(?:[«“"–—]\s*)?\p{Lu}.*[.!?…»”:]$/u;
const WORD = /^[«“"(]?\p{L}[\p{L}’'-]*[»”"),.;:!?…]*$/u;

/** Markdown that sentences have and code does not: links, emphasis, and code between backticks. */
const MARKUP =
  /!?\[([^\][\n]*)\]\((?:https?:|mailto:|\/)[^()\s]*\)|(?<!\S)([*_]{1,2})(\S[^*_\n]*)\2|`([^`\n]+)`/g;

/** Code in a natural language: only sentences count, so that a listing or a drawing in characters is left alone. */
function isSentence(paragraph: string): boolean {
  const text = paragraph.trim().replace(MARKUP, "$1$3$4");
  const words = text.split(/\s+/);
  const plain = words.filter((word) => WORD.test(word)).length;
  return SENTENCE.test(text) && !CODE_SIGN.test(text) && words.length >= 5 && plain >= words.length * 0.7;
}

/** A line of raw HTML; samples of code rarely follow other raw HTML. */
const TAG = /^\s*<\/?[a-z][a-z\d]*(?:\s[^<>]*)?>/i;

function indented(token: Token, before: Token | undefined, env: Env): void {
  const [first = "", ...others] = token.content.split("\n").filter((line) => line.trim() !== "");
  const isHtml = before?.type === "html_block" && TAG.test(first);
  const isList = !isHtml && isProseList([first, ...others]);
  if (!isHtml && !isList && !isProse(token.content)) return;
  const place = env.positions.of(token);
  env.report("misread-text/indented", place, { found: excerpt(first), count: others.length + 1, isList });
}

const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+(.+)$/;

/** Items of two words or more, which are no data: those of YAML have keys, or one word each. */
function isProseList(lines: readonly string[]): boolean {
  const items = lines.flatMap((line) => ITEM.exec(line)?.[1] ?? []);
  if (items.length < 2 || !ITEM.test(lines[0] ?? "") || items.length * 2 < lines.length) return false;
  return items.filter(isPhrase).length * 2 > items.length;
}

function isPhrase(item: string): boolean {
  const text = item
    .trim()
    .replace(MARKUP, "$1$3$4")
    .replace(/\s?[;,.]$/, "");
  const words = text.split(/\s+/);
  const plain = words.filter((word) => WORD.test(word)).length;
  return (
    !CODE_SIGN.test(text) && !/^\w+:(?:\s|$)/.test(text) && words.length >= 2 && plain >= words.length * 0.7
  );
}

/** Most of the paragraphs, since an order or a title may stand between two sentences. */
function isProse(content: string): boolean {
  const joined = (paragraph: string): string =>
    paragraph
      .split("\n")
      .map((line) => line.trim())
      .join(" ");
  const paragraphs = content.split(/\n\s*\n/).map(joined);
  return paragraphs.filter(isSentence).length * 2 > paragraphs.length;
}

/** Longer than any title that someone would underline. */
const LONG = 100;

function underlined(open: Token, inline: Token | undefined, env: Env): void {
  if (inline?.type !== "inline" || open.map === null) return;
  const framed = framedTitle(inline);
  if (framed !== undefined) {
    const fix = `${signsBefore(open, inline, env)}## ${framed}`;
    env.report("misread-text/framed", env.positions.in(inline, 0), { found: framed, fix });
    return;
  }
  const text = tidied(plainText(inline.children ?? []));
  const isTitle = text.length <= LONG && !inline.content.includes("\n") && !/[^.][.;,]$/.test(text);
  if (isTitle) return;
  const place = env.positions.in(inline, 0);
  const line = place.line + open.map[1] - open.map[0] - 1;
  const isRule = open.markup === "-";
  env.report("misread-text/underlined", place, { found: excerpt(text), line, isRule });
}

/** The number of an item that may be the year at the beginning of a sentence. */
const YEAR = /^[12]\d{3}$/;

/** A single item that a year begins, or items whose plus is that of a number. */
function item(open: Token, tokens: readonly Token[], i: number, env: Env): void {
  const inline = tokens[i + 2];
  if (inline?.type !== "inline") return;
  const [text = ""] = inline.content.split("\n");
  const place = env.positions.of(open);
  if (open.markup === "+" && /^\d/.test(text))
    env.report("misread-text/plus", place, { found: excerpt(`+ ${text}`), fix: `- +${text}` });
  else if (YEAR.test(open.info) && isAlone(tokens, i))
    env.report("misread-text/year", place, {
      found: excerpt(`${open.info}${open.markup} ${text}`),
      fix: `${open.info}\\${open.markup} ${text}`,
    });
}

/** True for the only item of its list. */
function isAlone(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.type !== "ordered_list_open") return false;
  let end = i + 1;
  while (end < tokens.length && tokens[end]?.level !== tokens[i]?.level) end++;
  return tokens[end + 1]?.type === "ordered_list_close";
}
