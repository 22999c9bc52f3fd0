// What the command line says to the person who typed, besides the problems of the content.
import type { UiLang } from "../ui-lang.ts";
import { countedEn, countedFr } from "./counted.ts";

/** What a build changed: HTML pages, and other files. */
interface SiteChanges {
  pages: number;
  written: number;
  removed: number;
}

const fr = {
  usage: `carnet : un site à partir d’un dossier d’articles.

Usage : carnet <commande> [options]

Commandes
  build     vérifie le contenu et construit le site dans _site/
  check     vérifie le contenu, sans rien écrire
  dev       montre le site à http://localhost:8080, et le rafraîchit à chaque
            enregistrement
  import    reprend un blog Jekyll, Hugo ou Eleventy
            (carnet import jekyll ANCIEN NOUVEAU)
  init      commence un site dans un nouveau dossier (carnet init mon-blog)
  list      dit l’état, les dates, la signature et l’adresse de chaque texte,
            ou de ceux qui correspondent à des mots (carnet list brouillon)
  new       commence un article (carnet new "Titre de l’article")
  report    compare le site construit avec un autre
            (carnet report --base DOSSIER)

Options
  --site DOSSIER      dossier du site (par défaut : le dossier courant)
  --output DOSSIER    où écrire (par défaut : _site ; _preview pour dev, et avec
                      --drafts ou --future)
  --url ADRESSE       adresse publique du site, à la place de celle de site.yaml
  --base-path /x/     chemin sous lequel le site est servi
  --drafts            montre aussi les brouillons
  --future            montre aussi les articles dont la date est à venir
  --now DATE          fait comme si l’on était à cette date
                      (2026-03-02T09:00:00Z)
  --strict            les avertissements comptent comme des erreurs
  --format F          text, json, github (annotations) ou gitlab (Code Quality)
  --lang fr|en        langue des messages (par défaut : celle du site ; pour
                      init, import et ce qui est dit avant que le site soit lu,
                      celle de LC_ALL, LC_MESSAGES ou LANG) ; pour new, aussi
                      celle de l’article, si le site a cette langue
  --quiet             ne montre que les erreurs
  --base DOSSIER      l’ancien site construit (carnet report)
  --no-cache          ne reprend rien de ce qui a été gardé (.cache)
  --no-search         sans index de recherche
  --port N            port de carnet dev (8080)
  -v, --version       numéro de version de Carnet
  -h, --help          cette aide
`,
  refused: "Rien n’a été publié : le site précédent est resté en place.",
  refusedFirst: "Rien n’a été publié.",
  made: (pages: number, posts: number, { pages: changed, written, removed }: SiteChanges) => {
    const all = `${String(pages)} pages, dont ${countedFr(posts, "article", "articles")}`;
    const files = [
      written > 0 &&
        (written === 1
          ? "un autre fichier a été écrit"
          : `${String(written)} autres fichiers ont été écrits`),
      removed > 0 &&
        (removed === 1 ? "un fichier a été retiré" : `${String(removed)} fichiers ont été retirés`),
    ].filter((one) => one !== false);
    if (changed === 0)
      return files.length === 0
        ? `Site à jour : ${all} ; rien n’avait changé.`
        : `Site mis à jour : ${all} ; aucune page n’a changé, ${files.join(" et ")}.`;
    if (changed >= pages) return `Site construit : ${all}.`;
    return `Site construit : ${all} ; ${changed === 1 ? "une page a changé" : `${String(changed)} pages ont changé`}.`;
  },
  took: (seconds: string) => `Durée : ${seconds.replace(".", ",")} s.`,
  bookKept: (added: number) =>
    `content/addresses.txt : ${added === 1 ? "une adresse ajoutée" : `${String(added)} adresses ajoutées`}. Enregistrez ce fichier dans le dépôt avec le reste.`,
  bookNotKept:
    "content/addresses.txt n’a pas pu être écrit : les nouvelles adresses n’y sont pas notées. Le site, lui, est publié.",
  layoutsKept: (added: number) =>
    `layouts/replaced.txt : ${added === 1 ? "un fichier qui remplace celui de Carnet y est noté" : `${String(added)} fichiers qui remplacent ceux de Carnet y sont notés`}. Enregistrez ce fichier dans le dépôt : Carnet dira quand l’un des siens change.`,
  nextChange: {
    due: (moment: string, exactly: string, file: string) =>
      `Prochaine construction utile : le ${moment} (${exactly}), quand ${file} paraîtra.`,
    expires: (moment: string, exactly: string, file: string) =>
      `Prochaine construction utile : le ${moment} (${exactly}), quand ${file} expirera.`,
    closes: (moment: string, exactly: string, file: string) =>
      `Prochaine construction utile : le ${moment} (${exactly}), quand la date limite de ${file} sera passée.`,
    archived: (moment: string, exactly: string, file: string) =>
      `Prochaine construction utile : le ${moment} (${exactly}), quand le site sera archivé (${file}).`,
    notice: (moment: string, exactly: string, file: string) =>
      `Prochaine construction utile : le ${moment} (${exactly}), quand l’annonce de ${file} ne sera plus à montrer.`,
  },
  where: (path: string, command: string) => `Dans ${path} ; pour le regarder : ${command}`,
  elsewhere: (path: string, file: string) =>
    `Dans ${path} ; pour le regarder, ouvrez ce fichier dans un navigateur : ${file}`,
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
  overlayAlone: "La page apparaîtra ici dès que l’erreur sera corrigée et le fichier enregistré.",
  overlayMissing:
    "Il n’y a pas encore de page à cette adresse. Si c’est celle de ce texte, elle apparaîtra ici dès que l’erreur sera corrigée et le fichier enregistré.",
  overlayMark: "Erreur – ",
  atLine: (line: number) => `ligne ${String(line)}`,
  nothingKept: "Le site apparaîtra dès qu’un enregistrement sera sans erreur.",
  watchLimit:
    "ce système ne peut pas surveiller autant de fichiers : certains enregistrements ne seront pas vus. Relancez avec CHOKIDAR_USEPOLLING=1 npx carnet dev",
  texts: "Textes",
  pages: "Pages",
  pictures: "Images",
  index: "Index de recherche",
};

