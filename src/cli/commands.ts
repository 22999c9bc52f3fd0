// The commands of Carnet and the options of each, as one table: help, refusals and shell completion are read from it.
import { FORMATS, type Format } from "../problem-formats.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Command } from "./main.ts";

type Words = Readonly<Record<UiLang, string>>;

interface OptionRow {
  type: "string" | "boolean";
  short?: string;
  /** What stands for its value in help. */
  value?: Words;
  about: Words;
}

const FOLDER: Words = { fr: "DOSSIER", en: "FOLDER" };

/** In the order of help. */
export const OPTIONS = {
  site: {
    type: "string",
    value: FOLDER,
    about: {
      fr: "dossier du site (par défaut : le dossier courant)",
      en: "folder of the site (default: the current folder)",
    },
  },
  output: {
    type: "string",
    value: FOLDER,
    about: {
      fr: "où est le site construit (par défaut : _site ; _preview pour dev, --drafts et --future)",
      en: "where the built site is (default: _site; _preview for dev, --drafts and --future)",
    },
  },
  base: {
    type: "string",
    value: FOLDER,
    about: { fr: "l’ancien site construit, à comparer", en: "the old built site, to compare with" },
  },
  url: {
    type: "string",
    value: { fr: "ADRESSE", en: "ADDRESS" },
    about: {
      fr: "adresse publique du site, à la place de celle de site.yaml",
      en: "public address of the site, instead of that in site.yaml",
    },
  },
  "base-path": {
    type: "string",
    value: { fr: "/x/", en: "/x/" },
    about: { fr: "chemin sous lequel le site est servi", en: "path under which the site is served" },
  },
  drafts: { type: "boolean", about: { fr: "avec les brouillons", en: "with drafts" } },
  future: {
    type: "boolean",
    about: { fr: "avec les articles dont la date est à venir", en: "with posts dated in the future" },
  },
  now: {
    type: "string",
    value: { fr: "DATE", en: "DATE" },
    about: {
      fr: "comme si l’on était à cette date (2026-03-02T09:00:00Z)",
      en: "as if it were that date (2026-03-02T09:00:00Z)",
    },
  },
  strict: {
    type: "boolean",
    about: { fr: "les avertissements comptent comme des erreurs", en: "warnings count as errors" },
  },
  "no-cache": {
    type: "boolean",
    about: { fr: "ne reprend rien de .cache", en: "takes nothing from .cache" },
  },
  "no-search": { type: "boolean", about: { fr: "sans recherche", en: "without search" } },
  port: {
    type: "string",
    value: { fr: "N", en: "N" },
    about: { fr: "port de l’aperçu (8080)", en: "port of the preview (8080)" },
  },
  format: {
    type: "string",
    value: { fr: "F", en: "F" },
    about: { fr: "forme des résultats : ", en: "form of the results: " },
  },
  lang: {
    type: "string",
    value: { fr: "fr|en", en: "fr|en" },
    about: {
      fr: "langue des messages (par défaut : celle du site, sinon de la machine)",
      en: "language of messages (default: the site’s, else the machine’s)",
    },
  },
  quiet: { type: "boolean", about: { fr: "les erreurs seulement", en: "errors only" } },
  version: { type: "boolean", short: "v", about: { fr: "version de Carnet", en: "version of Carnet" } },
  help: { type: "boolean", short: "h", about: { fr: "cette aide", en: "this help" } },
} as const satisfies Record<string, OptionRow>;

export type OptionName = keyof typeof OPTIONS;

export interface CommandRow {
  name: string;
  summary: Words;
  /** Options that it uses, besides `--lang`, `--version` and `--help`, which all accept. */
  options: readonly OptionName[];
  /** What it prints with `--format`; by default the formats of problems. */
  formats?: readonly Format[];
  /** Words other than options: how help names them, and how many there may be. */
  operands?: { usage: Words; most: number };
  /** True for what makes a preview, whatever its options: never `_site` unless `--output` says so. */
  preview?: true;
  /** True for what writes sources, and publishes nothing. */
  starts?: true;
  run: () => Promise<Command>;
}

const READING = ["site", "url", "base-path", "now", "no-cache"] as const;
const BUILDING = [
  ...READING,
  "output",
  "drafts",
  "future",
  "strict",
  "no-search",
  "format",
  "quiet",
] as const;

