// What each key of people.yaml, tags.yaml, redirects.yaml and of front matter says, for whoever writes it.
// By path; `*` is a name that the owner chose, or an item of a list.
import type { Translated } from "./translated.ts";

type Settings = Readonly<Record<string, Translated>>;

const OLD_ADDRESSES: Translated = {
  fr: "D’anciennes adresses de la page : elles y mènent encore.",
  en: "Old addresses of the page: they still lead to it.",
};
const SIGNATURES: Translated = {
  fr: "Qui signe, en toutes lettres, avec son rôle : `Coline Malivel, EIG Link et Pôle données` ; ou une liste, où `id` nomme une personne de `people.yaml`.",
  en: "Who signs, written out, with their role: `Coline Malivel, EIG Link and Data team`; or a list, in which `id` names a person of `people.yaml`.",
};
const SIGNER: Readonly<Record<"id" | "name" | "role", Translated>> = {
  id: { fr: "Sa clé dans `people.yaml`.", en: "Their key in `people.yaml`." },
  name: { fr: "Son nom.", en: "Their name." },
  role: { fr: "Son rôle dans ce texte.", en: "Their role in this text." },
};
const TERM: Readonly<Record<"label" | "description", Translated>> = {
  label: { fr: "Le nom affiché.", en: "The name that is shown." },
  description: { fr: "Une phrase en tête de sa page.", en: "A sentence at the top of its page." },
};

export const PEOPLE_SETTINGS: Settings = {
  "*": { fr: "Une personne ou une équipe, par son identifiant.", en: "A person or a team, by their id." },
  "*.name": { fr: "Le nom, tel qu’il est signé.", en: "The name, as it is signed." },
  "*.team": { fr: "Si oui, une équipe ou un organisme.", en: "If so, a team or an organization." },
  "*.role": {
    fr: "Le rôle, là où un texte n’en dit pas d’autre.",
    en: "The role, where a text names no other.",
  },
  "*.description": { fr: "Quelques phrases, sur sa page.", en: "A few sentences, on their page." },
  "*.photo": {
    fr: "Un portrait ou un emblème de `public/`, par son chemin.",
    en: "A portrait or an emblem of `public/`, by its path.",
  },
  "*.aliases": {
    fr: "D’autres façons d’écrire le nom, qui mènent à la même page.",
    en: "Other ways of writing the name, which lead to the same page.",
  },
  "*.links": { fr: "Des liens sur sa page.", en: "Links on their page." },
  "*.links.*.label": { fr: "Les mots du lien.", en: "The words of the link." },
  "*.links.*.url": { fr: "Où il mène.", en: "Where it leads." },
  "*.handles": {
    fr: 'Ses comptes, par réseau : `mastodon: "@nom@serveur.org"`, `github: nom`.',
    en: 'Their accounts, by network: `mastodon: "@name@server.org"`, `github: name`.',
  },
  "*.since": { fr: "Depuis quand ; pour vos gabarits.", en: "Since when; for your layouts." },
  "*.until": { fr: "Jusqu’à quand ; pour vos gabarits.", en: "Until when; for your layouts." },
  "*.translations": {
    fr: "Le rôle et la description dans d’autres langues, par code.",
    en: "Role and description in other languages, by code.",
  },
  "*.translations.*.role": { fr: "Le rôle.", en: "The role." },
  "*.translations.*.description": { fr: "La description.", en: "The description." },
};

export const TAGS_SETTINGS: Settings = {
  closed: {
    fr: "Si oui, un mot-clé qui n’est pas dans ce fichier est une erreur.",
    en: "If so, a tag that is not in this file is an error.",
  },
  "*": {
    fr: "Un mot-clé, par le mot qui fait l’adresse de sa page : son nom, ou ce qui suit.",
    en: "A tag, by the word that makes the address of its page: its name, or what follows.",
  },
  "*.label": TERM.label,
  "*.description": TERM.description,
  "*.aliases": {
    fr: "D’autres façons de l’écrire, qui mènent à la même page.",
    en: "Other ways of writing it, which lead to the same page.",
  },
  "*.*": {
    fr: "Ses mots dans une autre langue, par code.",
    en: "Its words in another language, by code.",
  },
  "*.*.label": TERM.label,
  "*.*.description": TERM.description,
};

export const REDIRECTS_SETTINGS: Settings = {
  "*": {
    fr: "Une ancienne adresse, qui commence par `/` ; sa valeur est la nouvelle, un chemin du site ou une adresse entière.",
    en: "An old address, which begins with `/`; its value is the new one, a path of the site or a whole address.",
  },
};

