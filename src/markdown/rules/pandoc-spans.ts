// Spans of Pandoc, `[mot]{.underline}` and `[]{#ancre}`, as it writes what Word underlines and bookmarks → a warning with what to
// write; `[mot]{lang=en}` too, which works after emphasis or a link only. The text is printed as it is: this rule only reports.
import { eachInline, passRule } from "../rule.ts";
import { readAsText } from "../text-cursor.ts";

/**
 * In the text of a link, and on two lines, too; a picture, a link and the mark of a note are none. The address of a link inside is
 * read like the rest: each text can be read in one way only, or links in brackets would take forever.
 */
const SPAN =
  /(?<![!\]\\])\[(?!\^[^\s\]]+\])((?:[^[\]]|\[[^[\]]{0,200}\]){0,800})\]\{(?=[.#]|[a-z-]+="|lang=[A-Za-z])((?:[^{}"]|"[^"]*"){1,300})\}/g;

export const pandocSpans = passRule("pandoc-spans", (tokens, env) => {
  if (!env.leaves("[") || !env.holds("]{")) return;
  eachInline(tokens, ({ content }, _children, span) => {
    if (!content.includes("]{")) return;
    for (const { 0: found, 1: text = "", 2: attributes = "", index } of readAsText(content).matchAll(SPAN)) {
      if (env.defines(text)) continue;
      const typed = content.slice(index + 1, index + 1 + text.length);
      env.report("literal-markup/span", env.positions.at(span, index), {
        found: content.slice(index, index + found.length),
        fix: content[index - 1] === "[" ? typed : marked(typed, attributes),
      });
    }
  });
});

/** What Word calls small capitals or a style says nothing to readers; its comments and what its authors deleted are not for them. */
function marked(text: string, attributes: string): string {
  if (text === "" || /\.(?:deletion|comment-start)\b/.test(attributes)) return "";
  const tag = /\.(?:underline|ul)\b/.test(attributes)
    ? "u"
    : /\.mark\b/.test(attributes)
      ? "mark"
      : undefined;
  if (tag !== undefined) return `<${tag}>${text}</${tag}>`;
  const lang = /\blang="?([A-Za-z-]{2,11})/.exec(attributes)?.[1];
  return lang === undefined ? text : `<span lang="${lang}">${text}</span>`;
}
