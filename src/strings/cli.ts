// What commands say to the person who typed, besides the problems of the content; `carnet report` writes Markdown.
import type { UiLang } from "../ui-lang.ts";
import { countedEn, countedFr } from "./phrases.ts";

/** What a build changed: HTML pages, and other files. */
interface SiteChanges {
  pages: number;
  written: number;
  removed: number;
}

/** What will change the site although its sources stay the same. */
type Change = "due" | "expires" | "archived" | "event" | "deadline";
type State = "unreadable" | "draft" | "scheduled" | "published" | "expired";

/** Why a page was made again, or was not: `build/explain.ts` says what each means. */
interface Explained {
  why: "refused" | "unknown" | "new" | "first" | "owner" | "lost" | "same" | "all" | "texts" | "data";
  files?: readonly string[];
}

const fr = {
  refused: "Rien n’a été publié : le site précédent est resté en place.",
  refusedFirst: "Rien n’a été publié.",
  made: (pages: number, posts: number, { pages: changed, written, removed }: SiteChanges) => {
    const all = `${String(pages)} pages, dont ${countedFr(posts, "article", "articles")}`;
    if (changed + written + removed === 0) return `Site à jour : ${all} ; rien n’avait changé.`;
    const some = changed > 0 && changed < pages;
    return `Site construit : ${all}${some ? ` ; ${countedFr(changed, "page a changé", "pages ont changé")}` : ""}.`;
  },
  took: (seconds: string) => `Durée : ${seconds.replace(".", ",")} s.`,
  explained: (page: string, { why, files = [] }: Explained) =>
    `${page} : ${
      {
        refused: "ni refaite ni comparée, car le site a des erreurs.",
        unknown: "le site n’a pas de telle page.",
        new: "faite, car elle est nouvelle.",
        first: "refaite, car rien n’est connu d’une construction précédente.",
        owner:
          "refaite, comme toutes, car le code de .eleventy.ts ou de _data/ peut dépendre de tout ({ pure: true } dit que non).",
        lost: "refaite, car son fichier n’était plus tel que Carnet l’avait écrit.",
        same: "non refaite : rien de ce dont elle est faite n’a changé.",
        all: "refaite, comme toutes, car les réglages, les gabarits, le thème ou Carnet ont changé.",
        texts: `refaite, car elle montre ${files.join(", ")}.`,
        data: "refaite, car ce qu’elle montre d’autres pages a changé (liste, menu, voisins).",
      }[why]
    }`,
  bookKept: (added: number) =>
    `content/addresses.txt : ${countedFr(added, "adresse ajoutée", "adresses ajoutées")}. Enregistrez ce fichier dans le dépôt avec le reste.`,
  bookNotKept:
    "content/addresses.txt n’a pas pu être écrit : les nouvelles adresses n’y sont pas notées. Le site, lui, est publié.",
  nextChange: (what: Change, moment: string, exactly: string, file: string) => {
    const then: Record<Change, string> = {
      due: `${file} paraîtra`,
      expires: `${file} expirera`,
      archived: `le site sera archivé (${file})`,
      event: `l’événement de ${file} sera passé`,
      deadline: `le délai de ${file} sera passé`,
    };
    return `Prochaine construction utile : le ${moment} (${exactly}), quand ${then[what]}.`;
  },
  where: (path: string, command: string) => `Dans ${path} ; pour le regarder : ${command}`,
  clean: (posts: number) =>
    `Tout est en ordre : ${countedFr(posts, "article vérifié", "articles vérifiés")}.`,
  serving: (url: string) => `Site visible à ${url} (Ctrl+C pour arrêter).`,
  rebound: "Cet aperçu n’est montré qu’à cette machine : ouvrez-le à http://localhost, avec ce port.",
  rebuilt: (seconds: string) => `Mis à jour en ${seconds.replace(".", ",")} s.`,
  kept: "La dernière version correcte reste affichée.",
  portInUse: (port: number) =>
    `le port ${String(port)} est déjà pris. Essayez : carnet dev --port ${String(port + 1)}`,
  overlayTitle: "Ce qui vient d’être enregistré contient une erreur",
  overlayNote:
    "La page ci-dessous est la dernière version correcte. Elle se mettra à jour au prochain enregistrement.",
  overlayAlone: "Si c’est celle d’un de ces textes, la page apparaîtra ici dès qu’il sera corrigé.",
  overlayMark: "Erreur – ",
  atLine: (line: number) => `ligne ${String(line)}`,
  nothingKept: "Le site apparaîtra dès qu’un enregistrement sera sans erreur.",
  watchLimit:
    "ce système ne peut pas surveiller autant de fichiers : certains enregistrements ne seront pas vus. Relancez avec CHOKIDAR_USEPOLLING=1 npx carnet dev",
  /** `more`: how many others are not shown either. */
  withheld: (file: string, why: string, more: number, option: string) =>
    `${file} n’est pas montré (${why})${more === 0 ? "" : `, ni ${countedFr(more, "autre", "autres")}`}. Pour le voir, relancez avec ${option}.`,
  texts: "Textes",
  pages: "Pages",
  pictures: "Images",
  index: "Index de recherche",
  list: {
    states: {
      unreadable: "illisible",
      draft: "brouillon",
      scheduled: "à paraître",
      published: "publié",
      expired: "expiré",
    } as Record<State, string>,
    total: (texts: number) => countedFr(texts, "texte", "textes"),
    none: 'Il n’y a pas encore de texte. Pour en commencer un : carnet new "Titre de l’article"',
    noMatch: (words: string) => `Aucun texte ne correspond à « ${words} ». Pour tout voir : carnet list`,
    unreadable:
      "un texte au moins a une erreur, et seul son nom de fichier est connu. Pour savoir laquelle : carnet check",
  },
  report: {
    title: "Ce que cette proposition change",
    noChange: "Aucun texte ne change. Les images et l’aspect ne sont pas comparés.",
    preview: (url: string) =>
      `Aperçu, avec les brouillons (en ligne quelques minutes après la vérification) : <${url}>`,
    lists: {
      lost: "Adresses perdues : pour chacune, ajoutez à `content/redirects.yaml` une ligne `ancienne: nouvelle`",
      moved: "Redirigées",
      added: "Ajoutées",
      changed: "Modifiées",
    },
    more: (count: number) => `… et ${String(count)} de plus`,
    missingBase:
      "il manque le site auquel comparer. Écrivez : carnet report --base DOSSIER, où DOSSIER est l’ancien site construit",
    noFolder: (path: string) =>
      `le dossier « ${path} » n’existe pas, ou n’est pas un site construit. Lancez d’abord carnet build.`,
  },
};

