// The words of `carnet --help`, and messages about an invalid command line: what was typed, and what to type instead.
import type { UiLang } from "../ui-lang.ts";

/** Options whose value has a form of its own. */
export type ValuedOption = "lang" | "now" | "url" | "base-path" | "theme" | "port";

const fr = {
  help: {
    intro: "carnet : un site à partir d’un dossier d’articles.",
    usage: "Usage : carnet",
    anyCommand: "COMMANDE",
    more: "Pour les options d’une commande : carnet COMMANDE --help",
    commands: {
      build: "vérifie le contenu et construit le site dans _site/",
      dev: "montre le site à http://localhost:8080, et le rafraîchit à chaque enregistrement",
      check: "dit tout ce qui peut être corrigé ou mieux écrit, sans rien écrire",
      init: "commence un site dans un nouveau dossier",
      new: "commence un article, ou, avec --in, un projet, une promotion, une personne",
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
      in: "NOM  ce qui est commencé : un classement qui a un dossier, par sa clé ou ce dossier, ou people",
      output: "DOSSIER  où est le site construit (_site ; _preview pour dev, --drafts et --future)",
      base: "DOSSIER  l’ancien site construit, à comparer",
      url: "ADRESSE  adresse publique, à la place de celle de site.yaml",
      theme: "NOM  thème du nouveau site (dsfr)",
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
    langOfInit: "fr|en  langue du site, et des messages (celle de la machine)",
  },
  /** What each accepts. */
  values: {
    lang: "fr ou en",
    now: "une date qui existe, avec ou sans heure : --now 2026-03-02, ou --now 2026-03-02T09:00:00Z",
    url: "une adresse complète : --url https://blog.example.org",
    "base-path": "un chemin sans espace ni accent : --base-path /blog/",
    theme: "un thème que Carnet apporte : --theme dsfr. Un autre se nomme dans content/site.yaml",
    port: "un nombre entier entre 1 et 65535 : --port 8080",
  } satisfies Record<ValuedOption, string>,
  unknownCommand: (name: string, names: readonly string[], meant?: string) =>
    `commande inconnue : « ${name} ».${meant ? ` Vouliez-vous écrire « carnet ${meant} » ?` : ""} Commandes : ${names.join(", ")}. Aide : carnet --help`,
  unknownOption: (option: string, meant?: string, command?: string) =>
    `carnet${command ? ` ${command}` : ""} n’a pas d’option ${option}.${meant ? ` Vouliez-vous écrire --${meant} ?` : ""} Aide : carnet${command ? ` ${command}` : ""} --help`,
  missingValue: (option: string) => `l’option ${option} attend une valeur. Aide : carnet --help`,
  unwantedValue: (option: string) => `l’option ${option} ne prend pas de valeur. Écrivez seulement ${option}`,
  badValue: (option: string, value: string, accepted: string) =>
    `--${option} : « ${value} » n’est pas accepté. Il faut ${accepted}`,
  extraArgument: (value: string, command: string) =>
    `argument inattendu : « ${value} ». Le dossier d’un site se dit ainsi : --site DOSSIER. Aide : carnet ${command} --help`,
  noSite: (path: string) => `il n’y a pas de dossier « ${path} ». Indiquez le dossier du site avec --site`,
  oldNode: (needed: string, installed: string) =>
    `il faut Node.js ${needed} ou plus récent, et c’est Node.js ${installed} qui est installé. Pour en changer : https://nodejs.org/fr/download`,
};

const en: typeof fr = {
  help: {
    intro: "carnet: a website from a folder of posts.",
    usage: "Usage: carnet",
    anyCommand: "COMMAND",
    more: "For the options of a command: carnet COMMAND --help",
    commands: {
      build: "checks the content and builds the site into _site/",
      dev: "shows the site at http://localhost:8080, and refreshes it at every save",
      check: "tells all that can be corrected or better written, and writes nothing",
      init: "starts a site in a new folder",
      new: "starts a post, or, with --in, a project, a cohort, a person",
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
      in: "NAME  what is started: a taxonomy with a folder, by its key or that folder, or people",
      output: "FOLDER  where the built site is (_site; _preview for dev, --drafts and --future)",
      base: "FOLDER  the old built site, to compare with",
      url: "ADDRESS  public address, instead of site.yaml’s",
      theme: "NAME  theme of the new site (dsfr)",
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
    langOfInit: "fr|en  language of the site, and of messages (the machine’s)",
  },
  values: {
    lang: "fr or en",
    now: "a date that exists, with or without a time: --now 2026-03-02, or --now 2026-03-02T09:00:00Z",
    url: "a whole address: --url https://blog.example.org",
    "base-path": "a path without spaces or accents: --base-path /blog/",
    theme: "a theme that Carnet brings: --theme dsfr. Another is named in content/site.yaml",
    port: "a whole number between 1 and 65535: --port 8080",
  },
  unknownCommand: (name, names, meant) =>
    `unknown command: “${name}”.${meant ? ` Did you mean “carnet ${meant}”?` : ""} Commands: ${names.join(", ")}. Help: carnet --help`,
  unknownOption: (option, meant, command) =>
    `carnet${command ? ` ${command}` : ""} has no option ${option}.${meant ? ` Did you mean --${meant}?` : ""} Help: carnet${command ? ` ${command}` : ""} --help`,
  missingValue: (option) => `the option ${option} needs a value. Help: carnet --help`,
  unwantedValue: (option) => `the option ${option} takes no value. Write only ${option}`,
  badValue: (option, value, accepted) => `--${option}: “${value}” is not accepted. It needs ${accepted}`,
  extraArgument: (value, command) =>
    `unexpected argument: “${value}”. The folder of a site is named so: --site FOLDER. Help: carnet ${command} --help`,
  noSite: (path) => `there is no folder “${path}”. Name the site’s folder with --site`,
  oldNode: (needed, installed) =>
    `Carnet needs Node.js ${needed} or later, and Node.js ${installed} is installed. To change it: https://nodejs.org/en/download`,
};

export function usageWords(lang: UiLang): typeof fr {
  return { fr, en }[lang];
}
