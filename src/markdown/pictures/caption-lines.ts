// A paragraph of text → its lines of text, and the pictures among them that have a line and a caption of their own.
// Markdown joins consecutive lines into one paragraph; an author who typed a caption under a picture meant a figure.
import type { Token } from "markdown-it";
import { readCaption, readGroups, trimEnd, type Group } from "./caption-parts.ts";
import { isBreak } from "../tokens.ts";

/** A part of a paragraph: lines of text, or pictures with a caption. */
export type Passage = { text: Token[] } | { group: Group };

/**
 * Reads a paragraph in which a picture has a line of its own, with its caption on the same line or the next one.
 * Undefined if there is no such picture.
 */
export function readPassages(children: readonly Token[]): Passage[] | undefined {
  if (!children.some((child) => child.type === "image" || child.type === "html_inline")) return undefined;
  const lines = linesOf(children);
  const passages: Passage[] = [];
  let captions = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? [];
    const group = captionedGroup(line, lines[i + 1]);
    const last = passages.at(-1);
    if (group !== undefined) {
      captions++;
      passages.push({ group });
      // A caption on its own line was read with its picture.
      if (readGroups(line)?.[0]?.caption.length === 0) i++;
    } else if (last !== undefined && "text" in last) last.text.push(...line);
    else passages.push({ text: [...line] });
  }
  if (captions === 0) return undefined;
  for (const passage of passages)
    if ("text" in passage) passage.text.splice(trimEnd(passage.text, passage.text.length));
  return passages;
}

/** Pictures that fill a line, with the caption on the same line or alone on the next. */
function captionedGroup(line: readonly Token[], next: readonly Token[] | undefined): Group | undefined {
  const groups = readGroups(line);
  const [group] = groups ?? [];
  if (group === undefined || groups?.length !== 1) return undefined;
  if (group.caption.length > 0) return group;
  const caption = next === undefined ? undefined : readCaption(next, 0);
  return caption === undefined ? undefined : { ...group, ...caption };
}

/** Lines, each with the break that ends it; emphasis that spans lines is not split. */
function linesOf(children: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  let depth = 0;
  for (const child of children) {
    depth += child.nesting;
    lines.at(-1)?.push(child);
    if (depth === 0 && isBreak(child)) lines.push([]);
  }
  return lines;
}
