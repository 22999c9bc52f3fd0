// The description of each key of people.yaml, tags.yaml, redirects.yaml and front matter, for those who write them.
// By path; `*` is a name that the site owner chose, or an item of a list.
import type { Translated } from "../ui-lang.ts";

type Settings = Readonly<Record<string, Translated>>;

const OLD_ADDRESSES: Translated = {
  fr: "D’anciennes adresses de la page, sans nom de domaine : elles y mènent encore.",
  en: "Old addresses of the page, without a domain name: they redirect to it.",
};
const SIGNATURES: Translated = {
  fr: "Qui signe, en toutes lettres, avec son rôle : `Ana Diallo, designer et Léo Martin` ; ou une liste. Une personne de `people.yaml` y est nommée par son nom ou son identifiant.",
  en: "The authors, in plain words, with their roles: `Ana Diallo, designer and Léo Martin`; or a list. To name a person of `people.yaml`, give their name or their id.",
};
const SIGNER: Readonly<Record<"id" | "name" | "role", Translated>> = {
  id: { fr: "Sa clé dans `people.yaml`.", en: "Their key in `people.yaml`." },
  name: { fr: "Son nom.", en: "Their name." },
  role: { fr: "Son rôle dans ce texte.", en: "Their role in this text." },
};
const TERM: Readonly<Record<"label" | "description", Translated>> = {
  label: { fr: "Le nom affiché.", en: "The name shown." },
  description: {
    fr: "Une phrase en tête de sa page, et dans la liste des mots-clés.",
    en: "A sentence at the top of its page, and in the list of tags.",
  },
};

export const PEOPLE_SETTINGS: Settings = {
  "*": {
    fr: "Une personne ou une équipe, par son identifiant, qui fait l’adresse de sa page.",
    en: "A person or a team. The key is their id, which forms the address of their page.",
  },
  "*.name": { fr: "Le nom, tel qu’il est signé.", en: "The name, as it appears on posts." },
  "*.team": {
    fr: "Si oui, une équipe ou un organisme, dans les métadonnées.",
    en: "If true, metadata describes a team or an organisation.",
  },
  "*.role": {
    fr: "Le rôle, là où un article n’en dit pas d’autre.",
    en: "The role, unless a post gives another.",
  },
  "*.description": { fr: "Quelques phrases, sur sa page.", en: "A few sentences, on their page." },
  "*.photo": {
    fr: "Un portrait ou un emblème, là où la personne est présentée : le chemin d’un fichier de `public/` (`/img/ada.jpg`). Les pages montrent une copie carrée et légère d’une photo, et un dessin SVG comme il est.",
    en: "A portrait or an emblem, where the person is presented: the path of a file in `public/` (`/img/ada.jpg`). Pages show a light, square copy of a photo, and an SVG drawing as it is.",
  },
  "*.aliases": {
    fr: "D’autres façons d’écrire le nom, qui mènent à la même page.",
    en: "Other spellings of the name, which lead to the same page.",
  },
  "*.links": {
    fr: "Des liens, sur sa page ; sans article signé, sous son nom dans la liste d’une promotion ou d’un autre terme.",
    en: "Links, on their page; without posts of theirs, under their name in the list of a cohort or another term.",
  },
  "*.links.*.label": { fr: "Les mots du lien.", en: "The text of the link." },
  "*.links.*.url": { fr: "Où il mène.", en: "Where it leads." },
  "*.handles": {
    fr: 'Ses comptes, par réseau, montrés avec ses liens : `mastodon: "@nom@serveur.org"`, `bluesky`, `github`, `gitlab`, `linkedin`, `x`. D’un autre réseau, écrivez l’adresse : un nom seul n’y ferait pas un lien.',
    en: 'Their accounts, by network, shown with their links: `mastodon: "@name@server.org"`, `bluesky`, `github`, `gitlab`, `linkedin`, `x`. For another network, give the address: a name alone makes no link.',
  },
  "*.since": { fr: "Depuis quand ; pour vos gabarits.", en: "The start date, for your layouts." },
  "*.until": { fr: "Jusqu’à quand ; pour vos gabarits.", en: "The end date, for your layouts." },
  "*.*": {
    fr: "Ses termes dans un classement de `site.yaml`, sous le nom du classement (`promotion: EIG 4`, ou une liste) : la page de chaque terme montre qui les a, dans l’ordre de ce fichier, avec ou sans articles signés. Un classement qui porte le nom d’une autre clé d’une personne (`team`) ne s’écrit pas ici.",
    en: "Their terms of a taxonomy of `site.yaml`, under the name of the taxonomy (`cohort: EIG 4`, or a list): the page of each term shows who has it, in the order of this file, with or without posts of theirs. A taxonomy with the name of another key of a person (`team`) cannot be given here.",
  },
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
    en: "If true, a tag that is not in this file is an error, not a warning.",
  },
  "*": {
    fr: "Un mot-clé, par le mot qui fait l’adresse de sa page : son nom (`ia: Intelligence artificielle`), ou ce qui suit.",
    en: "A tag. The key forms the address of its page; the value is its name (`ai: Artificial intelligence`), or the keys below.",
  },
  "*.label": TERM.label,
  "*.description": TERM.description,
  "*.aliases": {
    fr: "D’autres façons de l’écrire, qui mènent à la même page.",
    en: "Other spellings, which lead to the same page.",
  },
  "*.*": {
    fr: "Ses mots dans une autre langue, par code.",
    en: "Its name and description in another language, by language code.",
  },
  "*.*.label": TERM.label,
  "*.*.description": TERM.description,
};

