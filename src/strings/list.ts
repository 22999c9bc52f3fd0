// What `carnet list` says of each text, and the words by which a text can be asked for.
import type { UiLang } from "../ui-lang.ts";
import { countedEn, countedFr } from "./counted.ts";

type State = "unreadable" | "draft" | "scheduled" | "published" | "expired";

/** What is known of one text, in the order of its sheet. */
export type SheetLabel =
  | "title"
  | "file"
  | "state"
  | "address"
  | "date"
  | "updated"
  | "expires"
  | "deadline"
  | "authors"
  | "tags"
  | "terms"
  | "lang"
  | "translations"
  | "description";

export interface ListWords {
  /** On the line of a text. */
  state: Readonly<Record<State, string>>;
  /** The plural, also found by those who type the singular. */
  states: Readonly<Record<State, string>>;
  kinds: Readonly<Record<"post" | "page", string>>;
  labels: Readonly<Record<SheetLabel, string>>;
  total(texts: number, states: readonly (readonly [State, number])[]): string;
  none: string;
  noMatch(words: string): string;
  /** Moments are `2027-01-15` or `2027-01-15 17:00`. */
  openUntil(moment: string): string;
  closedSince(moment: string): string;
  goesOn(moment: string): string;
  goneSince(moment: string): string;
  /** The hour at which a text comes out, `18:00`. */
  at(hour: string): string;
  noDescription: string;
  /** `langs` are codes of languages. */
  noTranslation(langs: readonly string[]): string;
  /** Said after the list. */
  unreadable(texts: number): string;
  unsettled: string;
}

const fr: ListWords = {
  state: {
    unreadable: "illisible",
    draft: "brouillon",
    scheduled: "à paraître",
    published: "publié",
    expired: "expiré",
  },
  states: {
    unreadable: "illisibles",
    draft: "brouillons",
    scheduled: "à paraître",
    published: "publiés",
    expired: "expirés",
  },
  kinds: { post: "articles", page: "pages" },
  labels: {
    title: "titre",
    file: "fichier",
    state: "état",
    address: "adresse",
    date: "date",
    updated: "révision",
    expires: "retrait",
    deadline: "date limite",
    authors: "signature",
    tags: "mots-clés",
    terms: "classement",
    lang: "langue",
    translations: "traductions",
    description: "description",
  },
  total: (texts, states) =>
    `${countedFr(texts, "texte", "textes")} : ${states.map(([state, n]) => `${String(n)} ${(n < 2 ? fr.state : fr.states)[state]}`).join(", ")}.`,
  none: 'Il n’y a pas encore de texte. Pour en commencer un : carnet new "Titre de l’article"',
  noMatch: (words) =>
    `Aucun texte ne correspond à « ${words} » : ni titre, fichier, adresse, signature, mot-clé, classement, langue ou état. Pour tout voir : carnet list`,
  openUntil: (moment) => `ouvert jusqu’au ${moment}`,
  closedSince: (moment) => `clos depuis le ${moment}`,
  goesOn: (moment) => `disparaît le ${moment}`,
  goneSince: (moment) => `depuis le ${moment}`,
  at: (hour) => `à ${hour}`,
  noDescription: "sans description",
  noTranslation: (langs) => `sans traduction : ${langs.join(", ")}`,
  unreadable: (texts) =>
    texts === 1
      ? "un texte a une erreur, et seul son nom de fichier est connu. Pour savoir laquelle : carnet check"
      : `${String(texts)} textes ont une erreur, et seul leur nom de fichier est connu. Pour savoir laquelle : carnet check`,
  unsettled:
    "un réglage est refusé : des adresses pourraient être différentes. Pour savoir lequel : carnet check",
};

const en: ListWords = {
  state: {
    unreadable: "unreadable",
    draft: "draft",
    scheduled: "scheduled",
    published: "published",
    expired: "expired",
  },
  states: {
    unreadable: "unreadable",
    draft: "drafts",
    scheduled: "scheduled",
    published: "published",
    expired: "expired",
  },
  kinds: { post: "posts", page: "pages" },
  labels: {
    title: "title",
    file: "file",
    state: "state",
    address: "address",
    date: "date",
    updated: "updated",
    expires: "expires",
    deadline: "deadline",
    authors: "signed by",
    tags: "tags",
    terms: "terms",
    lang: "language",
    translations: "translations",
    description: "description",
  },
  total: (texts, states) =>
    `${countedEn(texts, "text", "texts")}: ${states.map(([state, n]) => `${String(n)} ${(n === 1 ? en.state : en.states)[state]}`).join(", ")}.`,
  none: 'There is no text yet. To start one: carnet new "Title of the post"',
  noMatch: (words) =>
    `No text matches “${words}”: no title, file, address, signature, tag, term, language or state. To see everything: carnet list`,
  openUntil: (moment) => `open until ${moment}`,
  closedSince: (moment) => `closed since ${moment}`,
  goesOn: (moment) => `removed on ${moment}`,
  goneSince: (moment) => `since ${moment}`,
  at: (hour) => `at ${hour}`,
  noDescription: "no description",
  noTranslation: (langs) => `not translated: ${langs.join(", ")}`,
  unreadable: (texts) =>
    texts === 1
      ? "one text has an error, and only its file name is known. To see which error: carnet check"
      : `${String(texts)} texts have an error, and only their file names are known. To see which errors: carnet check`,
  unsettled: "a setting is refused: some addresses may be different. To see which setting: carnet check",
};

export function listWords(lang: UiLang): ListWords {
  return { fr, en }[lang];
}
