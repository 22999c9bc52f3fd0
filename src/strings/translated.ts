import type { UiLang } from "../ui-lang.ts";

/** Text in each of Carnet's languages. */
export type Translated = Readonly<Record<UiLang, string>>;

/** A text, or a line to paste, made for each language. */
export const inEach = (make: (lang: UiLang) => string): Translated => ({
  fr: make("fr"),
  en: make("en"),
});
