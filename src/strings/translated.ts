/** Words in each language that Carnet speaks. */
export type Translated = Readonly<Record<"fr" | "en", string>>;
