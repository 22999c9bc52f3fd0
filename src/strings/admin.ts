// Wording of the form for editors, in the language of the site. Sveltia CMS has its own for its buttons.
import { uiLang } from "../ui-lang.ts";

const fr = {
  title: (site: string) => `Écrire – ${site}`,
  noScript: "Ce formulaire a besoin de JavaScript. Les textes s’écrivent aussi dans le dépôt, sans lui.",
  texts: {
    post: { label: "article", plural: "Articles" },
    page: { label: "page", plural: "Pages" },
    person: { label: "personne", plural: "Personnes" },
  },
  /** Texts in a single file, if others are a folder with their pictures, or the reverse. */
  alone: "d’un seul fichier",
  withPictures: "avec leurs images",
  /** Commit messages for each kind of change, under Sveltia's names for these kinds. */
  commits: {
    create: "Nouveau texte : {{slug}}",
    update: "Texte modifié : {{slug}}",
    delete: "Texte supprimé : {{slug}}",
    uploadMedia: "Fichier ajouté : {{path}}",
    deleteMedia: "Fichier supprimé : {{path}}",
  },
  /** Shown when a text is named. */
  names: {
    post: "Le nom du fichier : le jour, puis la fin de l’adresse. Si l’article a paru, ajoutez son adresse d’avant aux anciennes adresses.",
    page: "Le nom du fichier, dont vient l’adresse. Si la page a paru, ajoutez son adresse d’avant aux anciennes adresses.",
    term: "Le nom du fichier, dont vient l’adresse de sa page. Si elle a paru, ajoutez son adresse d’avant aux anciennes adresses.",
  },
  /** Keys of `event`. */
  event: {
    start: { label: "Début", hint: "Un jour, ou un jour et une heure : 2026-03-10 14:00." },
    end: { label: "Fin", hint: "Le dernier jour, ou l’heure de la fin." },
    place: { label: "Lieu" },
    url: { label: "Lien", hint: "Où s’inscrire ou en savoir plus." },
  },
  /** What a day or an hour that is not one is answered. */
  moment: "Un jour (2026-03-10), ou un jour et une heure (2026-03-10 14:00).",
  /** The title of a term or person is its name. */
  termTitle: { label: "Nom", hint: "Celui sous lequel les autres textes le citent." },
  /** Keys of front matter; `body` is the text below it. `label_singular` is what the button of a list adds. */
  fields: {
    title: { label: "Titre" },
    date: { label: "Jour de parution", hint: "Un jour à venir retient l’article jusque-là." },
    description: { label: "Résumé", hint: "Une ou deux phrases, pour les listes et les partages." },
    author: { label: "Qui signe", hint: "Prénom Nom, rôle ; un point-virgule entre deux personnes." },
    tags: { label: "Mots-clés", label_singular: "un mot-clé" },
    image: { label: "Image de couverture" },
    imageAlt: { label: "Description de l’image", hint: "Ce qu’elle montre ; vide pour un simple décor." },
    imageCredit: { label: "Crédit de l’image", hint: "Auteur et licence." },
    role: { label: "Rôle" },
    photo: { label: "Photo" },
    links: { label: "Liens", key_label: "Réseau", value_label: "Adresse" },
    body: { label: "Texte" },
    draft: { label: "Brouillon", hint: "Un brouillon n’est pas publié." },
    former: { label: "Ancien membre" },
    weight: { label: "Rang dans la liste", hint: "Les plus petits d’abord, avant ceux qui n’en ont pas." },
    publishAt: { label: "Paraît à cette heure", hint: "L’emporte sur le jour de parution." },
    event: { label: "Événement", hint: "Ce que l’article annonce : il entre dans l’agenda du site." },
    deadline: { label: "S’inscrire ou candidater avant", hint: "Ensuite, l’article dit que c’est clos." },
    updated: { label: "Mis à jour le" },
    translationOf: { label: "Traduction de", hint: "Le nom de l’autre fichier : 2026-03-02-titre." },
    slug: { label: "Fin de l’adresse", hint: "N’en changez plus une fois l’article paru." },
    redirect_from: {
      label: "Anciennes adresses",
      label_singular: "une ancienne adresse",
      hint: "Elles mènent ici : /blog/2024/01/02/titre/, celle d’un texte renommé ou supprimé.",
    },
  },
};

export type AdminWords = typeof fr;
export type FormKey = keyof AdminWords["fields"];

const en: AdminWords = {
  title: (site) => `Write – ${site}`,
  noScript: "This form needs JavaScript. Without it, texts can still be written in the repository.",
  texts: {
    post: { label: "post", plural: "Posts" },
    page: { label: "page", plural: "Pages" },
    person: { label: "person", plural: "People" },
  },
  alone: "of one file",
  withPictures: "with their pictures",
  commits: {
    create: "New text: {{slug}}",
    update: "Text changed: {{slug}}",
    delete: "Text deleted: {{slug}}",
    uploadMedia: "File added: {{path}}",
    deleteMedia: "File deleted: {{path}}",
  },
  names: {
    post: "The name of the file: the day, then the end of the address. If the post is published, add its present address to the old addresses.",
    page: "The name of the file, from which the address comes. If the page is published, add its present address to the old addresses.",
    term: "The name of the file, from which the address of its page comes. If that is published, add its present address to the old addresses.",
  },
  event: {
    start: { label: "Start", hint: "A day, or a day and an hour: 2026-03-10 14:00." },
    end: { label: "End", hint: "The last day, or the hour at which it ends." },
    place: { label: "Place" },
    url: { label: "Link", hint: "Where to sign up or learn more." },
  },
  moment: "A day (2026-03-10), or a day and an hour (2026-03-10 14:00).",
  termTitle: { label: "Name", hint: "The one by which other texts name it." },
  fields: {
    title: { label: "Title" },
    date: { label: "Day of publication", hint: "A future day withholds the post until then." },
    description: { label: "Summary", hint: "A sentence or two, for lists and shared links." },
    author: { label: "Authors", hint: "First and last name, role; a semicolon between two people." },
    tags: { label: "Tags", label_singular: "a tag" },
    image: { label: "Cover picture" },
    imageAlt: { label: "Description of the picture", hint: "What it shows; empty if it is only decoration." },
    imageCredit: { label: "Credit of the picture", hint: "Author and licence." },
    role: { label: "Role" },
    photo: { label: "Photo" },
    links: { label: "Links", key_label: "Network", value_label: "Address" },
    body: { label: "Text" },
    draft: { label: "Draft", hint: "A draft is not published." },
    former: { label: "Former member" },
    weight: { label: "Rank in the list", hint: "The lowest first, before those without one." },
    publishAt: { label: "Publish at this hour", hint: "It overrides the day of publication." },
    event: { label: "Event", hint: "What the post announces: it is listed in the site’s agenda." },
    deadline: { label: "Sign up or apply before", hint: "Afterwards, the post says that it is closed." },
    updated: { label: "Updated on" },
    translationOf: { label: "Translation of", hint: "The name of the other file: 2026-03-02-title." },
    slug: { label: "End of the address", hint: "Do not change it once the post is published." },
    redirect_from: {
      label: "Old addresses",
      label_singular: "an old address",
      hint: "They redirect here: /blog/2024/01/02/title/, that of a text that was renamed or deleted.",
    },
  },
};

/** Wording for a site in `lang`. */
export function adminWords(lang: string): AdminWords {
  return { fr, en }[uiLang(lang)];
}
