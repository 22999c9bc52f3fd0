// Text → the same text marked so that Pagefind finds its French words: it takes `l’évaluation` for one word, and `œ` for
// no spelling of `oe`. The marks are word joiners (U+2060), which no word holds; layouts/assets/search.js takes them out.

/** A word joiner, of no width: Pagefind drops it from words and keeps it in what it shows. */
const JOINER = "\u2060";

/** Words that French cuts before a vowel. `aujourd’hui` and `quelqu’un` are words of their own, and stay whole. */
const ELIDED = /(?<![\p{L}\p{N}’'])((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\p{L}|$)/giu;

const LIGATURES: Readonly<Record<string, string>> = {
  œ: `o${JOINER}e`,
  Œ: `O${JOINER}E`,
  æ: `a${JOINER}e`,
  Æ: `A${JOINER}E`,
};

/** A tag, whose attributes hold no `>` in what Carnet renders, or the text up to the next. Never looked at twice. */
const PARTS = /<[^>]*>|[^<]+/g;

/** `l’œuvre` → `l’` + joiner + space + `o` + joiner + `euvre`. Elisions are French; ligatures any language's. */
export function markWords(text: string, lang: string): string {
  const clean = text.includes(JOINER) ? text.replaceAll(JOINER, "") : text;
  const plain = /[œæ]/i.test(clean) ? clean.replace(/[œæ]/gi, (c) => LIGATURES[c] ?? c) : clean;
  return /^fr\b/i.test(lang) && /['’]/.test(plain) ? plain.replace(ELIDED, `$1${JOINER} `) : plain;
}

/** The same for what stands between the tags of a piece of HTML. */
export function markHtml(html: string, lang: string): string {
  return html.replace(PARTS, (part) => (part.startsWith("<") ? part : markWords(part, lang)));
}
