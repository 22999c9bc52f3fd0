// Guesses whether a text is French or English from its most common words, to warn of a text published in the wrong one.
// Short texts say too little, and other languages are not judged: a missing warning costs less than a false one.
import { ownLang } from "../ui-lang.ts";

const FRENCH =
  /(?<=[\s'’])(?:les?|la|des|du|et|une?|est|pour|dans|que|qui|sur|avec|nous|vous|aux?|par|pas|ce|cette|ont|sont|leurs?)(?=\s)/g;
const ENGLISH =
  /(?<=\s)(?:the|of|and|to|in|is|for|that|with|are|this|was|were|we|you|it|be|as|by|from|our|their|they|have|has|which|not|at|an)(?=\s)/g;
/** Code blocks (to their end, or that of the text), code spans and quoted lines, which somebody else may have written. */
const CODE = /^ {0,3}(`{3,}|~{3,})[^]*?(?:^ {0,3}\1|$(?![^]))|`[^`\n]{1,200}`|^ {0,3}>.*/gm;
const SAMPLE = 700;
/** A quotation in the other language has only one or two. */
const FEWEST_FOUND = 6;
const FEWEST_WORDS = 20;

/** The other language, if the beginning of the text is clearly in it. */
export function looksOther(body: string, lang: string): "fr" | "en" | undefined {
  const own = ownLang(lang);
  if (own === undefined) return undefined;
  const beginning = body.slice(0, 4 * SAMPLE);
  const words = /[`~>]/.test(beginning) ? beginning.replace(CODE, " ") : beginning;
  const sample = ` ${words.slice(0, SAMPLE)} `;
  const others = sample.match(own === "fr" ? ENGLISH : FRENCH)?.length ?? 0;
  if (others < FEWEST_FOUND || (words.slice(0, 2 * SAMPLE).match(/\S+/g)?.length ?? 0) < FEWEST_WORDS)
    return undefined;
  const same = sample.match(own === "fr" ? FRENCH : ENGLISH)?.length ?? 0;
  return others >= 4 * same ? (own === "fr" ? "en" : "fr") : undefined;
}
