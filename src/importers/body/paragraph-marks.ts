// Attributes between two lines of text, `{: .centre}` → a blank line below: in kramdown, they end the paragraph above.
// https://kramdown.gettalong.org/syntax.html#block-ials
import { fenceAt } from "./notices.ts";

const MARK = /^\{:(?![:/])[^{}]*\}[ \t]*$/;
/** A line that begins a block of its own, whatever is above it. */
const OTHER_BLOCK = /^ {0,3}(?:#{1,6}\s|[-+*]\s|\d+[.)]\s|>|<|\||`{3}|~{3})/;

/** `marks`: the attributes below which a line was added. */
export function withParagraphsApart(body: string): { body: string; marks: string[] } {
  const marks: string[] = [];
  if (!/^\{:/m.test(body)) return { body, marks };
  const lines = body.split(/\r?\n/);
  const isText = (line: string): boolean => line.trim() !== "" && !MARK.test(line);
  let fence: string | undefined;
  let isBelowText = false;
  const apart = lines.flatMap((line, i) => {
    fence = fenceAt(line, fence);
    if (fence === undefined && MARK.test(line)) {
      const next = lines[i + 1] ?? "";
      if (!isBelowText || !isText(next) || OTHER_BLOCK.test(next)) return [line];
      marks.push(line.trim());
      return [line, ""];
    }
    isBelowText = line.trim() !== "";
    return [line];
  });
  return { body: marks.length === 0 ? body : apart.join("\n"), marks };
}
