// What a page says of languages: their names in themselves, the direction in which they are written, and the attribute of a text
// in another language than what surrounds it.
import { escapeHtml } from "../text.ts";
import { ownLang, uiLang } from "../ui-lang.ts";

/** A fixed table, since the spellings of `Intl.DisplayNames` change with the machine's ICU. */
const NAMES: ReadonlyMap<string, string> = new Map(
  [
    "ar العربية · bg Български · br Brezhoneg · ca Català · co Corsu · cs Čeština · da Dansk",
    "de Deutsch · el Ελληνικά · en English · es Español · et Eesti · eu Euskara · fi Suomi",
    "fr Français · ga Gaeilge · hr Hrvatski · hu Magyar · it Italiano · ja 日本語",
    "lb Lëtzebuergesch · lt Lietuvių · lv Latviešu · mt Malti · nb Norsk bokmål",
    "nl Nederlands · oc Occitan · pl Polski · pt Português · ro Română · ru Русский",
    "sk Slovenčina · sl Slovenščina · sv Svenska · tr Türkçe · uk Українська · vi Tiếng Việt",
    "zh 中文",
  ].flatMap((line) => line.split(" · ").map((pair) => [pair.slice(0, 2), pair.slice(3)])),
);

/** The name of a language in that language; undefined for one that is not in the table. */
export function languageName(tag: string): string | undefined {
  return NAMES.get(tag.toLowerCase().split("-")[0] ?? "");
}

/** A label for each language of a site; variants of one language are distinguished by region: "English", "English (GB)". */
export function languageLabels(tags: readonly string[]): ReadonlyMap<string, string> {
  const names = tags.map((tag) => languageName(tag) ?? tag);
  return new Map(
    tags.map((tag, i) => {
      const name = names[i] ?? tag;
      const region = tag.split("-").slice(1).join("-");
      const isAlone = names.filter((one) => one === name).length === 1;
      return [tag, isAlone || region === "" ? name : `${name} (${region})`];
    }),
  );
}

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
