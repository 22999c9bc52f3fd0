// Text → the same text, marked so that Pagefind finds its French words: it reads `l’évaluation` as one word, and finds neither
// `œ` by `oe` nor `₂` by `2`. The marks are word joiners (U+2060), which no word contains; layouts/assets/search.js removes
// them.
import { uiLang } from "../../ui-lang.ts";

/** A word joiner, of no width: Pagefind drops it from words and keeps it in what it shows. */
const JOINER = "\u2060";

/** Words that French elides before a vowel. `aujourd’hui` and `quelqu’un` are single words, and stay whole. */
const ELIDED = /(?<![\p{L}\p{N}’'])((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\p{L}|$)/giu;

const LIGATURES: Readonly<Record<string, string>> = {
  œ: `o${JOINER}e`,
  Œ: `O${JOINER}E`,
  æ: `a${JOINER}e`,
  Æ: `A${JOINER}E`,
};

/** A tag, whose attributes contain no `>` in what Carnet renders, or the text up to the next one. Nothing is read twice. */
const PARTS = /<[^>]*>|[^<]+/g;

/** Letters that keyboards lack, and the digits of `CO₂`. */
const JOINED = /[œæ₀-₉]/gi;

const spelled = (sign: string): string => LIGATURES[sign] ?? JOINER + sign.normalize("NFKC");

/** `l’œuvre` → `l’` + joiner + space + `o` + joiner + `euvre`. Elisions are marked in French only, the rest in any language. */
export function markWords(text: string, lang: string): string {
  const plain = text.replaceAll(JOINER, "").replace(JOINED, spelled);
  return uiLang(lang) === "fr" && /['’]/.test(plain) ? plain.replace(ELIDED, `$1${JOINER} `) : plain;
}

/** The same for the text between the tags of HTML. */
export function markHtml(html: string, lang: string): string {
  return html.replace(PARTS, (part) => (part.startsWith("<") ? part : markWords(part, lang)));
}
