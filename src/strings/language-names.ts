// The names of languages in themselves, for the language switch: readers look for their own language's name for itself.
// A fixed table, since `Intl.DisplayNames` depends on the machine's ICU, whose spellings change between versions.

const NAMES: Readonly<Record<string, string>> = {
  ar: "العربية",
  bg: "Български",
  br: "Brezhoneg",
  ca: "Català",
  co: "Corsu",
  cs: "Čeština",
  da: "Dansk",
  de: "Deutsch",
  el: "Ελληνικά",
  en: "English",
  es: "Español",
  et: "Eesti",
  eu: "Euskara",
  fi: "Suomi",
  fr: "Français",
  ga: "Gaeilge",
  hr: "Hrvatski",
  hu: "Magyar",
  it: "Italiano",
  ja: "日本語",
  lb: "Lëtzebuergesch",
  lt: "Lietuvių",
  lv: "Latviešu",
  mt: "Malti",
  nb: "Norsk bokmål",
  nl: "Nederlands",
  oc: "Occitan",
  pl: "Polski",
  pt: "Português",
  ro: "Română",
  ru: "Русский",
  sk: "Slovenčina",
  sl: "Slovenščina",
  sv: "Svenska",
  tr: "Türkçe",
  uk: "Українська",
  vi: "Tiếng Việt",
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
