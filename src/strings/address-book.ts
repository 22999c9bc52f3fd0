// The first lines of `content/addresses.txt`, for people who open it.
import type { UiLang } from "../ui-lang.ts";

export function addressBookHeader(lang: UiLang): readonly string[] {
  return {
    fr: [
      "Toutes les adresses que ce site a publiées : Carnet ajoute les nouvelles à chaque « carnet build ».",
      "Si l’une d’elles ne répond plus, « carnet check » le dit et propose une redirection.",
      "Pour qu’une adresse puisse disparaître, supprimez sa ligne.",
    ],
    en: [
      "Every address that this site has published: Carnet adds the new ones at each “carnet build”.",
      "When one of them no longer answers, “carnet check” says so and offers a redirect.",
      "To let an address disappear, delete its line.",
    ],
  }[lang];
}
