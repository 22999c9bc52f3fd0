// The text of a caption → the same with its credit marked: `Légende. © Nom` → `Légende. <small class="credit">© Nom</small>`.
// A credit ends a caption and is short. If another sentence follows, it is not a credit, and stays as it is.
import type { Token } from "markdown-it";
import { isBreak, makeText, makeToken } from "../tokens.ts";

const KIND = String.raw`[Pp]hotos?|[Pp]hotograph(?:ies?|y)?|[Ii]mages?|[Ii]llustrations?|[Dd]essins?|[Vv]isuels?|[Vv]idéos?|[Ii]nfographies?|[Pp]ictures?|[Vv]ideos?`;
/** Words that announce a credit even if nothing precedes them. */
const SURE = String.raw`©|\([cC]\)(?=\s+\p{L})|[Cc]opyright\s|[Cc]ourtesy of\s|[Cc]r[ée]dits?(?:\s+(?:${KIND}))?\s?:|(?:${KIND})\s+[Cc]redits?\s?:|[Ss]ources?\s?:|(?:${KIND})\s+(?:by\s+(?=\p{Lu})|©)`;
/** Words that may also begin a description: if nothing precedes them, a name must follow. */
const LIKELY = String.raw`(?:${KIND})\s?:\s?(?=\S)`;
/** A text without one of these is skipped. */
const HINT = /[©:]|\(c\)|\bby |copyright|courtesy/i;
const CREDIT = new RegExp(`(?:${SURE}|${LIKELY})`, "gu");
const SURELY = new RegExp(`^(?:${SURE})`, "u");
/** What may precede a credit in the same caption. */
const BOUNDARY = /(?:^|[.!?…»”"'’)\]([–—\-|/,;:·•])\s*$/u;
const NAME = /^(?:(?:\p{Lu}[\p{L}\p{N}'’.-]*|d[eu]s?|la|le|et|and|of|the|van|von|&|\/)[\s,]*){1,10}$/u;
const LONGEST = 140;
/** Another sentence; the full stop of an initial does not end one. */
const GOES_ON = /(?<!(?:^|[^\p{L}])\p{Lu})[.!?…]\s+\p{L}/u;

/** The caption's tokens with its credit inside `small`; the same tokens if there is no credit. */
export function setCreditApart(caption: Token[]): Token[] {
  const found = caption.some((token) => HINT.test(token.content)) ? findCredit(caption) : undefined;
  if (found === undefined) return caption;
  const head = caption.slice(0, found.index);
  const tail = caption.slice(found.index);
  const first = tail[0];
  if (first?.type === "text") {
    head.push(makeText(first.content.slice(0, found.offset)));
    tail[0] = makeText(first.content.slice(found.offset));
  }
  trimBlank(head);
  const opened = takeParenthesis(head);
  // Parentheses that contain only the credit are removed; any other opening one is put back.
  if (opened !== "" && !takeClosing(tail, opened === "(" ? ")" : "]")) tail.unshift(makeText(opened));
  trimDash(head);
  const small = makeToken("credit_open", "small", 1, { attrs: [["class", "credit"]] });
  return [
    ...head,
    ...(head.length === 0 ? [] : [makeText(" ")]),
    small,
    ...tail,
    makeToken("credit_close", "small", -1),
  ];
}

/** Where the credit begins: an outermost token, and an offset in it if it is text. */
function findCredit(caption: readonly Token[]): { index: number; offset: number } | undefined {
  let depth = 0;
  let opened = -1;
  let before = "";
  for (let i = 0; i < caption.length; i++) {
    const token = caption[i];
    if (token === undefined) continue;
    const nesting = nestingOf(token);
    if (nesting > 0 && depth++ === 0) opened = i;
    else if (nesting < 0) depth--;
    else if (token.type === "text") {
      // Inside a link or bold, a credit must begin where the link or bold begins.
      const whole = depth === 1 && opened === i - 1;
      if (depth === 0 || whole)
        for (const match of token.content.matchAll(CREDIT)) {
          if (whole && token.content.slice(0, match.index).trim() !== "") break;
          const head = before + token.content.slice(0, match.index);
          const rest = token.content.slice(match.index) + textOf(caption, i + 1);
          if (isCredit(head, match[0], rest))
            return whole ? { index: opened, offset: 0 } : { index: i, offset: match.index };
        }
      before += token.content;
    } else before += isBreak(token) ? "\n" : token.content;
  }
  return undefined;
}

function isCredit(head: string, sign: string, rest: string): boolean {
  if (rest.length > LONGEST || GOES_ON.test(rest)) return false;
  const starts = head.trim() === "" || /[([]\s*$/.test(head.trimEnd());
  if (sign === "©" || /^\([cC]\)$/.test(sign)) return /[\p{L}\p{N}]/u.test(rest.slice(sign.length));
  if (!BOUNDARY.test(head) && !/\n\s*$/.test(head)) return false;
  return (
    SURELY.test(sign) ||
    (head.trim() !== "" && !starts) ||
    NAME.test(
      rest
        .slice(sign.length)
        .trim()
        .replace(/[)\].]+$/, ""),
    )
  );
}

function nestingOf(token: Token): number {
  if (token.type !== "html_inline") return token.nesting;
  return /^<(?:br|img|wbr)\b/i.test(token.content) ? 0 : token.content.startsWith("</") ? -1 : 1;
}

function textOf(tokens: readonly Token[], from: number): string {
  let text = "";
  for (let i = from; i < tokens.length && text.length <= LONGEST; i++) {
    const token = tokens[i];
    if (token?.type === "text" || token?.type === "code_inline") text += token.content;
    else if (isBreak(token)) text += " ";
  }
  return text;
}

function trimBlank(tokens: Token[]): void {
  for (let last = tokens.at(-1); last !== undefined; last = tokens.at(-1)) {
    if (last.type === "text") {
      last.content = last.content.trimEnd();
      if (last.content !== "") return;
    } else if (!isBreak(last)) return;
    tokens.pop();
  }
}

/** Removes the opening parenthesis that ends the tokens, and returns it; empty if there is none. */
function takeParenthesis(head: Token[]): string {
  const last = head.at(-1);
  const found = last?.type === "text" ? /[([]$/.exec(last.content)?.[0] : undefined;
  if (last === undefined || found === undefined) return "";
  last.content = last.content.slice(0, -1);
  trimBlank(head);
  return found;
}

/** Removes the closing parenthesis that ends the tokens; false if there is none. */
function takeClosing(tail: Token[], sign: string): boolean {
  const last = tail.at(-1);
  if (last?.type !== "text") return false;
  const text = last.content.replace(/\s*\.?\s*$/, "");
  if (!text.endsWith(sign)) return false;
  last.content = text.slice(0, -1).trimEnd();
  if (last.content === "") tail.pop();
  return true;
}

/** `Légende - © Nom`: the dash has no use once the credit is set apart. */
function trimDash(head: Token[]): void {
  const last = head.at(-1);
  if (last?.type !== "text") return;
  last.content = last.content.replace(/(?:^|\s)[-–—|/·•]$/u, "");
  trimBlank(head);
}
