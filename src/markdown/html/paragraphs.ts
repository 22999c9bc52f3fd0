// The cleaned tokens of a paragraph → those of the paragraphs that its author separated with `<br><br>`.
// Breaks inside an open element (bold, a link) stay as they are: a paragraph cannot end there.
import type { Token } from "markdown-it";
import { isBlankText, isBreak } from "../tokens.ts";

export function splitAtBreaks(children: readonly Token[]): Token[][] {
  const paragraphs: Token[][] = [[]];
  let depth = 0;
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (child === undefined) continue;
    const end = depth === 0 ? endOfBreaks(children, i) : i;
    if (end > i) {
      while (isBlank(paragraphs.at(-1)?.at(-1))) paragraphs.at(-1)?.pop();
      paragraphs.push([]);
      i = end;
      continue;
    }
    depth += child.type === "html_inline" ? balanceOf(child.content) : child.nesting;
    paragraphs.at(-1)?.push(child);
  }
  return paragraphs.filter((one) => !one.every(isBlank));
}

const isTag = (token: Token | undefined): boolean =>
  token?.type === "html_inline" && token.content === "<br>";

const isBlank = (token: Token | undefined): boolean => isBreak(token) || isBlankText(token);

/** Index of the last of two or more `<br>` and blanks that begin at an index; that index if there are fewer. */
function endOfBreaks(children: readonly Token[], at: number): number {
  if (!isTag(children[at])) return at;
  let breaks = 0;
  let i = at;
  for (; isTag(children[i]) || isBlank(children[i]); i++) if (isTag(children[i])) breaks++;
  return breaks > 1 ? i - 1 : at;
}

/** The number of elements that cleaned HTML opens, minus the number that it closes. */
function balanceOf(html: string): number {
  let depth = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g))
    if (tag.startsWith("</")) depth--;
    else if (!/^<(?:br|img|wbr|hr|source|track|col)\b/.test(tag)) depth++;
  return depth;
}
