// The languages that Carnet itself speaks: those of its interface, for readers, and of its messages, for editors.
// Words are tables with an entry for each, so that the compiler lists all that a new one lacks.

export const UI_LANGS = ["fr", "en"] as const;

export type UiLang = (typeof UI_LANGS)[number];

/** Language of the interface for a language tag: French for `fr` and `fr-CA`, the fallback for one that Carnet does not speak. */
export function uiLang(lang: string, fallback: UiLang = "en"): UiLang {
  return ownLang(lang) ?? fallback;
}

/** The same, but undefined for a language that Carnet does not speak. */
export function ownLang(lang: string): UiLang | undefined {
  return UI_LANGS.find((one) => one === lang.toLowerCase().split("-")[0]);
}

/** Text in each of Carnet's languages. */
export type Translated = Readonly<Record<UiLang, string>>;

/** A text, or a line to paste, made for each language. */
export const inEach = (make: (lang: UiLang) => string): Translated => ({ fr: make("fr"), en: make("en") });
