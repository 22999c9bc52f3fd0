// Every French word or phrase of the interface, taken from where Carnet keeps them, and those that a page still says.
import { statementWords } from "../../src/strings/accessibility.ts";
import { audienceWords } from "../../src/strings/audience.ts";
import { ui } from "../../src/strings/ui.ts";

/** Stands for what a phrase is filled with. */
const MARK = "\u0001";

/** Lengths in which a phrase that takes a number differs, and what others take. */
const ARGUMENTS: readonly (readonly unknown[])[] = [[1], [7], [MARK, MARK, MARK]];

/** French phrases of the interface that are not English ones too, cut at what they are filled with; longest first. */
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

/** What English writes so too: an institution, and a word of laws and of HTML. */
const ALIKE: ReadonlySet<string> = new Set(["Défenseur des droits", "article", "articles"]);

/** As dates have them. */
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

/** The phrases that a text says, as whole words, whatever its spaces and however HTML writes its signs. */
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
