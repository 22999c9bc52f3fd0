// Links of Obsidian and wikis, `[[2026-03-02-bilan|le bilan]]` and `![[plan.png]]` → a warning with the link to write.
// The text is printed as it is: this rule only reports.
import type { MarkdownIt, Token } from "markdown-it";
import type { Env } from "../env.ts";
import { linkText, pictureText } from "../media-words.ts";
import type { Span } from "../positions.ts";
import { addPass, eachInline, type Rule } from "../rule.ts";
import { readAsText } from "../text-cursor.ts";

/** Not the text of a link, a shell condition, or numbers. */
const LINK =
  /(?<![\\[])(!?)\[\[(?=[^[\]|\n]*\p{L})([^\s[\]|](?:[^[\]|\n]{0,150}[^\s[\]|])?)(?:\|([^[\]\n]{1,200}))?\]\](?![[(:\]])/gu;
const PICTURE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;
const FILE = /\.[a-z\d]{2,5}$/i;

export const wikiLinks: Rule = {
  name: "wiki-links",
  install(md: MarkdownIt) {
    addPass(md, "wiki-links", (tokens, env) => {
      if (!env.holds("[[")) return;
      eachInline(tokens, (_token, children, span) => {
        if (children.some(isBracket)) inText(span, env, (name) => md.utils.normalizeReference(name));
      });
    });
  },
};

const isBracket = ({ type, content }: Token): boolean => type === "text" && content.includes("[[");

function inText(span: Span, env: Env, labelOf: (name: string) => string): void {
  for (const match of readAsText(span.content).matchAll(LINK)) {
    const [found, bang, name = "", words] = match;
    // A marker for the table of contents, which has its own message.
    if (/^_?toc_?$/i.test(name)) continue;
    // The label is defined, so its brackets are a link.
    if (Object.hasOwn(env.references ?? {}, labelOf(name))) continue;
    env.report("literal-markup/wiki-link", env.positions.at(span, match.index), {
      found,
      fix: bang === "!" && PICTURE.test(name) ? picture(name, words) : link(name, words),
    });
  }
}

/** The part after the bar may be a size. */
const picture = (src: string, words = ""): string =>
  pictureText({ src, alt: /^\d+(?:x\d+)?$/.test(words) ? "" : words }, false);

function link(name: string, words: string | undefined): string {
  const [, file = "", heading] = /^([^#]*)(?:#(.*))?$/.exec(name) ?? [];
  if (file === "") return linkText(words ?? heading ?? name, `#${heading ?? ""}`);
  const path = FILE.test(file) ? file : `${file}.md`;
  return linkText(words ?? file, path);
}
