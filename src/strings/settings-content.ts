// What each key of people.yaml, tags.yaml, redirects.yaml and of front matter says, for whoever writes it.
// By path; `*` is a name that the owner chose, or an item of a list.
import type { Translated } from "./translated.ts";

type Settings = Readonly<Record<string, Translated>>;

const OLD_ADDRESSES: Translated = {
  fr: "D’anciennes adresses de la page, sans nom de domaine : elles y mènent encore.",
  en: "Old addresses of the page, without a host: they still lead to it.",
};
const SIGNATURES: Translated = {
  fr: "Qui signe, en toutes lettres, avec son rôle : `Coline Malivel, EIG Link et Thanh Ha Le` ; ou une liste. Une personne de `people.yaml` y est nommée par son nom ou son identifiant.",
  en: "Who signs, written out, with their role: `Coline Malivel, EIG Link and Thanh Ha Le`; or a list. A person of `people.yaml` is named by their name or their id.",
};
const SIGNER: Readonly<Record<"id" | "name" | "role", Translated>> = {
  id: { fr: "Sa clé dans `people.yaml`.", en: "Their key in `people.yaml`." },
  name: { fr: "Son nom.", en: "Their name." },
  role: { fr: "Son rôle dans ce texte.", en: "Their role in this text." },
};
const TERM: Readonly<Record<"label" | "description", Translated>> = {
  label: { fr: "Le nom affiché.", en: "The name that is shown." },
  description: {
    fr: "Une phrase en tête de sa page, et dans la liste des mots-clés.",
    en: "A sentence at the top of its page, and in the list of tags.",
  },
};

export const PEOPLE_SETTINGS: Settings = {
  "*": {
    fr: "Une personne ou une équipe, par son identifiant, qui fait l’adresse de sa page.",
    en: "A person or a team, by their id, which makes the address of their page.",
  },
  "*.name": { fr: "Le nom, tel qu’il est signé.", en: "The name, as it is signed." },
  "*.team": {
    fr: "Si oui, une équipe ou un organisme, dans les métadonnées.",
    en: "If so, a team or an organization, in metadata.",
  },
  "*.role": {
    fr: "Le rôle, là où un article n’en dit pas d’autre.",
    en: "The role, where a post names no other.",
  },
  "*.description": { fr: "Quelques phrases, sur sa page.", en: "A few sentences, on their page." },
  "*.photo": {
    fr: "Un portrait ou un emblème, sur sa page : le chemin d’un fichier de `public/` (`/img/ada.jpg`).",
    en: "A portrait or an emblem, on their page: the path of a file of `public/` (`/img/ada.jpg`).",
  },
  "*.aliases": {
    fr: "D’autres façons d’écrire le nom, qui mènent à la même page.",
    en: "Other ways of writing the name, which lead to the same page.",
  },
  "*.links": { fr: "Des liens sur sa page.", en: "Links on their page." },
  "*.links.*.label": { fr: "Les mots du lien.", en: "The words of the link." },
  "*.links.*.url": { fr: "Où il mène.", en: "Where it leads." },
  "*.handles": {
    fr: 'Ses comptes, par réseau : `mastodon: "@nom@serveur.org"`, `bluesky`, `github`, `gitlab`, `linkedin`, `x`. D’un autre réseau, écrivez l’adresse : un nom seul n’y ferait pas un lien.',
    en: 'Their accounts, by network: `mastodon: "@name@server.org"`, `bluesky`, `github`, `gitlab`, `linkedin`, `x`. Of another network, write the address: a name alone makes no link.',
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
    fr: "Si oui, un mot-clé qui n’est pas dans ce fichier est une erreur, et non un avertissement.",
    en: "If so, a tag that is not in this file is an error, not a warning.",
  },
  "*": {
    fr: "Un mot-clé, par le mot qui fait l’adresse de sa page : son nom (`ia: Intelligence artificielle`), ou ce qui suit.",
    en: "A tag, by the word that makes the address of its page: its name (`ai: Artificial intelligence`), or what follows.",
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
    fr: "Une ancienne adresse, qui commence par `/` ; sa valeur est la nouvelle, un chemin du site ou une adresse entière, même d’un autre site.",
    en: "An old address, which begins with `/`; its value is the new one, a path of the site or a whole address, even of another site.",
  },
};

