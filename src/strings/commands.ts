// The words of `carnet --help`: what each command and each option does.
import type { UiLang } from "../ui-lang.ts";

const fr = {
  intro: "carnet : un site à partir d’un dossier d’articles.",
  usage: "Usage : carnet",
  anyCommand: "COMMANDE",
  more: "Pour les options d’une commande : carnet COMMANDE --help",
  commands: {
    build: "vérifie le contenu et construit le site dans _site/",
    dev: "montre le site à http://localhost:8080, et le rafraîchit à chaque enregistrement",
    check: "dit tout ce qui peut être corrigé ou mieux écrit, sans rien écrire",
    init: "commence un site dans un nouveau dossier",
    new: "commence un article",
    import: "reprend un blog Jekyll, Hugo ou Eleventy dans un nouveau dossier",
    report: "dit ce que le site construit change à un autre",
    list: "donne l’état, la date, le titre et le fichier de chaque texte, ou de ceux qui contiennent ces mots",
  },
  operands: {
    init: "mon-blog",
    new: '"Titre de l’article"',
    import: "jekyll|hugo|eleventy ANCIEN NOUVEAU",
    list: "[mots]",
  },
  /** What each does; what stands for its value comes first, after which there are two spaces. */
  options: {
    site: "DOSSIER  dossier du site (le dossier courant)",
    output: "DOSSIER  où est le site construit (_site ; _preview pour dev, --drafts et --future)",
    base: "DOSSIER  l’ancien site construit, à comparer",
    url: "ADRESSE  adresse publique, à la place de celle de site.yaml",
    "base-path": "/x/  chemin sous lequel le site est servi",
    drafts: "avec les brouillons",
    future: "avec les articles dont la date est à venir",
    now: "DATE  comme si l’on était à cette date (2026-03-02T09:00:00Z)",
    strict: "les avertissements comptent comme des erreurs",
    "no-cache": "ne reprend rien de .cache",
    "no-search": "sans recherche",
    explain: "PAGE  dit pourquoi cette page a été refaite, ou pas",
    port: "N  port de l’aperçu (8080)",
    format: "F  forme des résultats",
    lang: "fr|en  langue des messages (celle du site, sinon de la machine)",
    quiet: "les erreurs seulement",
    version: "version de Carnet",
    help: "cette aide",
  },
};

const en: typeof fr = {
  intro: "carnet: a website from a folder of posts.",
  usage: "Usage: carnet",
  anyCommand: "COMMAND",
  more: "For the options of a command: carnet COMMAND --help",
  commands: {
    build: "checks the content and builds the site into _site/",
    dev: "shows the site at http://localhost:8080, and refreshes it at every save",
    check: "tells all that can be corrected or better written, and writes nothing",
    init: "starts a site in a new folder",
    new: "starts a post",
    import: "moves a Jekyll, Hugo or Eleventy blog into a new folder",
    report: "tells what the built site changes in another",
    list: "gives the state, date, title and file of each text, or of those that contain these words",
  },
  operands: {
    init: "my-blog",
    new: '"Title of the post"',
    import: "jekyll|hugo|eleventy OLD NEW",
    list: "[words]",
  },
  options: {
    site: "FOLDER  folder of the site (the current folder)",
    output: "FOLDER  where the built site is (_site; _preview for dev, --drafts and --future)",
    base: "FOLDER  the old built site, to compare with",
    url: "ADDRESS  public address, instead of site.yaml’s",
    "base-path": "/x/  path under which the site is served",
    drafts: "with drafts",
    future: "with posts dated in the future",
    now: "DATE  as if it were that date (2026-03-02T09:00:00Z)",
    strict: "warnings count as errors",
    "no-cache": "takes nothing from .cache",
    "no-search": "without search",
    explain: "PAGE  says why this page was made again, or not",
    port: "N  port of the preview (8080)",
    format: "F  form of the results",
    lang: "fr|en  language of messages (the site’s, else the machine’s)",
    quiet: "errors only",
    version: "version of Carnet",
    help: "this help",
  },
};

export function commandWords(lang: UiLang): typeof fr {
  return { fr, en }[lang];
}
