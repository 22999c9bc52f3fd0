// The first lines of `layouts/replaced.txt`.
import type { UiLang } from "../ui-lang.ts";

/** Header lines of `layouts/replaced.txt`. */
export function replacedHeader(lang: UiLang): string[] {
  return {
    fr: [
      "Les fichiers de ce dossier qui remplacent ceux de Carnet, et la version que chacun a remplacée.",
      "Si Carnet change l’un des siens, « carnet check » le dit. Une fois la comparaison faite, supprimez sa ligne.",
    ],
    en: [
      "The files of this folder that replace Carnet’s own, and the version that each replaced.",
      "When Carnet changes one of its own, “carnet check” says so. Once you have compared them, delete its line.",
    ],
  }[lang];
}