export const COMMANDS: readonly CommandRow[] = [
  {
    name: "build",
    summary: {
      fr: "vérifie le contenu et construit le site dans _site/",
      en: "checks the content and builds the site into _site/",
    },
    options: BUILDING,
    run: async () => (await import("./build.ts")).build,
  },
  {
    name: "dev",
    summary: {
      fr: "montre le site à http://localhost:8080, et le rafraîchit à chaque enregistrement",
      en: "shows the site at http://localhost:8080, and refreshes it at every save",
    },
    options: [...BUILDING, "port"],
    preview: true,
    run: async () => (await import("./dev.ts")).dev,
  },
  {
    name: "check",
    summary: {
      fr: "dit tout ce qui peut être corrigé ou mieux écrit, sans rien écrire",
      en: "tells all that can be corrected or better written, and writes nothing",
    },
    options: BUILDING,
    run: async () => (await import("./check.ts")).check,
  },
  {
    name: "init",
    summary: { fr: "commence un site dans un nouveau dossier", en: "starts a site in a new folder" },
    options: ["url", "now", "quiet"],
    operands: { usage: { fr: "mon-blog", en: "my-blog" }, most: 1 },
    starts: true,
    run: async () => (await import("./init.ts")).init,
  },
  {
    name: "new",
    summary: { fr: "commence un article", en: "starts a post" },
    options: ["site", "now", "quiet"],
    // The title may be typed without quotation marks.
    operands: { usage: { fr: '"Titre de l’article"', en: '"Title of the post"' }, most: Infinity },
    starts: true,
    run: async () => (await import("./new.ts")).newPost,
  },
  {
    name: "import",
    summary: {
      fr: "reprend un blog Jekyll, Hugo ou Eleventy dans un nouveau dossier",
      en: "moves a Jekyll, Hugo or Eleventy blog into a new folder",
    },
    options: ["url", "now", "format", "quiet"],
    formats: ["text", "json"],
    operands: {
      usage: { fr: "jekyll|hugo|eleventy ANCIEN NOUVEAU", en: "jekyll|hugo|eleventy OLD NEW" },
      most: 3,
    },
    starts: true,
    run: async () => (await import("./import.ts")).importBlog,
  },
  {
    name: "report",
    summary: {
      fr: "dit ce que le site construit change à un autre",
      en: "tells what the built site changes in another",
    },
    options: ["site", "output", "base", "url", "format"],
    formats: ["text", "json"],
    run: async () => (await import("./report.ts")).report,
  },
  {
    name: "list",
    summary: {
      fr: "donne l’état, la date, le titre et le fichier de chaque texte, ou de ceux qui contiennent ces mots",
      en: "gives the state, date, title and file of each text, or of those that contain these words",
    },
    options: [...READING, "format"],
    formats: ["text", "json"],
    operands: { usage: { fr: "[mots]", en: "[words]" }, most: Infinity },
    run: async () => (await import("./list.ts")).list,
  },
];

export function commandNamed(name: string): CommandRow | undefined {
  return COMMANDS.find((command) => command.name === name);
}

/** The options that a command accepts, in the order of help. */
export function optionsOf(command: CommandRow): OptionName[] {
  const own = new Set<string>([...command.options, "lang", "version", "help"]);
  return (Object.keys(OPTIONS) as OptionName[]).filter((name) => own.has(name));
}

/** The help of a command, or of all. */
export function helpText(lang: UiLang, command?: CommandRow): string {
  const words = HELP[lang];
  if (command === undefined) {
    const rows = COMMANDS.map(({ name, summary }): [string, string] => [name, summary[lang]]);
    return `${words.intro}\n\n${words.usage}carnet ${words.command} [options]\n\n${columns(rows)}\n${words.more}\n`;
  }
  const operands = command.operands ? ` ${command.operands.usage[lang]}` : "";
  const rows = optionsOf(command).map((name): [string, string] => {
    const { short, value, about }: OptionRow = OPTIONS[name];
    const formats = name === "format" ? (command.formats ?? FORMATS).join(", ") : "";
    const typed = `${short === undefined ? "" : `-${short}, `}--${name}${value ? ` ${value[lang]}` : ""}`;
    return [typed, about[lang] + formats];
  });
  return `${words.usage}carnet ${command.name}${operands} [options]\n\n${wrapped(command.summary[lang], WIDTH).join("\n")}\n\n${columns(rows)}`;
}

const HELP = {
  fr: {
    intro: "carnet : un site à partir d’un dossier d’articles.",
    usage: "Usage : ",
    command: "COMMANDE",
    more: "Pour les options d’une commande : carnet COMMANDE --help",
  },
  en: {
    intro: "carnet: a website from a folder of posts.",
    usage: "Usage: ",
    command: "COMMAND",
    more: "For the options of a command: carnet COMMAND --help",
  },
};

/** Two columns; a long explanation goes on below itself. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows
    .map(([name, about]) => {
      const lines = wrapped(about, WIDTH - width - 2);
      return `  ${name.padEnd(width)}${lines.join(`\n  ${" ".repeat(width)}`)}\n`;
    })
    .join("");
}

/** Of a terminal. */
const WIDTH = 80;

function wrapped(text: string, width: number): string[] {
  const line = new RegExp(`(.{1,${String(width)}})(?:\\s+|$)`, "gu");
  return Array.from(text.matchAll(line), ([, part = ""]) => part);
}

/** A completion script for bash, and for zsh through `bashcompinit`. */
export function completionScript(): string {
  const cases = COMMANDS.map(
    (command) =>
      `    ${command.name}) words="${optionsOf(command)
        .map((name) => `--${name}`)
        .join(" ")}" ;;`,
  );
  return `_carnet() {
  local words
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    *) words="${COMMANDS.map(({ name }) => name).join(" ")} --help --version" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _carnet carnet
`;
}