export const FRONT_MATTER_SETTINGS: Settings = {
  title: { fr: "Le titre. Seule clé obligatoire.", en: "The title. The only key that is required." },
  description: {
    fr: "Une ou deux phrases pour les listes, les flux et les moteurs de recherche.",
    en: "A sentence or two for lists, feeds and search engines.",
  },
  author: SIGNATURES,
  "author.*.id": SIGNER.id,
  "author.*.name": SIGNER.name,
  "author.*.role": SIGNER.role,
  authors: { fr: "Comme `author`.", en: "As `author`." },
  "authors.*.id": SIGNER.id,
  "authors.*.name": SIGNER.name,
  "authors.*.role": SIGNER.role,
  date: {
    fr: "Le jour, si le nom du fichier ne le donne pas. À venir, il retient le texte jusque-là.",
    en: "The day, where the file’s name does not give it. In the future, it withholds the text until then.",
  },
  updated: { fr: "Le jour de la dernière révision importante.", en: "The day of the last revision of note." },
  tags: { fr: "Les mots-clés.", en: "The tags." },
  image: {
    fr: "L’image de couverture : un fichier à côté du texte (`photo.jpg`) ou de `public/` (`/img/photo.jpg`).",
    en: "The cover: a file beside the text (`photo.jpg`) or of `public/` (`/img/photo.jpg`).",
  },
  imageAlt: {
    fr: "Ce que montre cette image ; sans lui, elle est tenue pour un décor.",
    en: "What that picture shows; without it, it is taken to adorn.",
  },
  imageCredit: { fr: "Son auteur et sa licence.", en: "Its author and licence." },
  twitter: { fr: "Un compte X, sans l’arobase.", en: "An account on X, without its sign." },
  layout: {
    fr: "Le gabarit de la page, s’il n’est pas celui de son genre.",
    en: "The layout of the page, where it is not that of its kind.",
  },
  lang: {
    fr: "La langue du texte, si ce n’est pas celle du site ou de son dossier.",
    en: "The language of the text, where it is not that of the site or its folder.",
  },
  translationOf: {
    fr: "Le texte dont celui-ci est la traduction, par le nom de son fichier.",
    en: "The text that this one translates, by the name of its file.",
  },
  "lang-ref": {
    fr: "Un même mot dans un texte et ses traductions, qui les relie.",
    en: "One word in a text and its translations, which joins them.",
  },
  slug: {
    fr: "La fin de l’adresse, à la place du nom du fichier.",
    en: "The end of the address, in the place of the file’s name.",
  },
  permalink: {
    fr: "Toute l’adresse ; elle prend `:year`, `:month`, `:day`, `:slug` et `:title`.",
    en: "The whole address; it takes `:year`, `:month`, `:day`, `:slug` and `:title`.",
  },
  redirect_from: OLD_ADDRESSES,
  aliases: OLD_ADDRESSES,
  feedId: {
    fr: "Pour un texte venu d’un autre blog, le nom que les flux lui donnaient.",
    en: "For a text from another blog, the name that feeds gave it.",
  },
  draft: { fr: "Si oui, un brouillon : il n’est pas publié.", en: "If so, a draft: it is not published." },
  published: { fr: "Si non, le texte n’est pas publié.", en: "If not, the text is not published." },
  publishAt: {
    fr: "Le jour et l’heure de la publication, qui l’emportent sur `date`.",
    en: "The day and hour of publication, which win over `date`.",
  },
  expires: {
    fr: "Le jour à partir duquel le texte n’est plus publié.",
    en: "The day from which the text is published no more.",
  },
  related: {
    fr: "D’autres textes à proposer à la fin, par leur fichier ou leur adresse.",
    en: "Other texts to offer at its end, by their file or address.",
  },
  noindex: {
    fr: "Si oui, les moteurs de recherche sont priés de ne pas montrer la page.",
    en: "If so, search engines are asked not to show the page.",
  },
  license: {
    fr: "La licence du texte, si ce n’est pas celle du site.",
    en: "The licence of the text, where it is not that of the site.",
  },
  corrections: {
    fr: "Les erreurs corrigées, avec leur jour : la page les montre.",
    en: "Errors that were corrected, with their day: the page shows them.",
  },
  "corrections.*.date": { fr: "Le jour de la correction.", en: "The day of the correction." },
  "corrections.*.text": { fr: "Ce qui a été corrigé.", en: "What was corrected." },
  typography: {
    fr: "`off` laisse chaque signe tel qu’il est tapé.",
    en: "`off` leaves every sign as it is typed.",
  },
};