export const FRONT_MATTER_SETTINGS: Settings = {
  title: { fr: "Le titre. Seule clé obligatoire.", en: "The title. The only key that is required." },
  description: {
    fr: "Une ou deux phrases : sous le titre, dans les listes, dans les flux et pour les moteurs de recherche.",
    en: "A sentence or two: under the title, in lists, in feeds and for search engines.",
  },
  author: SIGNATURES,
  "author.*.id": SIGNER.id,
  "author.*.name": SIGNER.name,
  "author.*.role": SIGNER.role,
  authors: {
    fr: "Comme `author`, sur qui elle l’emporte.",
    en: "As `author`, over which it wins.",
  },
  "authors.*.id": SIGNER.id,
  "authors.*.name": SIGNER.name,
  "authors.*.role": SIGNER.role,
  date: {
    fr: "Le jour, qui l’emporte sur celui du nom du fichier. À venir, il retient le texte jusqu’à ce qu’il commence, à minuit ; l’heure ne se donne qu’avec `publishAt`.",
    en: "The day, which wins over that of the file’s name. In the future, it withholds the text until it begins, at midnight; an hour is for `publishAt` alone.",
  },
  updated: {
    fr: "Le jour de la dernière révision importante : la page et les flux le disent.",
    en: "The day of the last revision of note: the page and feeds say it.",
  },
  tags: {
    fr: "Les mots-clés : une liste, ou des mots séparés par des virgules.",
    en: "The tags: a list, or words with commas between them.",
  },
  image: {
    fr: "L’image de couverture : un fichier à côté du texte (`photo.jpg`) ou de `public/` (`/img/photo.jpg`). Celle d’un autre site n’est pas montrée : un lien y mène.",
    en: "The cover: a file beside the text (`photo.jpg`) or of `public/` (`/img/photo.jpg`). One of another site is not shown: a link leads to it.",
  },
  imageAlt: {
    fr: 'Ce que montre cette image ; vide (`""`), elle n’est qu’un décor.',
    en: 'What that picture shows; empty (`""`), it only adorns.',
  },
  imageCredit: { fr: "Son auteur et sa licence, sous elle.", en: "Its author and licence, below it." },
  twitter: {
    fr: "Le compte X de qui signe, par son nom ou son adresse : un lien près de la signature.",
    en: "The account on X of who signs, by its name or address: a link near the signature.",
  },
  layout: {
    fr: "Le gabarit : `post`, `page` ou le nom d’un fichier de `layouts/`, sans `.njk`. Sans lui, celui d’un article ou d’une page.",
    en: "The layout: `post`, `page` or the name of a file of `layouts/`, without `.njk`. Without it, that of a post or a page.",
  },
  lang: {
    fr: "La langue du texte, si ce n’est pas celle du site ou de son dossier.",
    en: "The language of the text, where it is not that of the site or its folder.",
  },
  translationOf: {
    fr: "Le texte dont celui-ci est la traduction, par le nom de son fichier ou son adresse.",
    en: "The text that this one translates, by the name of its file or its address.",
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
    fr: "Toute l’adresse, depuis le premier `/` : `:slug` y est remplacé et, dans un article, `:year`, `:month` et `:day`.",
    en: "The whole address, from its first `/`: `:slug` is filled in and, in a post, `:year`, `:month` and `:day`.",
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
    fr: "Le jour et l’heure de la publication, qui l’emportent sur `date`, dans l’adresse aussi.",
    en: "The day and hour of publication, which win over `date`, in the address too.",
  },
  expires: {
    fr: "Le jour à partir duquel le texte n’est plus publié ; une heure peut suivre.",
    en: "The day from which the text is published no more; an hour may follow.",
  },
  related: {
    fr: "Les articles à proposer à la fin, par leur fichier ou leur adresse. Sans eux, les trois qui ont le plus de mots-clés en commun.",
    en: "The posts to offer at its end, by their file or address. Without them, the three that share most tags.",
  },
  noindex: {
    fr: "Si oui, les moteurs de recherche sont priés de ne pas montrer la page.",
    en: "If so, search engines are asked not to show the page.",
  },
  license: {
    fr: "La licence de l’article, si ce n’est pas celle du site.",
    en: "The licence of the post, where it is not that of the site.",
  },
  corrections: {
    fr: "Les erreurs corrigées, avec leur jour : l’article les montre avant son texte.",
    en: "Errors that were corrected, with their day: the post shows them before its text.",
  },
  "corrections.*.date": { fr: "Le jour de la correction.", en: "The day of the correction." },
  "corrections.*.text": { fr: "Ce qui a été corrigé.", en: "What was corrected." },
  typography: {
    fr: "`off` laisse chaque signe tel qu’il est tapé.",
    en: "`off` leaves every sign as it is typed.",
  },
};
