// Messages about an invalid command line: what was typed, and what to type instead.
import type { UiLang } from "../ui-lang.ts";
import { shellWord } from "./shell-word.ts";

/** Options whose value has a specific format. */
export type ValuedOption = "lang" | "now" | "url" | "base-path" | "port";

const values: Record<UiLang, Record<ValuedOption, string>> = {
  fr: {
    lang: "fr ou en",
    now: "une date qui existe, avec ou sans heure : --now 2026-03-02, ou --now 2026-03-02T09:00:00Z",
    url: "une adresse complète : --url https://blog.example.org",
    "base-path": "un chemin sans espace ni accent : --base-path /blog/",
    port: "un nombre entier entre 1 et 65535 : --port 8080",
  },
  en: {
    lang: "fr or en",
    now: "a date that exists, with or without a time: --now 2026-03-02, or --now 2026-03-02T09:00:00Z",
    url: "a whole address: --url https://blog.example.org",
    "base-path": "a path without spaces or accents: --base-path /blog/",
    port: "a whole number between 1 and 65535: --port 8080",
  },
};

/** Options of a single command, with the value that follows. */
type LimitedOption = "--base";

const LIMITED: Record<UiLang, Record<LimitedOption, string>> = {
  fr: { "--base": " DOSSIER" },
  en: { "--base": " FOLDER" },
};

/** Names of the listening address in other generators. */
const HOST = /^--(?:host|hostname|bind)$/;

/** Options that have other commands show more texts, and the word by which `list` is asked for these texts alone. */
const SHOWING: Readonly<Record<string, { fr: string; en: string }>> = {
  "--drafts": {
    fr: "n’avoir que les brouillons : carnet list brouillon",
    en: "drafts only: carnet list draft",
  },
  "--future": {
    fr: 'n’avoir que ceux dont la date est à venir : carnet list "à paraître"',
    en: "those with a future date only: carnet list scheduled",
  },
};

/** `text, json ou github` */
const oneOf = (names: readonly string[], or: string): string =>
  names.join(", ").replace(/, ([^,]*)$/, ` ${or} $1`);

const fr = {
  unknownCommand: (name: string, suggestion?: string) =>
    `commande inconnue : « ${name} ».${suggestion ? ` Vouliez-vous écrire « carnet ${suggestion} » ?` : ""} Commandes : build, check, dev, import, init, list, new, report. Aide : carnet --help`,
  noCommand:
    "il manque une commande, par exemple carnet build, carnet check ou carnet dev. Aide : carnet --help",
  unknownOption: (option: string, suggestion?: string) =>
    HOST.test(option)
      ? `option inconnue : ${option}. carnet dev ne répond qu’à la machine où il tourne. Pour montrer le site à d’autres, construisez-le (carnet build) et déposez _site/ chez un hébergeur`
      : `option inconnue : ${option}.${suggestion ? ` Vouliez-vous écrire --${suggestion} ?` : ""} Aide : carnet --help`,
  missingValue: (option: string) => `l’option ${option} attend une valeur. Aide : carnet --help`,
  badValue: (option: ValuedOption, value: string) =>
    `--${option} : « ${value} » n’est pas accepté. Il faut ${values.fr[option]}`,
  badFormat: (value: string, formats: readonly string[]) =>
    `--format : « ${value} » n’est pas accepté. Il faut ${oneOf(formats, "ou")}`,
  notTaken: (option: string, command: string) => {
    const only = SHOWING[option]?.fr;
    return only === undefined
      ? `carnet ${command} ne prend pas l’option ${option}. Retirez-la. Aide : carnet --help`
      : `carnet ${command} ne prend pas l’option ${option} : tous les textes y sont, avec leur état. Pour ${only}`;
  },
  unwantedValue: (option: string) => `l’option ${option} ne prend pas de valeur. Écrivez seulement ${option}`,
  extraArgument: (value: string) =>
    `argument inattendu : « ${value} ». Pour un autre dossier, écrivez --site ${shellWord(value)}`,
  fileArgument: (value: string, line: string) =>
    `« ${value} » est un fichier, et Carnet ne regarde jamais un fichier seul : ses liens et ses mots-clés dépendent des autres. Pour tout le site, où chaque problème porte le nom de son fichier, écrivez : ${line}`,
  onlyFor: (option: LimitedOption, command: string) =>
    `l’option ${option} n’existe que pour carnet ${command}. Écrivez : carnet ${command} ${option}${LIMITED.fr[option]}`,
  noSite: (path: string) => `il n’y a pas de dossier « ${path} ». Indiquez le dossier du site avec --site`,
  noFolder:
    "le dossier où se trouve votre terminal n’existe plus, ou a été remplacé. Allez de nouveau dans le dossier du site (cd), puis relancez la commande",
  oldNode: (needed: string, installed: string) =>
    `il faut Node.js ${needed} ou plus récent, et c’est Node.js ${installed} qui est installé. Pour en changer : https://nodejs.org/fr/download`,
};

export type UsageWords = typeof fr;

const en: UsageWords = {
  unknownCommand: (name, suggestion) =>
    `unknown command: “${name}”.${suggestion ? ` Did you mean “carnet ${suggestion}”?` : ""} Commands: build, check, dev, import, init, list, new, report. Help: carnet --help`,
  noCommand:
    "a command is missing, for example carnet build, carnet check or carnet dev. Help: carnet --help",
  unknownOption: (option, suggestion) =>
    HOST.test(option)
      ? `unknown option: ${option}. carnet dev answers only the machine it runs on. To show the site to others, build it (carnet build) and put _site/ on a host`
      : `unknown option: ${option}.${suggestion ? ` Did you mean --${suggestion}?` : ""} Help: carnet --help`,
  missingValue: (option) => `the option ${option} needs a value. Help: carnet --help`,
  badValue: (option, value) => `--${option}: “${value}” is not accepted. It needs ${values.en[option]}`,
  badFormat: (value, formats) => `--format: “${value}” is not accepted. It needs ${oneOf(formats, "or")}`,
  notTaken: (option, command) => {
    const only = SHOWING[option]?.en;
    return only === undefined
      ? `carnet ${command} does not take the option ${option}. Leave it out. Help: carnet --help`
      : `carnet ${command} does not take the option ${option}: it lists all texts, with their state. For ${only}`;
  },
  unwantedValue: (option) => `the option ${option} takes no value. Write only ${option}`,
  extraArgument: (value) =>
    `unexpected argument: “${value}”. For another folder, write --site ${shellWord(value)}`,
  fileArgument: (value, line) =>
    `“${value}” is a file, and Carnet never looks at one file alone: its links and tags depend on the others. For the whole site, where each problem bears the name of its file, write: ${line}`,
  onlyFor: (option, command) =>
    `the option ${option} is for carnet ${command} only. Write: carnet ${command} ${option}${LIMITED.en[option]}`,
  noSite: (path) => `there is no folder “${path}”. Name the site’s folder with --site`,
  noFolder:
    "the folder that your terminal is in no longer exists, or was replaced. Go to the folder of the site again (cd), then run the command again",
  oldNode: (needed, installed) =>
    `Carnet needs Node.js ${needed} or later, and Node.js ${installed} is installed. To change it: https://nodejs.org/en/download`,
};

export function usageWords(lang: UiLang): UsageWords {
  return { fr, en }[lang];
}
