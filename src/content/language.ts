// Guesses whether a text is French or English from its commonest words, to warn of a text published in the wrong one.
// Short texts say too little and other languages are not judged: a missing warning costs less than a false one.
import { ownLang } from "../site.ts";

const FRENCH =
  /(?<=[\s'’])(?:les?|la|des|du|et|une?|est|pour|dans|que|qui|sur|avec|nous|vous|aux?|par|pas|ce|cette|ont|sont|leurs?)(?=\s)/g;
const ENGLISH =
  /(?<=\s)(?:the|of|and|to|in|is|for|that|with|are|this|was|were|we|you|it|be|as|by|from|our|their|they|have|has|which|not|at|an)(?=\s)/g;
/** Code, in a block (to its end, or that of the text) and between two signs, and quoted lines: others may have written them. */
const CODE = /^ {0,3}(`{3,}|~{3,})[^]*?(?:^ {0,3}\1|$(?![^]))|`[^`\n]{1,200}`|^ {0,3}>.*/gm;
const SAMPLE = 700;
/** A quotation in the other language has one or two of them. */
const FEWEST_FOUND = 6;
const FEWEST_WORDS = 20;

/** The other language, where the beginning of a text is clearly in it. */
export function looksOther(body: string, lang: string): "fr" | "en" | undefined {
  const own = ownLang(lang);
  if (own === undefined) return undefined;
  const words = body.slice(0, 4 * SAMPLE).replace(CODE, " ");
  const sample = ` ${words.slice(0, SAMPLE)} `;
  const others = sample.match(own === "fr" ? ENGLISH : FRENCH)?.length ?? 0;
  if (others < FEWEST_FOUND || (words.slice(0, 2 * SAMPLE).match(/\S+/g)?.length ?? 0) < FEWEST_WORDS)
    return undefined;
  const same = sample.match(own === "fr" ? FRENCH : ENGLISH)?.length ?? 0;
  return others >= 4 * same ? (own === "fr" ? "en" : "fr") : undefined;
}
