// Lines of raw HTML that CommonMark takes for code, since they are indented below a blank line → the same without their indentation.
// In kramdown, an element goes on to its end, over blank lines: https://kramdown.gettalong.org/syntax.html#html-blocks
import { fenceAt } from "./notices.ts";

/** An element whose content kramdown leaves as it is, up to the end of the first one inside it with the same name. */
const ELEMENT =
  /^ {0,3}<(p|div|table|ul|ol|figure|section|center|blockquote)\b(?![^>]{0,1000}\bmarkdown=)[^>]{0,1000}>[^]{0,20000}?<\/\1>/i;
/** Content with an indentation of its own. Code of Jekyll has become a fence by now. */
const FIXED = /<(?:pre|script|style|textarea)\b|^ {0,3}(?:`{3}|~{3})/im;
const INDENTED = /(\n[ \t]*\r?\n)(?: {4}|\t)[ \t]*(?=\S)/g;

export function withoutIndentedHtml(body: string): string {
  if (body.search(INDENTED) < 0 || !body.includes("<")) return body;
  let out = "";
  let rest = body;
  let fence: string | undefined;
  while (rest !== "") {
    const line = rest.slice(0, rest.indexOf("\n") + 1 || undefined);
    fence = fenceAt(line.trimEnd(), fence);
    const element = fence === undefined && line.includes("<") ? ELEMENT.exec(rest)?.[0] : undefined;
    const piece = element ?? line;
    const isFixed = element === undefined || FIXED.test(element);
    out += isFixed ? piece : piece.replace(INDENTED, "$1");
    rest = rest.slice(piece.length);
  }
  return out;
}
