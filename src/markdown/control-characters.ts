// A body with control characters → the body without them, and a warning for each line that had one; line ends are normalised.
// They come with text pasted from other programs. HTML does not allow them, and readers see at most an empty box.
import { problem, type Problem } from "../problems.ts";
import type { MarkdownSource } from "./types.ts";

/** All but tab and line feed; carriage returns and NUL are handled as in CommonMark. */
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

export function withoutControls(source: MarkdownSource): { source: MarkdownSource; problems: Problem[] } {
  const problems: Problem[] = [];
  const body = source.body.replace(/\r\n?/g, "\n").replace(/\0/g, "\ufffd");
  const lines = body.split("\n").map((text, row) => {
    const found = [...text.matchAll(CONTROL)];
    const [first] = found;
    if (first === undefined) return text;
    const place = { file: source.file, line: source.bodyLine + row, column: first.index + 1 };
    problems.push(problem("control-character", place, { name: nameOf(first[0]), count: found.length }));
    return text.replace(CONTROL, instead);
  });
  return { source: { ...source, body: lines.join("\n") }, problems };
}

/** Vertical tab, form feed and next line separate words: word processors use them to break lines. */
const instead = (character: string): string => (/[\u000b\u000c\u0085]/.test(character) ? " " : "");

const nameOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
