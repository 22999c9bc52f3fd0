// A line in bold, or in bold italics, that looks like a heading → a warning with the heading to write.
import type { Token } from "markdown-it";
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import type { Outline } from "./outline.ts";
import { plainText, tidied } from "../rule.ts";
import { boldSign, isLinkAlone, sourceOf, withoutBold } from "./written-headings.ts";

/**
 * The paragraph that begins at `i`, if all of it is bold. A last line is a signature, a label in front of a list its first words, and
 * bold paragraphs one after the other a notice or a poster.
 */
export function reportBoldLine(tokens: readonly Token[], i: number, outline: Outline, env: Env): void {
  const [open, inline, next] = [tokens[i], tokens[i + 1], tokens[i + 3]];
  const children = inline?.children;
  if (!open || !inline || !children || next === undefined || !isBold(inline)) return;
  if (children.some((child) => child.type === "softbreak") || isLinkAlone(withoutBold(children))) return;
  const text = tidied(plainText(children));
  if (text.endsWith(":") && next.type.endsWith("_list_open")) return;
  if (/^\(.*\)$/.test(text) || isAmongBold(text, tokens, i)) return;
  const isUnder = tokens[i - 1]?.type === "heading_close";
  reportBold({ text, source: sourceOf(inline), isUnder }, env.positions.of(open), outline, env);
}

function isBold({ children }: Token): boolean {
  // Tags of emphasis leave empty texts before them.
  const mayBe = children !== null && [0, 1, 2, 3].some((i) => boldSign(children[i]) === 1);
  return mayBe && withoutBold(children) !== children;
}

/** Whether it is one of three bold paragraphs in a row, or of two that are one sentence. */
function isAmongBold(text: string, tokens: readonly Token[], i: number): boolean {
  const above = boldAt(tokens, i - 3);
  const below = boldAt(tokens, i + 3);
  if (above !== undefined && below !== undefined) return true;
  if (above !== undefined && (/^\p{Ll}/u.test(text) || boldAt(tokens, i - 6) !== undefined)) return true;
  return below !== undefined && (/^\p{Ll}/u.test(below) || boldAt(tokens, i + 6) !== undefined);
}

/** The text of the paragraph that begins at `i`, if all of it is bold. */
function boldAt(tokens: readonly Token[], i: number): string | undefined {
  const inline = tokens[i]?.type === "paragraph_open" && tokens[i].level === 0 ? tokens[i + 1] : undefined;
  return inline !== undefined && isBold(inline) ? plainText(inline.children ?? []).trim() : undefined;
}

const WORD = /\p{L}{2}/u;

/** Sentences are bold for emphasis; a few words on a line of their own are probably a heading. */
export function reportBold(
  { text, source = text, isUnder = false }: { text: string; source?: string; isUnder?: boolean },
  place: Place,
  outline: Outline,
  env: Env,
): void {
  if (text.length > 100 || /[.!,;…»"]$/.test(text) || !WORD.test(text)) return;
  // Right under a heading, it divides what that heading begins.
  const level = Math.min(6, outline.written(outline.next()) + (isUnder ? 1 : 0));
  env.report("bold-heading", place, { text }, `${"#".repeat(level)} ${source}`);
}
