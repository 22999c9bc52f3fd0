// The first lines of the files that Carnet keeps in a site, for people who open them.
import type { UiLang } from "../ui-lang.ts";

type Header = Readonly<Record<UiLang, readonly string[]>>;

/** Of `content/addresses.txt`. */
export const ADDRESS_BOOK_HEADER: Header = {
  fr: [
    "Toutes les adresses que ce site a publiées : Carnet y ajoute les nouvelles.",
    "Si l’une d’elles ne répond plus, « carnet check » le dit et propose une redirection.",
    "Pour qu’une adresse puisse disparaître, supprimez sa ligne.",
  ],
  en: [
    "Every address that this site has published: Carnet adds the new ones.",
    "When one of them no longer answers, “carnet check” says so and offers a redirect.",
    "To let an address disappear, delete its line.",
  ],
};

/** Of `layouts/replaced.txt`. */
export const REPLACED_HEADER: Header = {
  fr: [
    "Les fichiers de ce dossier qui remplacent ceux de Carnet, et la version que chacun a remplacée.",
    "Si Carnet change l’un des siens, « carnet check » le dit. Une fois la comparaison faite, supprimez sa ligne.",
  ],
  en: [
    "The files of this folder that replace Carnet’s own, and the version that each replaced.",
    "When Carnet changes one of its own, “carnet check” says so. Once you have compared them, delete its line.",
  ],
};
