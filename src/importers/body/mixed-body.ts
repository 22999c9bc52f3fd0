// A Markdown text with blocks of HTML → its blocks of HTML in Markdown. What was Markdown already keeps its bytes.
import { htmlBlocks } from "../../markdown/html/html-blocks.ts";
import { htmlToMarkdown } from "./html-body.ts";

/** `isKramdown`: text after the end of an element is Markdown even without a blank line, as Jekyll reads it. */
export function mixedToMarkdown(body: string, isKramdown: boolean): string {
  let out = "";
  let at = 0;
  for (const { start, end } of htmlBlocks(body)) {
    const written = body.slice(start, end);
    const to = htmlToMarkdown(written, isKramdown);
    if (to.trim() === written.trim()) continue;
    out += apart(body.slice(at, start)) + to;
    at = end;
    // A line directly below would become part of the last paragraph.
    if (/^[ \t]*\S/.test(body.slice(end))) out += "\n";
  }
  return out + body.slice(at);
}

/** Ends with a blank line, so that what follows is a block of its own. */
function apart(before: string): string {
  const text = before.trimEnd();
  const isApart = text === "" || before.slice(text.length).split("\n").length > 2;
  return isApart ? before : `${before}\n`;
}
