// The words that readers see of a text: those of its rendered HTML, without what is Carnet's own.
import { Parser } from "htmlparser2";
import { withoutCodes } from "./emoji.ts";
import { UNKNOWN_PART } from "./old-text.ts";

/** With `emoji`, codes such as `:tada:` are no words. */
export function wordsOf(html: string, emoji: boolean): string[] {
  // An address that is its own text is shown encoded.
  const text = textOf(html).replaceAll(encodeURI(UNKNOWN_PART), UNKNOWN_PART);
  return splitWords(emoji ? withoutCodes(text) : text);
}

export function splitWords(text: string): string[] {
  return text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Removes what readers see in other words, or not at all: the kind of a notice or container, attributes between two lines, the marker of a
 * table of contents, the words of a player.
 */
export function withoutLabels(body: string): string {
  return body
    .replace(/<iframe\b[^>]{0,1000}>[^<]{0,1000}<\/iframe\s*>/gi, " ")
    .replace(/^ {0,3}:{3,}[ \t]*[\w-]*[ \t]*$/gm, "")
    .replace(/^((?:> ?)+)\[![a-z]+\][+-]?[ \t]*/gim, "$1")
    .replace(/^\{:(?![:/])[^{}\n]*\}[ \t]*(?=\r?\n[ \t]*\S)/gm, "")
    .replace(/^[ \t]*(?:[*-]|\d+\.)[ \t]+[^\n]*\r?\n[ \t]*\{:[ \t]*toc[^}\n]*\}/gim, "")
    .replace(/^([ \t>]*)::video(?:\[([^\n]*?)\])?\{[^}\n]*\}/gm, "$1$2");
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
