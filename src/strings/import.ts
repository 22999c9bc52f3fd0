// The wording of `carnet import` and of its report, by language.
import type { UiLang } from "../ui-lang.ts";
import { importEn } from "./import-en.ts";
import { importFr } from "./import-fr.ts";

export type ImportWords = typeof importFr;

export function importWords(lang: UiLang): ImportWords {
  return { fr: importFr, en: importEn }[lang];
}
