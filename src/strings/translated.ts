/** Text in each of Carnet's languages. */
export type Translated = Readonly<Record<"fr" | "en", string>>;

/** A text, or a line to paste, made for each language. */
export const inEach = (make: (lang: "fr" | "en") => string): Translated => ({
  fr: make("fr"),
  en: make("en"),
});
