// Wording of the form for editors, in the language of the site. Sveltia CMS has its own for its buttons.
import { uiLang } from "../ui-lang.ts";

/** The label of each key of front matter in the form and, if a label is not enough, a hint. */
interface FieldWords {
  label: string;
  hint?: string;
  /** What the button of a list adds. */
  label_singular?: string;
}

export interface AdminWords {
  title: (site: string) => string;
  noScript: string;
  posts: (many: boolean) => string;
  pages: (many: boolean) => string;
  /** Texts in a single file, if others are a folder with their pictures, or the reverse. */
  alone: string;
  withPictures: string;
  /** Commit messages for each kind of change, under Sveltia's names for these kinds. */
  commits: Readonly<Record<"create" | "update" | "delete" | "uploadMedia" | "deleteMedia", string>>;
  /** Shown when a text is named. */
  names: Readonly<Record<"post" | "page", string>>;
  fields: Readonly<Record<FormKey, FieldWords>>;
}

/** Keys of front matter in the form; `body` is the text below it. */
export type FormKey =
  | "title"
  | "date"
  | "description"
  | "author"
  | "tags"
  | "image"
  | "imageAlt"
  | "imageCredit"
  | "body"
  | "draft"
  | "publishAt"
  | "deadline"
  | "updated"
  | "translationOf"
  | "slug"
  | "redirect_from";

const fr: AdminWords = {
  title: (site) => `Écrire – ${site}`,
  noScript: "Ce formulaire a besoin de JavaScript. Les textes s’écrivent aussi dans le dépôt, sans lui.",
  posts: (many) => (many ? "Articles" : "article"),
  pages: (many) => (many ? "Pages" : "page"),
  alone: "d’un seul fichier",
  withPictures: "avec leurs images",
  commits: {
    create: "Nouveau texte : {{slug}}",
    update: "Texte modifié : {{slug}}",
    delete: "Texte supprimé : {{slug}}",
    uploadMedia: "Fichier ajouté : {{path}}",
    deleteMedia: "Fichier supprimé : {{path}}",
  },
  names: {
    post: "Le nom du fichier : le jour, puis la fin de l’adresse. Si l’article a paru, ajoutez son adresse d’avant aux anciennes adresses.",
    page: "Le nom du fichier, dont vient l’adresse. Si la page a paru, ajoutez son adresse d’avant aux anciennes adresses.",
  },
  fields: {
    title: { label: "Titre" },
    date: { label: "Jour de parution", hint: "Un jour à venir retient l’article jusque-là." },
    description: {
      label: "Résumé",
      hint: "Une ou deux phrases, dans les listes, les moteurs de recherche et les partages.",
    },
    author: { label: "Qui signe", hint: "Prénom Nom, rôle ; un point-virgule entre deux personnes." },
    tags: { label: "Mots-clés", label_singular: "un mot-clé" },
    image: { label: "Image de couverture" },
    imageAlt: {
      label: "Description de l’image",
      hint: "Ce que l’image montre, pour qui ne la voit pas. Vide si elle n’est là que pour décorer.",
    },
    imageCredit: { label: "Crédit de l’image", hint: "Auteur et licence." },
    body: { label: "Texte" },
    draft: { label: "Brouillon", hint: "Un brouillon n’est pas publié." },
    publishAt: { label: "Paraît à cette heure", hint: "L’emporte sur le jour de parution." },
    deadline: {
      label: "Date limite",
      hint: "Le dernier jour d’un appel : jusque-là en tête de l’accueil, ensuite dit clos.",
    },
    updated: { label: "Mis à jour le" },
    translationOf: {
      label: "Traduction de",
      hint: "Le nom du fichier de l’autre article, sans « .md » : 2026-03-02-titre.",
    },
    slug: {
      label: "Fin de l’adresse",
      hint: "Vide, elle vient du nom du fichier. N’en changez plus une fois l’article paru.",
    },
    redirect_from: {
      label: "Anciennes adresses",
      label_singular: "une ancienne adresse",
      hint: "Elles mènent ici : /blog/2024/01/02/titre/, celle d’un texte renommé ou supprimé.",
    },
  },
};

const en: AdminWords = {
  title: (site) => `Write – ${site}`,
  noScript: "This form needs JavaScript. Without it, texts can still be written in the repository.",
  posts: (many) => (many ? "Posts" : "post"),
  pages: (many) => (many ? "Pages" : "page"),
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
  },
  fields: {
    title: { label: "Title" },
    date: { label: "Day of publication", hint: "A future day withholds the post until then." },
    description: {
      label: "Summary",
      hint: "A sentence or two, in lists, search engines and shared links.",
    },
    author: { label: "Authors", hint: "First and last name, role; a semicolon between two people." },
    tags: { label: "Tags", label_singular: "a tag" },
    image: { label: "Cover picture" },
    imageAlt: {
      label: "Description of the picture",
      hint: "What the picture shows, for those who do not see it. Leave empty if it is only decoration.",
    },
    imageCredit: { label: "Credit of the picture", hint: "Author and licence." },
    body: { label: "Text" },
    draft: { label: "Draft", hint: "A draft is not published." },
    publishAt: { label: "Publish at this hour", hint: "It overrides the day of publication." },
    deadline: {
      label: "Deadline",
      hint: "The last day of a call. Until then it leads the home page; after that it is shown as closed.",
    },
    updated: { label: "Updated on" },
    translationOf: {
      label: "Translation of",
      hint: "The name of the other post’s file, without “.md”: 2026-03-02-title.",
    },
    slug: {
      label: "End of the address",
      hint: "If empty, it comes from the file’s name. Do not change it once the post is published.",
    },
    redirect_from: {
      label: "Old addresses",
      label_singular: "an old address",
      hint: "They redirect here: for example /blog/2024/01/02/title/, the address of a text that was renamed or deleted.",
    },
  },
};

/** Wording for a site in `lang`. */
export function adminWords(lang: string): AdminWords {
  return { fr, en }[uiLang(lang)];
}
