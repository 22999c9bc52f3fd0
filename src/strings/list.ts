// The wording of `carnet list`.
import type { UiLang } from "../ui-lang.ts";
import { countedEn, countedFr } from "./phrases.ts";

type State = "unreadable" | "draft" | "scheduled" | "published" | "expired";

const fr = {
  states: {
    unreadable: "illisible",
    draft: "brouillon",
    scheduled: "à paraître",
    published: "publié",
    expired: "expiré",
  } satisfies Record<State, string> as Record<State, string>,
  total: (texts: number) => countedFr(texts, "texte", "textes"),
  none: 'Il n’y a pas encore de texte. Pour en commencer un : carnet new "Titre de l’article"',
  noMatch: (words: string) => `Aucun texte ne correspond à « ${words} ». Pour tout voir : carnet list`,
  unreadable:
    "un texte au moins a une erreur, et seul son nom de fichier est connu. Pour savoir laquelle : carnet check",
};

const en: typeof fr = {
  states: {
    unreadable: "unreadable",
    draft: "draft",
    scheduled: "scheduled",
    published: "published",
    expired: "expired",
  },
  total: (texts) => countedEn(texts, "text", "texts"),
  none: 'There is no text yet. To start one: carnet new "Title of the post"',
  noMatch: (words) => `No text matches “${words}”. To see everything: carnet list`,
  unreadable:
    "at least one text has an error, and only its file name is known. To see which error: carnet check",
};

export function listWords(lang: UiLang): typeof fr {
  return { fr, en }[lang];
}
