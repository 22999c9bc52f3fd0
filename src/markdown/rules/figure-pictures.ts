// A Markdown picture inside a raw `<figure>`, as exported by WordPress, GitBook and Ghost → the equivalent HTML tag.
// CommonMark prints its markers there, which nobody means; elsewhere in raw HTML, `glued-html` reports them.
import type { MarkdownIt, Token } from "markdown-it";
import { envOf } from "../env.ts";
import { textOutsideCode } from "../html/events.ts";
import { lexHtml, type HtmlEvent } from "../html/lexer.ts";
import { pictureText } from "../other-tools/media-words.ts";
import type { Rule } from "../rule.ts";

const PICTURE =
  /(?<!\\)!\[([^\][\n]{0,500})\]\((?:<([^<>\n]{1,1000})>|([^()\s<>]{1,1000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?))(?:\s+"[^"\n]{0,300}")?\)/g;

export const figurePictures: Rule = {
  name: "figure-pictures",
  install(md: MarkdownIt) {
    md.core.ruler.after("block", "figure-pictures", (state) => {
      const env = envOf(state.env);
      if (!env.holds("![") || !env.holds("<figure")) return;
      for (const token of state.tokens) if (token.type === "html_block") inBlock(token);
    });
  },
};

function inBlock(token: Token): void {
  const { content } = token;
  if (!content.includes("![")) return;
  const events = lexHtml(content);
  let done = "";
  let end = 0;
  for (const text of textOutsideCode(events)) {
    if (!isWithinFigure(events, text)) continue;
    done += content.slice(end, text.start) + withTags(content.slice(text.start, text.end));
    end = text.end;
  }
  token.content = done + content.slice(end);
}

function isWithinFigure(events: readonly HtmlEvent[], { start }: HtmlEvent): boolean {
  let depth = 0;
  for (const event of events) {
    if (event.start >= start) break;
    if (event.kind !== "text" && event.name === "figure") depth += event.kind === "open" ? 1 : -1;
  }
  return depth > 0;
}

function withTags(text: string): string {
  return text.replace(PICTURE, (_found, alt: string, pointed: string | undefined, src: string | undefined) =>
    pictureText({ src: pointed ?? src ?? "", alt }, true),
  );
}