export type CliWords = typeof fr;

const en: CliWords = {
  refused: "Nothing was published: the previous site stayed in place.",
  refusedFirst: "Nothing was published.",
  made: (pages, posts, { pages: changed, written, removed }) => {
    const all = `${String(pages)} pages, ${String(posts)} of them ${posts === 1 ? "a post" : "posts"}`;
    if (changed + written + removed === 0) return `Site up to date: ${all}; nothing had changed.`;
    const some = changed > 0 && changed < pages;
    return `Site built: ${all}${some ? `; ${countedEn(changed, "page has changed", "pages have changed")}` : ""}.`;
  },
  took: (seconds) => `Time: ${seconds} s.`,
  explained: (page, { why, files = [] }) =>
    `${page}: ${
      {
        refused: "neither made nor compared, since the site has errors.",
        unknown: "the site has no such page.",
        new: "made, since it is new.",
        first: "made, since nothing is known of an earlier build.",
        owner:
          "made again, like all pages, since the code of .eleventy.ts or _data/ may depend on anything ({ pure: true } says that it does not).",
        lost: "made again, since its file was not as Carnet had written it.",
        same: "not made again: nothing that it is made of has changed.",
        all: "made again, like all pages, since the settings, the layouts, the theme or Carnet have changed.",
        texts: `made again, since it shows ${files.join(", ")}.`,
        data: "made again, since what it shows of other pages has changed (a list, a menu, neighbours).",
      }[why]
    }`,
  bookKept: (added) =>
    `content/addresses.txt: ${countedEn(added, "address", "addresses")} added. Commit this file with the rest.`,
  bookNotKept:
    "content/addresses.txt could not be written: new addresses are not recorded there. The site itself is published.",
  nextChange: (what, moment, exactly, file) => {
    const then: Record<Change, string> = {
      due: `${file} comes out`,
      expires: `${file} expires`,
      archived: `the site becomes archived (${file})`,
      event: `the event of ${file} is over`,
      deadline: `the deadline of ${file} has passed`,
    };
    return `Next useful build: ${moment} (${exactly}), when ${then[what]}.`;
  },
  where: (path, command) => `In ${path}; to view it: ${command}`,
  clean: (posts) => `No problems found: ${countedEn(posts, "post", "posts")} checked.`,
  serving: (url) => `Site at ${url} (Ctrl+C to stop).`,
  rebound: "This preview is shown to this machine only: open it at http://localhost, with this port.",
  rebuilt: (seconds) => `Updated in ${seconds} s.`,
  kept: "The last good version stays displayed.",
  portInUse: (port) => `port ${String(port)} is already in use. Try: carnet dev --port ${String(port + 1)}`,
  overlayTitle: "What was just saved has an error",
  overlayNote: "The page below is the last good version. It will update at the next save.",
  overlayAlone: "If it is that of one of these texts, the page will appear here once it is corrected.",
  overlayMark: "Error – ",
  atLine: (line) => `line ${String(line)}`,
  nothingKept: "The site will appear after the first save without an error.",
  watchLimit:
    "this system cannot watch that many files: some saves will not be noticed. Start again with CHOKIDAR_USEPOLLING=1 npx carnet dev",
  withheld: (file, why, more, option) =>
    `${file} is not shown (${why})${more === 0 ? "" : `, nor ${countedEn(more, "other", "others")}`}. To see it, start again with ${option}.`,
  texts: "Texts",
  pages: "Pages",
  pictures: "Pictures",
  index: "Search index",
  list: {
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
  },
  report: {
    title: "What this proposal changes",
    noChange: "No text changes. Pictures and the look are not compared.",
    preview: (url) => `Preview, with drafts (online a few minutes after the check): <${url}>`,
    lists: {
      lost: "Lost addresses: for each, add a line `old: new` to `content/redirects.yaml`",
      moved: "Redirected",
      added: "Added",
      changed: "Changed",
    },
    more: (count) => `… and ${String(count)} more`,
    missingBase:
      "the site to compare with is missing. Write: carnet report --base FOLDER, where FOLDER is the old site, built",
    noFolder: (path) =>
      `the folder “${path}” does not exist, or is not a built site. Run carnet build first.`,
  },
};

/** A line of the command under its own name, on standard error; the spacing of the colon is that of the language. */
export function said(lang: UiLang, text: string): string {
  return `carnet${{ fr: " :", en: ":" }[lang]} ${text}\n`;
}

export function cliWords(lang: UiLang): CliWords {
  return { fr, en }[lang];
}
