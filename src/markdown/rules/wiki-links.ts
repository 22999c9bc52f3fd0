// Links of Obsidian, wikis and SPIP, `[[2026-03-02-bilan|le bilan]]`, `![[plan.png]]`, `[https://example.org/ le bilan]` and
// `[le bilan->https://example.org/]` → a warning with the link to write; so for `[[A note.]]` of SPIP.
// The text is printed as it is: this rule only reports.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { freeLabels } from "../footnote-tail.ts";
import { linkText, pictureText } from "../other-tools/media-words.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";
import { readAsText } from "../text-cursor.ts";

/** Not the text of a link, a shell condition, or numbers. */
const LINK =
  /(?<![\\[])(!?)\[\[(?=[^[\]|\n]*\p{L})([^\s[\]|](?:[^[\]|\n]{0,150}[^\s[\]|])?)(?:\|([^[\]\n]{1,200}))?\]\](?![[(:\]])/gu;
/** The day on which a page was read is an ordinary remark. */
const ADDRESS =
  /(?<![\]!\\[\p{L}\p{N}])\[(https?:\/\/[^\s[\]|]{1,300}(?<![.,;:])[ \u00a0|]{1,3}(?!consult|accessed|retrieved|visited|[vl]u )[^[\]\n|]{1,200})\](?![[(:\]{])/giu;
/** Or the number of a text or a document of the old site; two numbers are a change. */
const ARROW =
  /(?<![\]!\\])\[(?!\d{1,6} ?-> ?\d{1,6}\])([^[\]|\n]{0,200})(?:\|[^[\]\n]{0,200})?-> ?((?:https?:\/\/|mailto:)[^[\]\s]{1,300}|(?:art(?:icle)?|rub(?:rique)?|br(?:eve)?|doc(?:ument)?|ima?ge?|mot|aut(?:eur)?)?\d{1,6})\](?![[(:])/giu;
const SENTENCE = /[.!?…»]$/;
const PICTURE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;
/** As MediaWiki names the file that it shows. */
const FILED = /^(?:image|file|fichier|m[ée]dia):[ _]*(\S.*\.[a-z\d]{2,5})$/i;
/** What it has there beside a caption: `thumb`, `droite`, `200px`, `alt=…`. */
const OPTION =
  /^(?:thumb(?:nail)?|vignette|frame(?:d|less)?|(?:sans[ _])?cadre|border|bordure|left|right|none|cent(?:er|re|ré)|gauche|droite|néant|upright|redresse|x?\d+(?:x\d+)? ?px|\p{L}+ ?=.*)$/iu;
const FILE = /\.[a-z\d]{2,5}$/i;

export const wikiLinks = passRule("wiki-links", (tokens, env) => {
  if (!env.leaves("[") || (!env.holds("[[") && !env.holds("[http") && !env.holds("->"))) return;
  const nextFree = freeLabels(env);
  eachInline(tokens, (_token, children, span) => {
    if (children.some(isBracket)) inText(span, nextFree, env);
  });
});

const isBracket = ({ type, content }: Token): boolean =>
  type === "text" && /\[(?:\[|https?:|$)|->/i.test(content);

function inText(span: Span, nextFree: () => string, env: Env): void {
  const text = readAsText(span.content);
  // Code between the brackets is given back as it was typed.
  const typed = (at: number, { length }: string): string => span.content.slice(at, at + length);
  const report = (at: number, found: string, fix: string): void => {
    env.report("literal-markup/wiki-link", env.positions.at(span, at), { found: typed(at, found), fix });
  };
  for (const { 0: found, 1: bang, 2: name = "", 3: words, index } of text.matchAll(LINK)) {
    // A marker for the table of contents has its own message; the brackets of a defined label are a link.
    if (/^_?toc_?$/i.test(name) || env.defines(name)) continue;
    if (bang === "" && words === undefined && SENTENCE.test(name)) {
      const place = env.positions.at(span, index);
      const label = nextFree();
      const params = { found: typed(index, found), text: typed(index + 2, name), label };
      env.report("literal-markup/note", place, params);
      continue;
    }
    const [, file = name] = FILED.exec(name) ?? [];
    const written = words && typed(index + found.length - 2 - words.length, words);
    const said = file === name ? written : written && captionOf(written);
    const isPicture = PICTURE.test(file) && (bang === "!" || file !== name);
    report(index, found, isPicture ? picture(file, said) : link(file, said));
  }
  for (const { 0: found, 1: words = "", 2: to = "", index } of text.matchAll(ARROW)) {
    const address = to.includes(":") ? to : "…";
    report(
      index,
      found,
      words.trim() === "" ? `<${address}>` : linkText(typed(index + 1, words).trim(), address),
    );
  }
  for (const { 0: found, 1: inner = "", index } of text.matchAll(ADDRESS))
    if (!env.defines(inner)) report(index, found, link(typed(index + 1, inner)));
}

/** The part after the bar may be a size, or end with one. */
const SIZE = /(?:^|\|)(\d{1,4})(?:x\d+)?$/;

const picture = (src: string, words = ""): string =>
  pictureText({ src, alt: words.replace(SIZE, ""), width: SIZE.exec(words)?.[1] }, false);

/** The text after the options of MediaWiki, or the one that describes a picture. */
function captionOf(written: string): string | undefined {
  const parts = written.split("|").map((part) => part.trim());
  const alt = parts.map((part) => /^alt ?= ?(.+)$/i.exec(part)?.[1]).find((one) => one !== undefined);
  return alt ?? parts.findLast((part) => !OPTION.test(part));
}

function link(name: string, words?: string): string {
  const [, address, rest] = /^(https?:\/\/[^\s|]+)[\s|]*(.*)$/i.exec(name) ?? [];
  const said = (words ?? rest ?? "").trim();
  if (address !== undefined) return said === "" ? `<${address}>` : linkText(said, address);
  const [, file = "", heading] = /^([^#]*)(?:#(.*))?$/.exec(name) ?? [];
  if (file === "") return linkText(words ?? heading ?? name, `#${heading ?? ""}`);
  const path = FILE.test(file) ? file : `${file}.md`;
  return linkText(words ?? file, path);
}
