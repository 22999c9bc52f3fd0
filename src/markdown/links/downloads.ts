// Links to files of the site → the same links with the format and size of the file: `Le guide (PDF, 1,2 Mo)`. These are put
// inside the link, so that they are part of its name: a screen reader lists links by their names alone (WCAG 2.4.4).
// It works on finished HTML: a link may mix Markdown and raw HTML, and only there is it complete, with the text around it.
import { withBase } from "../../site/site.ts";
import { isAlsoServed } from "../addresses.ts";
import type { Env } from "../env.ts";
import { DOWNLOADED, formatOf, type FileFormat } from "./file-formats.ts";

const LINK = new RegExp(
  String.raw`<a (?:[^>]*? )?href="(/[^"#?]*\.(${DOWNLOADED}))(?:[?#][^"]*)?"[^>]*>`,
  "gi",
);

/** What the addresses of such links end with, as they are written. */
const DOWNLOAD = new RegExp(String.raw`\.(?:${DOWNLOADED})(?:[?#]|$)`, "i");

/** How many characters before and after a link are read. */
const NEAR = 300;

/** `html` is a whole text, in which every tag is closed. */
export function withDownloads(html: string, env: Env): string {
  // Most texts have no such link: searching their HTML would take a twelfth of the time of a text.
  if (!env.found.some(({ kind, href }) => kind !== "image" && DOWNLOAD.test(href))) return html;
  let out = "";
  let done = 0;
  for (const { 0: tag, 1: path = "", 2: ending = "", index } of html.matchAll(LINK)) {
    const format = formatOf(ending);
    const bytes = sizeOf(path.replaceAll("&amp;", "&"), env);
    if (format === undefined || bytes === undefined) continue;
    const start = index + tag.length;
    const close = html.indexOf("</a>", start);
    const inside = upToLastWord(html.slice(start, close));
    const behind = close + "</a>".length;
    const around = {
      before: html.slice(Math.max(0, index - NEAR), index),
      after: html.slice(behind, behind + NEAR),
    };
    out += html.slice(done, start) + inside;
    out += factsOf(inside, around, { format, weight: env.words.fileSize(bytes), lang: env.langs.words });
    done = start + inside.length;
  }
  return out + html.slice(done);
}

/** `href` includes the base path, as in the page. */
function sizeOf(href: string, { around }: Env): number | undefined {
  const base = withBase(around.site, "");
  const path = href.slice(base.length);
  if (!href.startsWith(base) || isAlsoServed(path, around.site.alsoServed)) return undefined;
  return around.size?.(path);
}

const BLOCK_END = /<\/(?:p|div|h[1-6]|section|article|figure|figcaption|blockquote|[uod]l|li|d[td])>$/;
const LONGEST_END = "</figcaption>".length;

/** Without the final spaces and end tags of blocks: in a link that contains blocks, the addition goes into the last one. */
function upToLastWord(inside: string): string {
  let kept = inside.trimEnd();
  for (;;) {
    const [end] = BLOCK_END.exec(kept.slice(-LONGEST_END)) ?? [];
    if (end === undefined) return kept;
    kept = kept.slice(0, -end.length).trimEnd();
  }
}

interface Around {
  before: string;
  after: string;
}

interface Download {
  format: FileFormat;
  weight: string;
  /** Attribute of the language of `weight`. */
  lang: string;
}

/** What the author has not written already, as HTML to put after the last word of the link; empty if nothing is missing. */
function factsOf(inside: string, { before, after }: Around, { format, weight, lang }: Download): string {
  const text = wordsOf(inside).trim();
  if (WEIGHT.test(text === "" ? altOf(inside) : text) || isSaidBehind(after, format)) return "";
  if (text === "") return ` ${marked(`${format.label}, ${weight}`, lang)}`;
  const isSaid = format.said.test(text);
  const last = IN_BRACKETS.exec(text)?.[0];
  if (last !== undefined && format.said.test(last)) return "";
  const facts = isSaid ? weight : `${format.label}, ${weight}`;
  // Brackets inside or right after other brackets are hard to read.
  return last !== undefined || isInBrackets(before)
    ? `\u00a0${marked(`– ${facts}`, lang)}`
    : ` ${marked(`(${facts})`, lang)}`;
}

/** The search leaves out this class (`build/search/documents.ts`), and a site may style it. */
const marked = (facts: string, lang: string): string => `<span class="file-facts"${lang}>${facts}</span>`;

/** Case matters: `6 mo` may be months, and `2 go` English. */
const UNIT = String.raw`[\s\u00a0\u202f]?(?:[kKMG]i?[oObB]|[Oo]ctets?|[Bb]ytes?)(?![\p{L}\p{N}])`;
const WEIGHT = new RegExp(String.raw`\d${UNIT}`, "u");
const WEIGHT_FIRST = new RegExp(String.raw`^\d{1,4}(?:[.,]\d{1,3})?${UNIT}`, "u");
const IN_BRACKETS = /[([][^()[\]]*[)\]]$/;

/** True if `(PDF, 1,2 Mo)`, `– PDF` or `: PDF` follows the link directly. */
function isSaidBehind(after: string, format: FileFormat): boolean {
  const text = wordsOf(after.split(NEXT, 1)[0] ?? "");
  const [, inBrackets] = /^\s*[([]([^()[\]]*)[)\]]/.exec(text) ?? [];
  if (inBrackets !== undefined) return format.said.test(inBrackets) || WEIGHT.test(inBrackets);
  const [, behind] = /^\s*[,:–—-]\s*(.*)$/s.exec(text) ?? [];
  return behind !== undefined && (format.said.exec(behind)?.index === 0 || WEIGHT_FIRST.test(behind));
}

/** True if the link is between brackets: `(voir le guide)`. */
function isInBrackets(before: string): boolean {
  // What is left may begin in the middle of a tag.
  const text = wordsOf((before.split(BLOCK).at(-1) ?? "").replace(/^[^<]*>/, ""));
  return text.lastIndexOf("(") > text.lastIndexOf(")");
}

const BLOCK = /<\/?(?:p|li|t[dh]|h[1-6]|div|d[dt]|figcaption|blockquote|summary|br)\b/;

/** What ends the text that may describe a link: a block, or the next link. */
const NEXT = new RegExp(`${BLOCK.source}|<a `);

/** The visible text. */
function wordsOf(html: string): string {
  return html.replace(/<span class="visually-hidden">[^<]*<\/span>|<[^>]*>/g, "");
}

const altOf = (html: string): string => /<img [^>]*?\balt="([^"]*)"/.exec(html)?.[1] ?? "";
