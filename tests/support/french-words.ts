// Lists every French phrase of the interface, from Carnet's own strings, and finds those that a page contains.
import { statementWords } from "../../src/strings/accessibility.ts";
import { audienceWords } from "../../src/strings/audience.ts";
import { ui } from "../../src/strings/ui.ts";

/** Stands for an argument of a phrase. */
const MARK = "\u0001";

/** Arguments for phrases: a number for singular, one for plural, and marks for those that take other values. */
const ARGUMENTS: readonly (readonly unknown[])[] = [1, 7, MARK].map((value) => {
  // Also a month, which some phrases take.
  const further: unknown = Object.assign(Object(value) as object, { year: MARK, month: 1 });
  return [value, further, further, further, further];
});

/** French phrases of the interface that are not also English, cut at their arguments; longest first. */
export function frenchPhrases(): string[] {
  const english = new Set([
    ...phrasesOf(ui("en")),
    ...phrasesOf(statementWords("en")),
    ...phrasesOf(audienceWords("en")),
  ]);
  const french = [
    ...phrasesOf(ui("fr")),
    ...phrasesOf(statementWords("fr")),
    ...phrasesOf(audienceWords("fr")),
    ...MONTHS,
  ];
  return [...new Set(french)]
    .filter((one) => !english.has(one) && !ALIKE.has(one))
    .sort((a, b) => b.length - a.length);
}

/** Also in English pages: the name of an institution, a word of laws and of HTML, and the code of English. */
const ALIKE: ReadonlySet<string> = new Set(["Défenseur des droits", "article", "articles", "en"]);

/** Months, as in dates. */
const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(
  " ",
);

function phrasesOf(value: unknown): string[] {
  if (typeof value === "string")
    return value
      .split(/\u0001|\{\w+\}|\d+/)
      .map((part) => part.replace(/^[\s«»“”:,.()]+|[\s«»“”:,(]+$/g, ""))
      .filter((part) => /\p{L}{2}/u.test(part));
  if (typeof value === "function")
    return ARGUMENTS.flatMap((args) =>
      phrasesOf((value as (...all: readonly unknown[]) => unknown)(...args)),
    );
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(phrasesOf) : [];
}

/** Returns the phrases that a text contains as whole words, whatever its white space and entities. */
export function frenchIn(html: string, phrases = frenchPhrases()): string[] {
  const text = plain(html);
  return phrases.filter((phrase) => {
    const words = plain(phrase).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`(?<![\\p{L}\\d-])${words}(?![\\p{L}\\d-])`, "u").test(text);
  });
}

function plain(html: string): string {
  return html
    .replace(/&#39;|&amp;|&quot;/g, (one) => ({ "&#39;": "'", "&amp;": "&" })[one] ?? '"')
    .replace(/\s+/g, " ");
}
