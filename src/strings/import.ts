// The wording of `carnet import` and of its report, by language.
import { importEn } from "./import-en.ts";
import { importFr } from "./import-fr.ts";

export type ImportWords = typeof importFr;

export function importWords(lang: "fr" | "en"): ImportWords {
  return lang === "fr" ? importFr : importEn;
}
