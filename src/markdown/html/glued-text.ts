// A block of raw HTML → the Markdown typed in it, which would be printed with its markers.
// Only what can hardly be anything else counts: formulas and file names contain such characters too.
import { lexHtml, type HtmlEvent } from "./lexer.ts";
import { isClosed, textOutsideCode, type Range } from "./events.ts";
import { PHRASES } from "./policy.ts";

const SIGNS =
  /(?<![\p{L}\p{N}\\*_])(\*{1,3}|_{1,3})(?=[\p{L}\p{N}\p{Ps}\p{Pi}"(])(?:(?!\n\s*\n)[^*_\\]|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])){1,300}(?<=\S)\1(?![\p{L}\p{N}*_])|(?<!\\)!?\[[^\][\n]{1,200}\]\((?:https?:|mailto:|\/|#|\.)[^()\s]{1,500}\)|(?<!\\)!\[[^\][\n]{0,200}\]\((?:https?:|\/|[^()\s]{1,300}\.(?:png|jpe?g|gif|svg|webp|avif)\))[^()\s]{0,500}\)?/u;
/** Lines that Markdown turns into something other than a paragraph. */
const BLOCKS = /^ {0,3}(?:#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|>|```|~~~|\|)/m;

/** Text after the last element of a block that is a Markdown paragraph; undefined if there is none. */
export function readGluedText(content: string): Range | undefined {
  if (!SIGNS.test(content)) return undefined;
  const events = lexHtml(content);
  let last = events.findLastIndex((event) => event.kind !== "text" && !PHRASES.has(event.name));
  while (events[last + 1]?.kind === "close") last++;
  const end = events[last]?.end ?? 0;
  if (end === 0 || !isClosed(events.slice(0, last + 1), "p")) return undefined;
  const text = content.slice(end);
  if (!SIGNS.test(text) || BLOCKS.test(text)) return undefined;
  return { start: content.length - text.trimStart().length, end: content.trimEnd().length };
}

/** The first piece of Markdown in the text of a block. */
export function findMarkdown(content: string, events: readonly HtmlEvent[]): Range | undefined {
  for (const { start, end } of textOutsideCode(events)) {
    const found = SIGNS.exec(content.slice(start, end));
    if (found !== null) return { start: start + found.index, end: start + found.index + found[0].length };
  }
  return undefined;
}

/** Lines that begin something else than a paragraph where Markdown is parsed. */
const BEGINNINGS = {
  heading: String.raw`#{1,6}[ \t]+[^\s#]`,
  list: String.raw`[-+*][ \t]+(?=[\p{L}\p{N}"«“[(*_])|1[.)][ \t]+\p{L}`,
  quotation: String.raw`>[ \t]+(?=[\p{L}"«“[(*_])`,
  table: String.raw`\|(?=[^\n]{0,2000}\|[ \t]*\n {0,3}\|[ \t]*:?-[-:| \t]*(?:\n|$))`,
  code: "(?:```|~~~)[\\w-]{0,30}[ \\t]*(?=\\n)",
  rule: String.raw`(?:-{3}|\*{3}|_{3})[ \t]*(?=\n|$)`,
};
const KINDS = Object.keys(BEGINNINGS) as BlockLine["kind"][];
const BLOCK_LINE = new RegExp(
  String.raw`\n {0,3}((?:${Object.entries(BEGINNINGS)
    .map(([kind, sign]) => `(?<${kind}>${sign})`)
    .join("|")})[^\n<]*)`,
  "gu",
);

export interface BlockLine extends Range {
  kind: keyof typeof BEGINNINGS;
}

/** The lines in the text of a block that would be headings, and the first that would be anything else. */
export function findBlockLines(content: string): BlockLine[] {
  if (content.search(BLOCK_LINE) < 0) return [];
  const lines: BlockLine[] = [];
  for (const { start, end } of textOutsideCode(lexHtml(content))) {
    for (const { 0: whole, 1: line = "", index, groups } of content.slice(start, end).matchAll(BLOCK_LINE)) {
      const at = start + index + whole.length - line.length;
      const kind = KINDS.find((one) => groups?.[one] !== undefined) ?? "heading";
      if (kind === "heading" || lines.every((one) => one.kind === "heading"))
        lines.push({ start: at, end: at + line.trimEnd().length, kind });
    }
  }
  return lines;
}

/** The same in HTML, for places where Markdown is not parsed. */
export function markdownAsHtml(found: string): string {
  const link = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(found);
  if (link !== null) return `<a href="${link[2] ?? ""}">${link[1] ?? ""}</a>`;
  const picture = /^!\[([^\]]*)\]\(([^)]*)\)$/.exec(found);
  if (picture !== null) return `<img src="${picture[2] ?? ""}" alt="${picture[1] ?? ""}">`;
  const signs = /^[*_]+/.exec(found)?.[0].length ?? 0;
  const text = found.slice(signs, -signs);
  const strong = signs > 1 ? `<strong>${text}</strong>` : text;
  return signs === 2 ? strong : `<em>${strong}</em>`;
}
