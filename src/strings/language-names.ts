// The names of languages in themselves, for the language switch: readers look for their own language's name for itself.
// A fixed table, since `Intl.DisplayNames` depends on the machine's ICU, whose spellings change between versions.

const NAMES: Readonly<Record<string, string>> = {
  ar: "العربية",
  ast: "Asturianu",
  bg: "Български",
  br: "Brezhoneg",
  ca: "Català",
  co: "Corsu",
  cs: "Čeština",
  cy: "Cymraeg",
  da: "Dansk",
  de: "Deutsch",
  el: "Ελληνικά",
  en: "English",
  eo: "Esperanto",
  es: "Español",
  et: "Eesti",
  eu: "Euskara",
  fa: "فارسی",
  fi: "Suomi",
  fr: "Français",
  frp: "Arpetan",
  ga: "Gaeilge",
  gcf: "Kréyòl",
  gcr: "Kriyòl gwiyannen",
  gd: "Gàidhlig",
  gl: "Galego",
  gsw: "Elsässisch",
  he: "עברית",
  hi: "हिन्दी",
  hr: "Hrvatski",
  ht: "Kreyòl ayisyen",
  hu: "Magyar",
  hy: "Հայերեն",
  id: "Bahasa Indonesia",
  is: "Íslenska",
  it: "Italiano",
  ja: "日本語",
  ka: "ქართული",
  ko: "한국어",
  lb: "Lëtzebuergesch",
  lt: "Lietuvių",
  lv: "Latviešu",
  mg: "Malagasy",
  mt: "Malti",
  nb: "Norsk bokmål",
  nl: "Nederlands",
  nn: "Norsk nynorsk",
  no: "Norsk",
  oc: "Occitan",
  pcd: "Picard",
  pl: "Polski",
  ps: "پښتو",
  pt: "Português",
  rcf: "Kréol rényoné",
  ro: "Română",
  ru: "Русский",
  sk: "Slovenčina",
  sl: "Slovenščina",
  sq: "Shqip",
  sr: "Српски",
  sv: "Svenska",
  sw: "Kiswahili",
  swb: "Shimaore",
  ta: "தமிழ்",
  tr: "Türkçe",
  ty: "Reo Tahiti",
  uk: "Українська",
  vi: "Tiếng Việt",
  wo: "Wolof",
  zh: "中文",
};

/** The name of a language in that language; undefined for one that is not in the table. */
export function languageName(tag: string): string | undefined {
  const primary = tag.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(NAMES, primary) ? NAMES[primary] : undefined;
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
