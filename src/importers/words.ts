// Compares the words that readers see, before and after: both texts are rendered with Carnet's own Markdown, and their words
// counted.
// The source is read in a simpler way than by the conversion, so that a fault of the conversion shows.
import { Parser } from "htmlparser2";
import { withoutCodes } from "./emoji.ts";
import type { Markdown } from "../markdown/render.ts";
import type { Rendered } from "../markdown/types.ts";

export interface WordCount {
  before: number;
  after: number;
  lost: string[];
  added: string[];
}

/**
 * `shown` contains texts of template tags, whose words may appear. With `emoji`, codes such as `:tada:` do not count as words.
 */
export function compareWords(
  markdown: Markdown,
  source: { body: string; shortcodes: boolean; emoji: boolean },
  result: string,
  shown: readonly string[],
): WordCount {
  const words = (body: string): string[] => {
    const text = textOf(rendered(markdown, body).html);
    return split(source.emoji ? withoutCodes(text) : text);
  };
  const before = words(withoutLabels(plainSource(source.body, source.shortcodes)));
  const after = words(
    withoutLabels(result).replace(/^([ \t>]*)::video(?:\[([^\n]*?)\])?\{[^}\n]*\}/gm, "$1$2"),
  );
  const counts = new Map<string, number>();
  for (const word of after) counts.set(word, (counts.get(word) ?? 0) + 1);
  const lost: string[] = [];
  for (const word of before) {
    const left = counts.get(word) ?? 0;
    if (left === 0) lost.push(word);
    else counts.set(word, left - 1);
  }
  for (const word of shown.flatMap(split)) counts.set(word, (counts.get(word) ?? 0) - 1);
  const added = [...counts].flatMap(([word, left]) => (left > 0 ? Array<string>(left).fill(word) : []));
  return { before: before.length, after: after.length, lost, added };
}

/**
 * Removes what readers see in other words, or not at all: the kind of a notice, attributes between two lines, the marker of a
 * table of contents, the words of a player.
 */
function withoutLabels(body: string): string {
  return body
    .replace(/<iframe\b[^>]{0,1000}>[^<]{0,1000}<\/iframe\s*>/gi, " ")
    .replace(/^((?:> ?)+)\[![a-z]+\][+-]?[ \t]*/gim, "$1")
    .replace(/^\{:(?![:/])[^{}\n]*\}[ \t]*(?=\r?\n[ \t]*\S)/gm, "")
    .replace(/^[ \t]*(?:[*-]|\d+\.)[ \t]+[^\n]*\r?\n[ \t]*\{:[ \t]*toc[^}\n]*\}/gim, "");
}

/** A definition whose address is a tag: without any address, its links would be text. */
const DEFINITION = /^( {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*)(?=\{[{%])/gm;

/** The address of a link with a title: without any address, its title would be text. */
const REFERENCE = /(\]\()[ \t]*\{\{[<%][ \t]*(?:rel)?ref\b[^>%\n]{0,300}[>%]\}\}/g;

/** The text without its tags; what they enclose stays. */
function plainSource(body: string, shortcodes: boolean): string {
  // Keeps the braces of code: a fence for what a tag turned into code, private-use characters for what no template reads.
  const kept = (text: string): string => text.replace(/\{/g, "\ue000").replace(/\}/g, "\ue001");
  const fenced = (_: string, code: string): string =>
    `\n\n\`\`\`\`\`\n${kept(code.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, ""))}\n\`\`\`\`\`\n\n`;
  const inside = (_: string, inner: string): string => kept(inner);
  const pairs: [RegExp, string, Meant][] = [
    [/\{%-?\s*highlight\b[^%]{0,200}%\}([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/g, "endhighlight", fenced],
    [/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, "endraw", inside],
    [/\{%-?\s*verbatim\s*-?%\}([\s\S]*?)\{%-?\s*endverbatim\s*-?%\}/g, "endverbatim", inside],
    [/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, "endcomment", () => ""],
  ];
  const liquid = (text: string): string =>
    pairs
      .reduce((rest, [pair, end, meant]) => replacePairs(rest, pair, end, meant), text)
      .replace(/\{#[\s\S]{0,2000}?#\}/g, "")
      // WordPress shortcodes in brackets, without the text that they enclose.
      .replace(
        /\[caption\s[^\]\n]{0,500}\]|\[embed\b[^\]\n]{0,200}\](?=\s*https?:)|\[\/(?:caption|embed)\]/gi,
        "\n\n",
      )
      .replace(DEFINITION, "$1x")
      .replace(/\{%[\s\S]{0,2000}?%\}|\{\{[\s\S]{0,500}?\}\}/g, "");
  const hugo = (text: string): string =>
    replacePairs(
      text,
      /\{\{[<%]\s*highlight\b[^>%]{0,200}[>%]\}\}([\s\S]*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
      "highlight",
      fenced,
    )
      .replace(/\{\{[<%]\/\*([\s\S]{0,500}?)\*\/[>%]\}\}/g, (_, inner: string) => kept(inner))
      .replace(DEFINITION, "$1x")
      .replace(REFERENCE, "$1x")
      .replace(/\{\{[<%][\s\S]{0,2000}?[>%]\}\}/g, "");
  return shortcodes ? hugo(body) : liquid(body);
}

type Meant = (whole: string, inner: string) => string;

/** Searches for pairs only up to the last end tag: otherwise each unclosed tag would be searched for to the end of the text. */
function replacePairs(text: string, pair: RegExp, end: string, meant: Meant): string {
  const last = text.lastIndexOf(end);
  if (last < 0) return text;
  const cut = Math.min(text.length, last + end.length + 10);
  return text.slice(0, cut).replace(pair, meant) + text.slice(cut);
}

/** The text rendered alone, without its site's settings. */
export function rendered(markdown: Markdown, body: string): Rendered {
  return markdown.render({
    file: "",
    body: body.replace(/\r\n?/g, "\n"),
    bodyLine: 1,
    lang: "fr",
    url: "/",
    title: "",
    typography: false,
  });
}

const APART = new Set(["template", "script", "style", "button"]);
const INLINE = new Set([
  "a",
  "abbr",
  "b",
  "cite",
  "code",
  "em",
  "i",
  "mark",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "u",
  "wbr",
]);

/** What a page shows of its HTML, alternative texts included. */
function textOf(html: string): string {
  let text = "";
  let apart = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (APART.has(name)) apart++;
      else if (!INLINE.has(name)) text += " ";
      if (name === "img" && apart === 0) text += ` ${attributes["alt"] ?? ""} `;
    },
    ontext: (data) => {
      if (apart === 0) text += data;
    },
    onclosetag: (name) => {
      if (APART.has(name)) apart--;
      else if (!INLINE.has(name)) text += " ";
    },
  });
  parser.end(html);
  return text;
}

function split(text: string): string[] {
  return text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}
