// A language tag → the locale for Open Graph, which includes a country; undefined if no country is known.
const COUNTRIES: Readonly<Record<string, string>> = {
  fr: "FR",
  en: "US",
  de: "DE",
  es: "ES",
  it: "IT",
  pt: "PT",
  nl: "NL",
  ar: "AR",
  br: "FR",
  ca: "ES",
  eu: "ES",
  pl: "PL",
  ro: "RO",
  ru: "RU",
  uk: "UA",
};

/** `fr` → `fr_FR`, `fr-CA` → `fr_CA`. */
export function openGraphLocale(lang: string): string | undefined {
  const [language = "", ...rest] = lang.split("-");
  const country =
    rest.find((part) => /^[A-Za-z]{2}$/.test(part))?.toUpperCase() ?? COUNTRIES[language.toLowerCase()];
  return country === undefined ? undefined : `${language.toLowerCase()}_${country}`;
}
