// The wording of `carnet import` and of its report: refusals, figures, and each kind of task left to do.
import type { UiLang } from "../ui-lang.ts";
import { countedEn, countedFr } from "./phrases.ts";

/** The generators whose blogs Carnet imports. */
export const GENERATORS = ["jekyll", "hugo", "eleventy"] as const;

export type Generator = (typeof GENERATORS)[number];

/** Where each generator has its posts. */
const PLACES: Readonly<Record<Generator, string>> = {
  jekyll: "_posts",
  hugo: "content",
  eleventy: "posts, blog",
};

/** A folder of the old site that became a taxonomy. */
interface FoundTaxonomy {
  name: string;
  folder: string;
  terms: number;
  found: number;
  missing: number;
}

interface Counts {
  read: number;
  posts: number;
  pages: number;
  /** Terms and people with files. */
  terms: number;
  drafts: number;
  templates: number;
  refused: number;
}

const fr = {
  usage:
    "il faut un générateur et deux dossiers : carnet import jekyll|hugo|eleventy ANCIEN NOUVEAU. Par exemple : carnet import jekyll ../mon-jekyll mon-blog",
  /** `below`: a folder in it that may be the blog. */
  noBlog: (kind: Generator, path: string, below?: string): string =>
    `« ${path} » n’est pas un site ${kind} : il n’y a pas de texte (${PLACES[kind]}).${below === undefined ? "" : ` Il est peut-être dans « ${below} » : donnez ce dossier.`}`,
  inside: (dest: string): string =>
    `« ${dest} » est dans le dossier importé, ou le contient : l’import n’écrit jamais dans sa source. Choisissez un autre dossier.`,
  notEmpty: (dest: string): string =>
    `rien n’a été écrit : « ${dest} » n’est pas un dossier vide. Choisissez un autre dossier.`,
  counts: ({ read, posts, pages, terms, drafts, templates, refused }: Counts): string =>
    `${countedFr(read, "texte lu", "textes lus")} : ${countedFr(posts, "article", "articles")}, ${countedFr(pages, "page", "pages")}, ${terms > 0 ? `${countedFr(terms, "terme", "termes")}, ` : ""}${countedFr(drafts, "brouillon", "brouillons")}, ${countedFr(templates, "laissé", "laissés")} aux pages que Carnet fait lui-même, ${countedFr(refused, "non repris (nommé plus bas)", "non repris (nommés plus bas)")}.`,
  addresses: ({ same, all }: { same: number; all: number }, redirects: number): string =>
    `Adresses gardées : ${String(same)} sur ${String(all)} ; ${countedFr(redirects, "redirection", "redirections")}.`,
  compared: ({ before, after, lost }: { before: number; after: number; lost: number }): string =>
    `Mots : ${String(before)} avant, ${String(after)} après, ${countedFr(lost, "perdu", "perdus")}.`,
  files: (n: number): string => `Images et documents copiés : ${String(n)}.`,
  taxonomy: ({ name, folder, terms, found, missing }: FoundTaxonomy): string =>
    `Classement « ${name} » : ${countedFr(terms, "terme", "termes")} dans content/${folder}/, nommés ${String(found)} fois ; ${countedFr(missing, "autre nom", "autres noms")} sans texte.`,
  left: "Ce qui reste à faire :",
  nothing: "Il ne reste rien à faire.",
  met: (times: number, texts: number, file: string): string =>
    `${String(times)} fois dans ${countedFr(texts, "texte", "textes")}, par exemple ${file}`,
  others: (n: number): string => `(et ${countedFr(n, "autre", "autres")})`,
  next: (dest: string): string =>
    `Ce rapport est aussi dans import-report.txt. La suite : npx carnet check --site ${dest}, puis npx carnet dev --site ${dest}`,
  todo: {
    "no-url":
      "l’adresse du site n’est pas dans les réglages de l’ancien : écrivez url dans content/site.yaml (sans elle, ni flux ni plan du site), ou recommencez avec --url",
    left: "erreurs que l’import n’a pas su écarter : carnet build refuse ce site jusqu’à ce que quelqu’un les corrige",
    held: "mis de côté, pour que le site se construise, et pourquoi : un texte devient un brouillon (draft: true), une valeur ou une redirection est retirée",
    refused: "textes non repris : leur en-tête ne peut pas être lu à cette ligne",
    markup: "textes non repris : ils ne sont ni en Markdown ni en HTML",
    resource: "textes non repris : Hugo n’en faisait pas de page, ils sont dans le dossier d’un autre texte",
    "unknown-address": "textes dont l’ancienne adresse est calculée par un programme : écrivez permalink",
    moved: "textes que Carnet ne peut pas publier à leur ancienne adresse, qui redirige vers la nouvelle",
    "shared-address": "textes à l’adresse d’un autre : ils sont devenus des brouillons",
    unpublished: "collections que Jekyll ne publiait pas : leurs textes sont des brouillons",
    undated: "articles sans date : ils sont devenus des pages",
    date: "dates à vérifier",
    "words-lost": "mots perdus",
    template:
      "code de gabarit laissé dans les textes, en commentaires que les lecteurs ne voient pas : remplacez-le par ce qu’ils voyaient",
    "template-page": "pages faites par un gabarit, que Carnet n’a pas",
    value: "valeurs que Carnet n’accepte pas",
    menu: "entrées de menu qui ne mènent à aucune page",
    redirect: "redirections que l’hébergeur doit faire",
    file: "fichiers non copiés : mettez dans public/ ceux qu’il faut encore",
    "code-data": "données illisibles, ou écrites par un programme, qui n’a pas été exécuté",
    link: "liens symboliques et noms inutilisables, qui n’ont pas été suivis",
  },
};

