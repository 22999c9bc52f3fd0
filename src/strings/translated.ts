/** Words in each language that Carnet speaks. */
export type Translated = Readonly<Record<"fr" | "en", string>>;

/** Words, or a line to paste, made for each language. */
export const inEach = (make: (lang: "fr" | "en") => string): Translated => ({
  fr: make("fr"),
  en: make("en"),
});
