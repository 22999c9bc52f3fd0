// A paragraph that contains only pictures and captions → the pictures, each group with its caption.
// A caption is text entirely in emphasis after a picture: a sentence with one word in italics is not a caption.
import type { Token } from "markdown-it";
import { isBlankText, isBreak } from "../tokens.ts";

export interface Group {
  /** Tokens of the pictures, and of the links around them. */
  media: Token[];
  plays: boolean;
  /** Tokens of the caption, without its emphasis; empty if there is none. */
  caption: Token[];
  /** Attributes given to the caption with `{.class}`. */
  attributes: [string, string][];
}

/** Reads a paragraph; undefined if it contains anything other than pictures, media files and captions. */
export function readGroups(children: readonly Token[]): Group[] | undefined {
  if (!children.some((child) => child.type === "image" || child.type === "html_inline")) return undefined;
  const groups: Group[] = [];
  let i = skipBlank(children, 0);
  while (i < children.length) {
    const group: Group = { media: [], plays: false, caption: [], attributes: [] };
    for (let end = mediaEnd(children, i); end > i; end = mediaEnd(children, i)) {
      const next = skipBlank(children, end);
      // Pictures side by side keep what separates them.
      if (group.media.length > 0) group.media.push(...children.slice(trimEnd(children, i), i));
      group.media.push(...children.slice(i, end));
      i = next;
    }
    if (group.media.length === 0) return undefined;
    group.plays = group.media.some(
      (one) => one.type === "html_inline" && /^<(?:video|audio)/i.test(one.content),
    );
    const caption = readCaption(children, i);
    if (caption !== undefined) Object.assign(group, caption);
    groups.push(group);
    if (caption !== undefined) i = caption.end;
    else if (i < children.length) return undefined;
  }
  return groups.length === 0 ? undefined : groups;
}

export interface Caption {
  caption: Token[];
  attributes: [string, string][];
  /** Index after the caption. */
  end: number;
}

/** Emphasised phrases from an index, one per line, up to the end or the next picture. */
export function readCaption(children: readonly Token[], from: number): Caption | undefined {
  const caption: Token[] = [];
  const attributes: [string, string][] = [];
  let i = skipBlank(children, from);
  while (i < children.length) {
    const end = emphasisEnd(children, i);
    if (end === undefined) {
      const spaced = caption.length === 0 ? spacedCaption(children, i) : undefined;
      if (spaced !== undefined) return { caption: [spaced], attributes, end: i + 1 };
      break;
    }
    if (caption.length > 0) {
      const between = children.slice(trimEnd(children, i), i);
      if (!between.some(endsLine)) return undefined;
      caption.push(...between);
    }
    caption.push(...children.slice(i + 1, end - 1));
    attributes.push(...(children[i]?.attrs ?? []));
    const rest = textAfter(children, end);
    caption.push(...children.slice(end, rest));
    i = skipBlank(children, rest);
  }
  if (caption.length === 0) return undefined;
  return i === children.length || mediaEnd(children, i) > i ? { caption, attributes, end: i } : undefined;
}

const LONGEST_SPACED = 1000;

/** `*Légende *`, the last text under a picture: a space inside the markers, which could mean something else elsewhere. */
function spacedCaption(children: readonly Token[], i: number): Token | undefined {
  const text = children[i];
  const found =
    text?.type === "text" && text.content.length < LONGEST_SPACED
      ? /^([*_])\s*([^*_]*[^*_\s])\s*\1\s*$/.exec(text.content)
      : null;
  if (text === undefined || found === null || i !== children.length - 1) return undefined;
  if (!endsLine(children[i - 1])) return undefined;
  text.content = found[2] ?? "";
  return text;
}

const endsLine = (token: Token | undefined): boolean =>
  isBreak(token) || (token?.type === "html_inline" && /^<br\b/i.test(token.content));

const isBlank = (token: Token | undefined): boolean => endsLine(token) || isBlankText(token);

function skipBlank(children: readonly Token[], from: number): number {
  let i = from;
  while (isBlank(children[i])) i++;
  return i;
}

/** Index after the last token before `end` that is not blank. */
export function trimEnd(children: readonly Token[], end: number): number {
  let i = end;
  while (i > 0 && isBlank(children[i - 1])) i--;
  return i;
}

/** Index after the picture, or the link around pictures, that begins at an index; that index if there is none. */
function mediaEnd(children: readonly Token[], from: number): number {
  const token = children[from];
  if (token?.type === "image") return from + 1;
  if (token?.type === "link_open") return linkEnd(children, from, (one) => one.type === "link_close");
  if (token?.type !== "html_inline") return from;
  if (/^<img[\s/>]/i.test(token.content)) return from + 1;
  if (/^<a[\s>]/i.test(token.content)) return linkEnd(children, from, (one) => isTag(one, "/a"));
  const name = /^<(video|audio|picture)[\s>]/i.exec(token.content)?.[1];
  if (name === undefined) return from;
  for (let i = from + 1; i < children.length; i++) {
    const child = children[i];
    if (child !== undefined && isTag(child, `/${name}`)) return i + 1;
  }
  return from;
}

function linkEnd(children: readonly Token[], from: number, closes: (token: Token) => boolean): number {
  let i = skipBlank(children, from + 1);
  let pictures = 0;
  for (let token = children[i]; token !== undefined; token = children[i]) {
    if (closes(token)) return pictures > 0 ? i + 1 : from;
    if (token.type !== "image" && !isTag(token, "img")) return from;
    pictures++;
    i = skipBlank(children, i + 1);
  }
  return from;
}

function isTag(token: Token, name: string): boolean {
  if (token.type !== "html_inline") return false;
  const written = token.content.slice(1, name.length + 1).toLowerCase();
  return written === name.toLowerCase() && /[\s/>]/.test(token.content[name.length + 1] ?? "");
}

/** Index after the emphasis that begins at an index. */
function emphasisEnd(children: readonly Token[], from: number): number | undefined {
  const open = children[from];
  const name = open?.type === "html_inline" ? /^<(em|i|small|sub)[\s>]/i.exec(open.content)?.[1] : undefined;
  if (open?.type !== "em_open" && name === undefined) return undefined;
  let depth = 0;
  for (let i = from; i < children.length; i++) {
    const child = children[i];
    if (child === undefined) break;
    if (name === undefined ? child.type === "em_open" : isTag(child, name)) depth++;
    else if (name === undefined ? child.type === "em_close" : isTag(child, `/${name}`)) depth--;
    if (depth === 0) return i + 1;
  }
  return undefined;
}

/** Index after the marks of notes, and a full stop or a credit, that follow the emphasis and belong to the caption. */
function textAfter(children: readonly Token[], end: number): number {
  let from = end;
  while (children[from]?.type === "footnote_ref") from++;
  const text = children[from];
  if (
    text?.type !== "text" ||
    !/^(?:[.…!?]\s*$|[\s.,;–—-]*[([]?(?:©|Crédits?\b|Credits?\b|Photos?\s?:))/.test(text.content)
  )
    return from;
  let i = from;
  while (i < children.length && !endsLine(children[i])) i++;
  return i;
}
