// Problems that can be found in a text's body before it is rendered: it is empty, in another language than declared, or a page
// that `carnet init` wrote and that nobody has completed.
import { placeAt } from "../text.ts";
import { problem, type Problem } from "../problems.ts";
import { ownLang } from "../ui-lang.ts";
import type { Entry } from "./types.ts";

/** Bytes of a text that are enough to detect its language: more than `looksOther` reads, in French or English. */
const BEGINNING = 2100;

/** What a template leaves to its reader; the passage is without its full stop. */
const TO_COMPLETE = /<mark>((?:À compléter|To be completed)\s*:[^<\n]*?)\.?<\/mark>/g;

export function bodyRemarks({ kind, file, bodyLine, body, lang, unpublished, placeOf }: Entry): Problem[] {
  const remarks: Problem[] = [];
  if (kind === "post" && unpublished === undefined && isEmpty(body))
    remarks.push(problem("no-text", { file, line: bodyLine, column: 1 }, {}));
  if (kind === "page") {
    const text = body.toString();
    const [first, ...others] = text.matchAll(TO_COMPLETE);
    if (first !== undefined) {
      const { line, column } = placeAt(text, first.index);
      const found = [first, ...others].map(([, passage = ""]) => passage);
      remarks.push(problem("to-complete", { file, line: bodyLine + line - 1, column }, { found }));
    }
  }
  const other = looksOther(body.toString("utf8", 0, BEGINNING), lang);
  if (other !== undefined) remarks.push(problem("language", placeOf("title"), { lang }, `lang: ${other}`));
  return remarks;
}

/** True for a body of nothing but blanks and comments, such as the one that `carnet new` writes. */
function isEmpty(body: Buffer): boolean {
  return (
    body.length < BEGINNING &&
    body
      .toString()
      .replace(/<!--[^]*?-->/g, "")
      .trim() === ""
  );
}

const FRENCH =
  /(?<=[\s'’])(?:les?|la|des|du|et|une?|est|pour|dans|que|qui|sur|avec|nous|vous|aux?|par|pas|ce|cette|ont|sont|leurs?)(?=\s)/g;
const ENGLISH =
  /(?<=\s)(?:the|of|and|to|in|is|for|that|with|are|this|was|were|we|you|it|be|as|by|from|our|their|they|have|has|which|not|at|an)(?=\s)/g;
/** Code blocks (to their end, or that of the text), code spans and quoted lines, which somebody else may have written. */
const CODE = /^ {0,3}(`{3,}|~{3,})[^]*?(?:^ {0,3}\1|$(?![^]))|`[^`\n]{1,200}`|^ {0,3}>.*/gm;
/** Characters: short texts say too little. */
const SAMPLE = 700;
/** A quotation in the other language has only one or two. */
const FEWEST_FOUND = 6;
const FEWEST_WORDS = 20;

/**
 * French or English, if the beginning of the text is clearly in the other one than its own, by its most common words. Other
 * languages are not judged: a missing warning costs less than a false one.
 */
function looksOther(body: string, lang: string): "fr" | "en" | undefined {
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
