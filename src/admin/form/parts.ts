// The file of a text ↔ its front matter and its body, each with its original line ends.

export interface Parts {
  /** The line that opens the front matter. */
  opening: string;
  head: string;
  /** From the line that closes it to the first line of the body that is not blank. */
  closing: string;
  body: string;
}

const FENCED =
  /^(\uFEFF?---[ \t]*\r?\n)((?:(?!---[ \t]*(?:\r?\n|$))[^\n]*\n)*)(---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*)/;

/** A file without front matter gets an empty one. */
export function cut(file: string): Parts {
  // Carnet also treats a lone carriage return as a line end.
  const lines = file.replace(/\r(?!\n)/g, "\n");
  const found = FENCED.exec(lines);
  if (!found) {
    const body = lines.replace(/^\uFEFF/, "");
    const end = body.includes("\r\n") ? "\r\n" : "\n";
    const mark = body === lines ? "" : "\uFEFF";
    return { opening: `${mark}---${end}`, head: "", closing: `---${end}${end}`, body };
  }
  const [whole, opening = "", head = "", closing = ""] = found;
  return { opening, head, closing, body: lines.slice(whole.length) };
}

export function lineEndOf({ opening }: Parts): string {
  return opening.endsWith("\r\n") ? "\r\n" : "\n";
}

export const unixed = (text: string): string => text.replaceAll("\r\n", "\n");

/** The body with an editor's changes. Lines that existed keep their line ends, and the end of the body is kept. */
export function withBody(parts: Parts, now: string): string {
  const { body } = parts;
  const text = unixed(now).trimEnd();
  if (text === unixed(body).trimEnd()) return body;
  const common = lineEndOf(parts);
  const before = linesOf(body.trimEnd());
  const lines = linesOf(text);
  const above = sameLines(before, lines);
  const below = Math.min(
    sameLines(before.toReversed(), lines.toReversed()),
    before.length - above,
    lines.length - above,
  );
  // Lines that were moved also keep their line ends.
  const moved = new Map(before.map((line) => [unixed(line), line]));
  const changed = lines
    .slice(above, lines.length - below)
    .map((line) => moved.get(line) ?? line.replace(/\n$/, common));
  const kept = [...before.slice(0, above), ...changed, ...before.slice(before.length - below)];
  const [end = ""] = /\s*$/.exec(body) ?? [];
  return kept.join("") + (body.trim() === "" ? common : end);
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** The number of lines at the start of both that are equal, line ends aside. */
function sameLines(before: readonly string[], now: readonly string[]): number {
  const first = now.findIndex((line, index) => line !== unixed(before[index] ?? ""));
  return first < 0 ? now.length : first;
}