export const REDIRECTS_SETTINGS: Settings = {
  "*": {
    fr: "Une ancienne adresse, qui commence par `/` ; sa valeur est la nouvelle, un chemin du site ou une adresse entière, même d’un autre site.",
    en: "An old address, which begins with `/`. Its value is the new address: a path of the site, or a full address, even of another site.",
  },
};

export const FRONT_MATTER_SETTINGS: Settings = {
  title: { fr: "Le titre. Seule clé obligatoire.", en: "The title. The only required key." },
  description: {
    fr: "Une ou deux phrases : sous le titre, dans les listes, dans les flux et pour les moteurs de recherche.",
    en: "A sentence or two, shown under the title, in lists, in feeds and to search engines.",
  },
  author: SIGNATURES,
  "author.*.id": SIGNER.id,
  "author.*.name": SIGNER.name,
  "author.*.role": SIGNER.role,
  authors: {
    fr: "Comme `author`, sur qui elle l’emporte.",
    en: "Same as `author`, which it overrides.",
  },
  "authors.*.id": SIGNER.id,
  "authors.*.name": SIGNER.name,
  "authors.*.role": SIGNER.role,
  date: {
    fr: "Le jour, qui l’emporte sur celui du nom du fichier. À venir, il retient le texte jusqu’à ce qu’il commence, à minuit ; l’heure ne se donne qu’avec `publishAt`.",
    en: "The day, which overrides that of the file name. A future day withholds the text until it begins, at midnight; to give an hour, use `publishAt`.",
  },
  updated: {
    fr: "Le jour de la dernière révision importante : la page et les flux le disent.",
    en: "The day of the last major revision, shown on the page and in feeds.",
  },
  tags: {
    fr: "Les mots-clés : une liste, ou des mots séparés par des virgules.",
    en: "The tags: a list, or words separated by commas.",
  },
  image: {
    fr: "L’image de couverture : un fichier à côté du texte (`photo.jpg`) ou de `public/` (`/img/photo.jpg`). Celle d’un autre site n’est pas montrée : un lien y mène.",
    en: "The cover picture: a file beside the text (`photo.jpg`) or in `public/` (`/img/photo.jpg`). A picture on another site is not shown, only linked to.",
  },
  imageAlt: {
    fr: 'Ce que montre cette image ; vide (`""`), elle n’est qu’un décor.',
    en: 'What that picture shows; empty (`""`) if it is only decoration.',
  },
  imageCredit: { fr: "Son auteur et sa licence, sous elle.", en: "Its author and licence, shown below it." },
  twitter: {
    fr: "Le compte X de qui signe, par son nom ou son adresse : un lien près de la signature.",
    en: "The author’s account on X, by its name or address: a link near their name.",
  },
  layout: {
    fr: "Le gabarit : `post`, `page` ou le nom d’un fichier de `layouts/`, sans `.njk`. Sans lui, celui d’un article ou d’une page.",
    en: "The layout: `post`, `page` or the name of a file in `layouts/`, without `.njk`. By default, that of a post or a page.",
  },
  lang: {
    fr: "La langue du texte, si ce n’est pas celle du site ou de son dossier.",
    en: "The language of the text, if it is not that of the site or of its folder.",
  },
  translationOf: {
    fr: "Le texte dont celui-ci est la traduction, par le nom de son fichier ou son adresse.",
    en: "The text that this one translates, by its file name or its address.",
  },
  "lang-ref": {
    fr: "Un même mot dans un texte et ses traductions, qui les relie.",
    en: "A word shared by a text and its translations, which links them.",
  },
  slug: {
    fr: "La fin de l’adresse, à la place du nom du fichier.",
    en: "The end of the address, instead of the file name.",
  },
  permalink: {
    fr: "Toute l’adresse, depuis le premier `/` : `:slug` y est remplacé et, dans un article, `:year`, `:month` et `:day`.",
    en: "The whole address, from its first `/`. `:slug` is filled in and, in a post, so are `:year`, `:month` and `:day`.",
  },
  redirect_from: OLD_ADDRESSES,
  aliases: OLD_ADDRESSES,
  feedId: {
    fr: "Pour un texte venu d’un autre blog, le nom que les flux lui donnaient.",
    en: "For a text from another blog, the id it had in feeds.",
  },
  draft: {
    fr: "Si oui, un brouillon : il n’est pas publié.",
    en: "If true, the text is a draft: it is not published.",
  },
  published: { fr: "Si non, le texte n’est pas publié.", en: "If false, the text is not published." },
  publishAt: {
    fr: "Le jour et l’heure de la publication, qui l’emportent sur `date`, dans l’adresse aussi.",
    en: "The day and hour of publication, which override `date`, in the address too.",
  },
  expires: {
    fr: "Le jour à partir duquel le texte n’est plus publié ; une heure peut suivre.",
    en: "The day from which the text is no longer published, with an hour if needed.",
  },
  deadline: {
    fr: "Le dernier jour d’un appel ou d’une inscription ; une heure peut suivre. Jusque-là, l’article est en tête de la page d’accueil ; ensuite, il dit qu’il est clos, et garde son adresse.",
    en: "The last day of a call or a registration, with an hour if needed. Until then the post leads the home page; after that, it is shown as closed and keeps its address.",
  },
  related: {
    fr: "Les articles à proposer à la fin, par leur fichier ou leur adresse. Sans eux, les trois qui partagent avec lui le plus de mots-clés et d’autres termes ; les plus rares comptent davantage.",
    en: "The posts to suggest at the end, by their file or address. By default, the three that share most tags and other terms with the post; rare ones count more.",
  },
  noindex: {
    fr: "Si oui, les moteurs de recherche sont priés de ne pas montrer la page.",
    en: "If true, search engines are asked not to show the page.",
  },
  license: {
    fr: "La licence de l’article, si ce n’est pas celle du site.",
    en: "The licence of the post, if it is not that of the site.",
  },
  corrections: {
    fr: "Les erreurs corrigées, avec leur jour : l’article les montre avant son texte.",
    en: "Errors that were corrected, each with its day: shown before the text of the post.",
  },
  "corrections.*.date": { fr: "Le jour de la correction.", en: "The day of the correction." },
  "corrections.*.text": { fr: "Ce qui a été corrigé.", en: "What was corrected." },
  typography: {
    fr: "`off` laisse chaque signe tel qu’il est tapé.",
    en: "`off` leaves every character as it was typed.",
  },
};
