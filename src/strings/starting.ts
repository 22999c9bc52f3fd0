// Messages of `carnet init` and `carnet new`: what was made, and what to type next; and the first lines of files that Carnet keeps in
// a site.
import type { UiLang } from "../ui-lang.ts";

const fr = {
  made: (folder: string, files: number) => `Site créé dans ${folder} : ${String(files)} fichiers.`,
  next: "Ensuite, tapez :",
  /** Carnet is a folder on this machine; `tarball` is the name of the file that `npm pack` makes from it. */
  linked: (folder: string, tarball: string) =>
    `Attention : ce site utilise le Carnet du dossier ${folder}, que les autres machines n’ont pas. Avant de le publier, dans le dossier du site :\n  npm pack --ignore-scripts "${folder}"\n  npm install ./${tarball}`,
  notEmpty: (folder: string) =>
    `le dossier « ${folder} » n’est pas vide. Rien n’a été écrit. Choisissez un nouveau nom, par exemple : carnet init mon-blog`,
  noTitle: 'il manque le titre de l’article. Écrivez : carnet new "Titre de l’article"',
  noLetters: (title: string) =>
    `« ${title} » n’a ni lettre ni chiffre dont faire un nom de fichier. Écrivez : carnet new "Titre de l’article"`,
  noFolder: (path: string) =>
    `${path} n’est pas un dossier, mais un fichier ou un lien symbolique, que Carnet ne suit pas. Rien n’a été écrit. Remplacez-le par un dossier.`,
  exists: (file: string) =>
    `${file} existe déjà. Rien n’a été écrit. Ouvrez ce fichier, ou choisissez un autre titre.`,
  noName: (taxonomy: string) => `il manque le nom. Écrivez : carnet new --in ${taxonomy} "Nom"`,
  unknownTaxonomy: (name: string, names: readonly string[], meant?: string) =>
    `--in : aucun classement à dossier ne s’appelle « ${name} ».${meant ? ` Vouliez-vous écrire --in ${meant} ?` : ""} Il y a : ${names.join(", ")}.`,
  begun: (file: string) => `Article créé : ${file}`,
  begunTerm: (file: string) => `Texte créé : ${file}`,
  thenWrite: (dev: string, isDated: boolean) =>
    `Ouvrez ce fichier, écrivez, et regardez : ${dev}. Un « _ » devant son nom en fait un brouillon${isDated ? " ; une date à venir le retient jusqu’à ce jour" : ""}.`,
  /** The comment above a line of front matter, by key. */
  about: {
    description: "Une phrase ou deux qui donnent envie de lire (120 à 200 caractères).",
    author: "Qui signe, avec son rôle ; pour plusieurs personnes, authors.",
    tags: "Deux ou trois mots-clés, de préférence parmi ceux de content/tags.yaml.",
    anyTags: "Deux ou trois mots-clés, entre les crochets et séparés par des virgules.",
    image:
      "La photo de l’article, dans public/, et ce qu’elle montre. Retirez les signes # pour en mettre une.",
    term: "Une phrase qui dit ce que c’est : sous le nom, et dans les listes.",
    termImage: "Une image à côté de ce fichier ou dans public/, et ce qu’elle montre. Sans les signes #.",
    role: "Son rôle.",
    photo: "Son portrait : un fichier à côté de celui-ci, ou dans public/.",
    links: "Où la lire et lui écrire, par réseau.",
  } as Readonly<Record<string, string>>,
  begin: "Le texte commence ici. Les titres sont des lignes qui commencent par « ## ».",
};

const en: typeof fr = {
  made: (folder, files) => `Site created in ${folder}: ${String(files)} files.`,
  next: "Then type:",
  linked: (folder, tarball) =>
    `Note: this site uses the copy of Carnet in the folder ${folder}, which other machines do not have. Before you publish it, in the folder of the site:\n  npm pack --ignore-scripts "${folder}"\n  npm install ./${tarball}`,
  notEmpty: (folder) =>
    `the folder “${folder}” is not empty. Nothing was written. Choose a new name, for example: carnet init my-blog`,
  noTitle: 'the title of the post is missing. Write: carnet new "Title of the post"',
  noLetters: (title) =>
    `“${title}” has no letter or digit to make a file name of. Write: carnet new "Title of the post"`,
  noFolder: (path) =>
    `${path} is not a folder, but a file or a symbolic link, which Carnet does not follow. Nothing was written. Replace it with a folder.`,
  exists: (file) => `${file} already exists. Nothing was written. Open that file, or choose another title.`,
  noName: (taxonomy) => `the name is missing. Write: carnet new --in ${taxonomy} "Name"`,
  unknownTaxonomy: (name, names, meant) =>
    `--in: no taxonomy with a folder is called “${name}”.${meant ? ` Did you mean --in ${meant}?` : ""} There are: ${names.join(", ")}.`,
  begun: (file) => `Post created: ${file}`,
  begunTerm: (file) => `Text created: ${file}`,
  thenWrite: (dev, isDated) =>
    `Open this file, write, and look: ${dev}. A “_” before its name makes it a draft${isDated ? "; a future date withholds it until that day" : ""}.`,
  about: {
    description: "A sentence or two that make people want to read (120 to 200 characters).",
    author: "The author, with their role; for several people, use authors.",
    tags: "Two or three tags, preferably from content/tags.yaml.",
    anyTags: "Two or three tags, between the brackets and separated by commas.",
    image: "The picture of the post, in public/, and what it shows. Remove the # signs to add one.",
    term: "A sentence that says what it is: under the name, and in lists.",
    termImage: "A picture beside this file or in public/, and what it shows. Remove the # signs.",
    role: "Their role.",
    photo: "Their portrait: a file beside this one, or in public/.",
    links: "Where to read and reach them, by network.",
  },
  begin: "The text begins here. Headings are lines that begin with “##”.",
};

/** A name as part of a command to paste: quoted if necessary, so that a shell of the system reads it as one word. */
export function shellWord(word: string, system: NodeJS.Platform = process.platform): string {
  // There, a backslash is only part of a path.
  if (system === "win32") return /^[\w.:/\\~-]+$/.test(word) ? word : `"${word}"`;
  return /^[\w./~-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, "\\$&")}"`;
}

export function startingWords(lang: UiLang): typeof fr {
  return { fr, en }[lang];
}

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
