// A body as it was typed → the body that is parsed: without what keyboards and word processors leave unseen.
// Each line keeps its length where it can, so that places stay right; fenced code stays as it is, except for control characters.
import type { MarkdownSource } from "./types.ts";

/** All but tab and line feed. HTML does not allow them, and readers see at most an empty box. */
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;
/** No-break spaces of all widths, and zero-width characters. */
const UNSEEN = "\u00a0\u202f\u2007\u200b\u2060\ufeff";
const SUSPECT = new RegExp(`[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ufdd0-\\ufdef\\ufffe\\uffff${UNSEEN}]|&nbsp;`);

/** Only that, behind the markers of the quotations and lists around it: an empty line, which ends a paragraph. */
const EMPTY = new RegExp(`^([ \\t]*(?:(?:[>*+-]|\\d{1,9}[.)])[ \\t]*)*)((?:[ \\t${UNSEEN}]|&nbsp;)+)$`);
/** A no-break space after the marker of a heading or an item, typed with a modifier key still held. */
const MARKER = /^([ \t>]*(?:#{1,6}|[-*+]|\d{1,9}[.)]))[\u00a0\u202f](?=\S)/;

export function normalised(source: MarkdownSource): MarkdownSource {
  if (!SUSPECT.test(source.body)) return source;
  let fence: string | undefined;
  const lines = source.body
    .replace(/\r\n?/g, "\n")
    .replace(/\0/g, "\ufffd")
    // Vertical tab, form feed and next line separate words.
    .replace(CONTROL, (character) => (/[\u000b\u000c\u0085]/.test(character) ? " " : ""))
    .split("\n")
    .map((line) => {
      const signs = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
      if (signs !== undefined)
        fence = fence === undefined ? signs : signs.startsWith(fence) ? undefined : fence;
      if (fence !== undefined) return line;
      return line
        .replace(EMPTY, (_, markers: string, rest: string) => markers + " ".repeat(rest.length))
        .replace(MARKER, "$1 ");
    });
  return { ...source, body: lines.join("\n") };
}