export type ImportWords = typeof fr;

const en: ImportWords = {
  usage:
    "a generator and two folders are needed: carnet import jekyll|hugo|eleventy OLD NEW. For example: carnet import jekyll ../my-jekyll my-blog",
  noBlog: (kind, path, below) =>
    `“${path}” is not a ${kind} site: there is no text in it (${PLACES[kind]}).${below === undefined ? "" : ` It may be in “${below}”: give this folder.`}`,
  inside: (dest) =>
    `“${dest}” is inside the imported folder, or contains it: an import never writes into its source. Choose another folder.`,
  notEmpty: (dest) => `nothing was written: “${dest}” is not an empty folder. Choose another one.`,
  counts: ({ read, posts, pages, terms, drafts, templates, refused }) =>
    `${countedEn(read, "text", "texts")} read: ${countedEn(posts, "post", "posts")}, ${countedEn(pages, "page", "pages")}, ${terms > 0 ? `${countedEn(terms, "term", "terms")}, ` : ""}${countedEn(drafts, "draft", "drafts")}, ${String(templates)} left to the pages that Carnet makes itself, ${String(refused)} not imported${refused > 0 ? " (named below)" : ""}.`,
  addresses: ({ same, all }, redirects) =>
    `Addresses kept: ${String(same)} of ${String(all)}; ${countedEn(redirects, "redirect", "redirects")}.`,
  compared: ({ before, after, lost }) =>
    `Words: ${String(before)} before, ${String(after)} after, ${String(lost)} lost.`,
  files: (n) => `Pictures and documents copied: ${String(n)}.`,
  taxonomy: ({ name, folder, terms, found, missing }) =>
    `Taxonomy “${name}”: ${countedEn(terms, "term", "terms")} in content/${folder}/, named ${countedEn(found, "time", "times")}; ${countedEn(missing, "other name", "other names")} without a text.`,
  left: "What is left to do:",
  nothing: "Nothing is left to do.",
  met: (times, texts, file) =>
    `${countedEn(times, "time", "times")} in ${countedEn(texts, "text", "texts")}, for example ${file}`,
  others: (n) => `(and ${countedEn(n, "other", "others")})`,
  next: (dest) =>
    `This report is also in import-report.txt. Next: npx carnet check --site ${dest}, then npx carnet dev --site ${dest}`,
  todo: {
    "no-url":
      "the settings of the old site do not say its address: write url in content/site.yaml (without it, there is neither feed nor sitemap), or start again with --url",
    left: "errors that the import could not settle: carnet build refuses this site until somebody corrects them",
    held: "held back, so that the site builds, and why: a text became a draft (draft: true), a value or a redirect was taken out",
    refused: "texts not imported: their front matter cannot be read at this line",
    markup: "texts not imported: they are neither Markdown nor HTML",
    resource: "texts not imported: Hugo made no page of them, they are in the folder of another text",
    "unknown-address": "texts whose old address a program computes: write permalink",
    moved: "texts that Carnet cannot publish at their old address, which redirects to the new one",
    "shared-address": "texts at the address of another: they became drafts",
    unpublished: "collections that Jekyll did not publish: their texts are drafts",
    undated: "posts without a date: they became pages",
    date: "dates to check",
    "words-lost": "words lost",
    template:
      "template code left in the texts, as comments that readers do not see: replace it with what they saw",
    "template-page": "pages made by a template, which Carnet does not have",
    value: "values that Carnet does not accept",
    menu: "entries of menus that lead to no page",
    redirect: "redirects that the host has to make",
    file: "files not copied: put into public/ those still needed",
    "code-data": "data that cannot be read, or that a program writes, which was not run",
    link: "symbolic links and unusable names, which were not followed",
  },
};

export function importWords(lang: UiLang): ImportWords {
  return { fr, en }[lang];
}