export type CliWords = typeof fr;

const en: CliWords = {
  usage: `carnet: a website from a folder of posts.

Usage: carnet <command> [options]

Commands
  build     checks the content and builds the site into _site/
  check     checks the content, writes nothing
  dev       shows the site at http://localhost:8080, and refreshes it at every
            save
  import    imports a Jekyll, Hugo or Eleventy blog
            (carnet import jekyll OLD NEW)
  init      starts a site in a new folder (carnet init my-blog)
  list      gives the state, dates, authors and address of each text, or of
            those that match some words (carnet list draft)
  new       starts a post (carnet new "Title of the post")
  report    compares the built site with another (carnet report --base FOLDER)

Options
  --site FOLDER       folder of the site (default: the current folder)
  --output FOLDER     where to write (default: _site; _preview for dev, and with
                      --drafts or --future)
  --url ADDRESS       public address of the site, instead of that in site.yaml
  --base-path /x/     path under which the site is served
  --drafts            shows drafts too
  --future            shows posts dated in the future too
  --now DATE          acts as if it were that date (2026-03-02T09:00:00Z)
  --strict            warnings count as errors
  --format F          text, json, github (annotations) or gitlab (Code Quality)
  --lang fr|en        language of the messages (default: the site’s; for init,
                      import and messages before the site is read, that of
                      LC_ALL, LC_MESSAGES or LANG); for new, also that of the
                      post, if the site has that language
  --quiet             shows errors only
  --base FOLDER       the old site, built (carnet report)
  --no-cache          ignores the cache (.cache)
  --no-search         without a search index
  --port N            port of carnet dev (8080)
  -v, --version       version number of Carnet
  -h, --help          this help
`,
  refused: "Nothing was published: the previous site stayed in place.",
  refusedFirst: "Nothing was published.",
  made: (pages, posts, { pages: changed, written, removed }) => {
    const all = `${String(pages)} pages, ${String(posts)} of them ${posts === 1 ? "a post" : "posts"}`;
    const files = [
      written > 0 &&
        (written === 1 ? "one other file was written" : `${String(written)} other files were written`),
      removed > 0 && (removed === 1 ? "one file was removed" : `${String(removed)} files were removed`),
    ].filter((one) => one !== false);
    if (changed === 0)
      return files.length === 0
        ? `Site up to date: ${all}; nothing had changed.`
        : `Site updated: ${all}; no page has changed, ${files.join(" and ")}.`;
    if (changed >= pages) return `Site built: ${all}.`;
    return `Site built: ${all}; ${changed === 1 ? "one page has changed" : `${String(changed)} pages have changed`}.`;
  },
  took: (seconds) => `Time: ${seconds} s.`,
  bookKept: (added) =>
    `content/addresses.txt: ${added === 1 ? "one address" : `${String(added)} addresses`} added. Commit this file with the rest.`,
  bookNotKept:
    "content/addresses.txt could not be written: new addresses are not recorded there. The site itself is published.",
  layoutsKept: (added) =>
    `layouts/replaced.txt: ${added === 1 ? "one file that replaces Carnet’s is" : `${String(added)} files that replace Carnet’s are`} recorded there. Commit this file: Carnet will say when one of its own changes.`,
  nextChange: {
    due: (moment, exactly, file) => `Next useful build: ${moment} (${exactly}), when ${file} comes out.`,
    expires: (moment, exactly, file) => `Next useful build: ${moment} (${exactly}), when ${file} expires.`,
    closes: (moment, exactly, file) =>
      `Next useful build: ${moment} (${exactly}), when the deadline of ${file} has passed.`,
    archived: (moment, exactly, file) =>
      `Next useful build: ${moment} (${exactly}), when the site becomes archived (${file}).`,
    notice: (moment, exactly, file) =>
      `Next useful build: ${moment} (${exactly}), when the notice in ${file} is over.`,
  },
  where: (path, command) => `In ${path}; to view it: ${command}`,
  elsewhere: (path, file) => `In ${path}; to view it, open this file in a browser: ${file}`,
  clean: (posts) => `No problems found: ${countedEn(posts, "post", "posts")} checked.`,
  serving: (url) => `Site at ${url} (Ctrl+C to stop).`,
  rebound: "This preview is shown to this machine only: open it at http://localhost, with this port.",
  rebuilt: (seconds) => `Updated in ${seconds} s.`,
  kept: "The last good version stays displayed.",
  portInUse: (port) => `port ${String(port)} is already in use. Try: carnet dev --port ${String(port + 1)}`,
  overlayTitle: "What was just saved has an error",
  overlayNote: "The page below is the last good version. It will update at the next save.",
  overlayAlone: "The page will appear here once the error is corrected and the file saved.",
  overlayMissing:
    "There is no page at this address yet. If it is that of this text, it will appear here once the error is corrected and the file saved.",
  overlayMark: "Error – ",
  atLine: (line) => `line ${String(line)}`,
  nothingKept: "The site will appear after the first save without an error.",
  watchLimit:
    "this system cannot watch that many files: some saves will not be noticed. Start again with CHOKIDAR_USEPOLLING=1 npx carnet dev",
  texts: "Texts",
  pages: "Pages",
  pictures: "Pictures",
  index: "Search index",
};

export function cliWords(lang: UiLang): CliWords {
  return { fr, en }[lang];
}
