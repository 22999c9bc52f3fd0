// A line of plain or bold text right under a picture, or stuck to it, or in italics but for a credit in brackets, a short
// quotation right under a picture, and a title that only a mouse shows → a note: as a caption it would be in italics.
// It may also be a sentence that the picture begins, or what the person on it said: this rule only reports.
import type { Token } from "markdown-it";
import { fold } from "../../content/text.ts";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import { passRule, plainText, tidied } from "../rule.ts";
import { isBreak, isSeen } from "../tokens.ts";

/** A longer text is a paragraph. */
const LONGEST = 200;
/** Begins as a sentence does, and announces nothing. */
const CAPTION = /^[«“"(]?\s?[\p{Lu}\d©].*[^:;,]$/u;

export const plainCaptions = passRule("plain-captions", (tokens, env) => {
  if (!env.holds("![")) return;
  for (const [i, token] of tokens.entries()) {
    if (token.type === "inline" && tokens[i - 1]?.type === "paragraph_open" && token.level === 1)
      inParagraph(token, env);
    else if (token.type === "blockquote_open" && token.level === 0) inQuotation(tokens, i, env);
  }
});

function inParagraph(token: Token, env: Env): void {
  const [picture, ...rest] = withoutLink((token.children ?? []).filter(isSeen));
  if (picture?.type !== "image") return;
  if (rest.length === 0) inTitle(picture, token, env);
  const under = isBreak(rest[0]);
  const line = under ? rest.slice(1) : rest;
  const bold = line[0]?.type === "strong_open" && line.findIndex(isStrongEnd) === line.length - 1;
  const words = bold ? line.slice(1, -1) : line;
  // After a picture and a space, a text on the same line goes on with it: a logo, a flag.
  if (!(words[0]?.type === "text" ? /^\S/.test(words[0].content) : isCredited(words))) return;
  if (!words.every(isPhrase)) return;
  const text = tidied(plainText(words));
  // In bold, a question or an exclamation calls to act.
  if (bold && /[!?]$/.test(text)) return;
  if (text.length > LONGEST || !CAPTION.test(text)) return;
  const typed = under ? token.content.slice(token.content.lastIndexOf("\n") + 1).trim() : text;
  const at = token.content.lastIndexOf(typed);
  if (at < 0) return;
  const fix = inItalics(bold && under ? typed.slice(2, -2) : typed);
  env.report("plain-caption", env.positions.in(token, at), { found: excerpt(text), fix });
}

/** `![what it shows](a.jpg "Its caption")`; a title that repeats the description says nothing more. */
function inTitle(picture: Token, paragraph: Token, env: Env): void {
  const title = tidied(picture.attrGet("title") ?? "");
  if (title.length > LONGEST || !title.includes(" ")) return;
  const alt = fold(picture.content);
  if (alt === "") return;
  if (alt.includes(fold(title)) || fold(title).includes(alt)) return;
  env.report("plain-caption/title", env.positions.in(paragraph, 0), {
    found: excerpt(title),
    fix: inItalics(title),
  });
}

/** A quotation of one paragraph, with no empty line between it and a line that shows only a picture. */
function inQuotation(tokens: readonly Token[], start: number, env: Env): void {
  const [opening, shown, , quotation, , words, , end] = tokens.slice(start - 3, start + 5);
  if (shown?.type !== "inline" || end?.type !== "blockquote_close" || words?.type !== "inline") return;
  if (!quotation?.map || opening?.map?.[1] !== quotation.map[0]) return;
  const pictures = withoutLink((shown.children ?? []).filter(isSeen));
  const quoted = (words.children ?? []).filter(isSeen);
  if (pictures.length !== 1 || pictures[0]?.type !== "image") return;
  if (!quoted.every((one) => isPhrase(one) || isBreak(one))) return;
  const text = tidied(plainText(quoted));
  if (text.length > LONGEST || !CAPTION.test(text) || /^[«“"]|\s[—–-]\s/.test(text)) return;
  const fix = inItalics(words.content.trim().replace(/\s*\n\s*/g, " "));
  env.report("plain-caption/quotation", env.positions.line(quotation.map[0]), { found: excerpt(text), fix });
}

/** The text of a caption, which may be in italics in part. */
function inItalics(typed: string): string {
  const written = typed.replace(/^([*_])(?!\1)(.+?)(?<!\\)\1/, "$2");
  return written.includes("_") ? `*${written}*` : `_${written}_`;
}

/** Emphasis leaves empty texts beside it. */
const isStrongEnd = ({ type }: Token): boolean => type === "strong_close";

/** Italics, then only words in brackets. */
function isCredited(words: readonly Token[]): boolean {
  const last = words.at(-1);
  const end = words.findIndex(({ type }) => type === "em_close");
  return (
    words[0]?.type === "em_open" && end === words.length - 2 && /^\s*\([^()]+\)\.?$/.test(last?.content ?? "")
  );
}

/** The tokens without the link around the first picture. */
function withoutLink(children: readonly Token[]): readonly Token[] {
  if (children[0]?.type !== "link_open" || children[2]?.type !== "link_close") return children;
  return [...children.slice(1, 2), ...children.slice(3)];
}

const isPhrase = ({ type }: Token): boolean =>
  /^(?:text|code_inline|(?:link|strong|em|sup|sub|s)_(?:open|close))$/.test(type);
