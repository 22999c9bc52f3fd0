// The direction in which a language is written, and the attribute of a text in another language than what surrounds it.
import { escapeHtml } from "../text.ts";
import { ownLang, uiLang } from "../ui-lang.ts";

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** `rtl` for languages in Arabic, Hebrew or Thaana script, `ltr` for all others. */
export function directionOf(lang: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(lang.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}

/**
 * ` lang="fr"` for an element with a text in `lang` inside one in the language `around`; empty if they are the same. There is no
 * `dir`, which would also turn the order and the alignment of what is in the element: styles give each text its own direction.
 */
export function langAttribute(lang: string | undefined, around: string): string {
  if (lang === undefined || lang === around) return "";
  return ` lang="${escapeHtml(lang)}"`;
}

export interface WordsLanguage {
  /** Attribute of elements with words of Carnet's. */
  words: string;
  /** Attribute of elements in these that have the words of the page. */
  page: string;
}

/** Attributes for a page or text in `lang`; empty where Carnet speaks its language. */
export function wordsLanguage(lang: string, siteLang: string): WordsLanguage {
  if (ownLang(lang) !== undefined) return { words: "", page: "" };
  const words = uiLang(lang, uiLang(siteLang));
  return { words: langAttribute(words, lang), page: langAttribute(lang, words) };
}

/** Words of Carnet's as HTML, in an element of their own if they have an attribute. */
export function inLanguage(words: string, attribute: string): string {
  const text = escapeHtml(words);
  return attribute === "" ? text : `<span${attribute}>${text}</span>`;
}
