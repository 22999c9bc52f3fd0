// Messages about YAML, shared by front matter and settings files.
import type { UiLang } from "../ui-lang.ts";
import { code, message } from "./message.ts";
import { beginningEn, beginningFr, namedFr, type ValuePath } from "./named-value.ts";
import type { Translated } from "./translated.ts";

export interface Line {
  found: string;
  fix: string;
}

type Sign = "[" | "{" | '"' | "'";

/** A sign that opens a value and is not closed, with its line in the file. */
export interface OpenSignParams extends Line {
  sign: Sign;
  line: number;
}

const OPENED_FR: Record<Sign, string> = {
  "[": "Le crochet [ ouvert",
  "{": "L’accolade { ouverte",
  '"': 'Le guillemet " ouvert',
  "'": "L’apostrophe ' ouverte",
};
const OPENED_EN: Record<Sign, string> = {
  "[": "The bracket [",
  "{": "The brace {",
  '"': 'The quotation mark "',
  "'": "The apostrophe '",
};
const CLOSING: Record<Sign, string> = { "[": "]", "{": "}", '"': '"', "'": "'" };

/** What a value may be. */
export type Expected =
  | "text"
  | "list"
  | "flag"
  | "number"
  | "whole"
  | "map"
  | "url"
  | "email"
  | "path"
  | "icon"
  | "form"
  | "address-form"
  | "day"
  | "colour"
  | "language"
  | "choice"
  | "least"
  | "most"
  | "known-keys"
  | "name"
  | "some";

export interface ValueParams {
  path: ValuePath;
  /** The value as YAML would write it; empty if it is missing. */
  found: string;
  expected: readonly Expected[];
  options: readonly string[];
  example: Example;
}

/** A line to paste, by language if it contains words. */
export type Example = string | Translated;

export const exampleIn = (example: Example, lang: UiLang): string =>
  typeof example === "string" ? example : example[lang];

const FR: Record<Expected, string> = {
  text: "du texte",
  list: "une liste",
  flag: "oui ou non",
  number: "un nombre",
  whole: "un nombre entier",
  map: "des clés et des valeurs",
  url: "une adresse complète (https://…)",
  email: "une adresse électronique",
  path: "un chemin qui commence par /",
  icon: "un chemin tel que /img/icone.svg, en .svg ou .png",
  form: "une valeur de la bonne forme",
  "address-form": "la forme des adresses (/blog/:year/:month/:day/:slug/)",
  day: "un jour (année-mois-jour, avec des tirets)",
  colour: 'une couleur telle que "#55269b", entre guillemets',
  language: "le code d’une langue, tel que fr ou en",
  choice: "une de ces valeurs",
  least: "au moins",
  most: "au plus",
  "known-keys": "seulement des clés connues",
  name: "un nom fait de lettres et de chiffres",
  some: "une valeur",
};
const EN: Record<Expected, string> = {
  text: "text",
  list: "a list",
  flag: "yes or no",
  number: "a number",
  whole: "a whole number",
  map: "keys and values",
  url: "a full address (https://…)",
  email: "an e-mail address",
  path: "a path that begins with /",
  icon: "a path such as /img/icon.svg, in .svg or .png",
  form: "a value of the right form",
  "address-form": "the form of addresses (/blog/:year/:month/:day/:slug/)",
  day: "a day (year-month-day, with hyphens)",
  colour: 'a colour such as "#55269b", between quotes',
  language: "the code of a language, such as fr or en",
  choice: "one of these values",
  least: "at least",
  most: "at most",
  "known-keys": "only known keys",
  name: "a name of letters and digits",
  some: "a value",
};

function alternatives(p: ValueParams, words: Record<Expected, string>, or: string): string {
  const [limit] = p.expected;
  if (limit === "least" || limit === "most") return `${words[limit]} ${p.options.join(", ")}`;
  const options = p.options.length > 0 ? ` (${p.options.join(", ")})` : "";
  const all = p.expected.map((one) => words[one] + (one === "choice" ? options : "")).join(or);
  return p.expected.includes("choice") ? all : all + options;
}

const UNREADABLE = {
  fr: {
    handle: "Un texte qui commence par @ doit être entre guillemets.",
    quotes:
      "Un texte qui contient « : », des crochets ou des guillemets doit être entre guillemets, et une espace suit les deux-points.",
    sign: "Il y manque un signe ou une espace.",
  },
  en: {
    handle: "Text that begins with @ must stand between quotes.",
    quotes:
      "Text that contains “: ”, brackets or quotes must stand between quotes, and a space follows the colon.",
    sign: "A sign or a space is missing in it.",
  },
};

/** What the corrected line adds. */
function whyUnreadable({ found, fix }: Line): keyof (typeof UNREADABLE)["fr"] {
  if (/(?<!["'])@/.test(found) && fix.includes('"@')) return "handle";
  return /["']/.test(fix) ? "quotes" : "sign";
}

export const yamlMessages = {
  tab: message<Line>({
    severity: "error",
    fixed: true,
    fr: () => "Cette ligne commence par une tabulation ; le YAML n’accepte que des espaces.",
    en: () => "This line begins with a tab; YAML allows only spaces there.",
    hint: (p) => p.fix,
  }),
  noBreak: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `Une espace insécable touche la clé « ${p.found} » : le YAML la prend pour une lettre. La même ligne, avec des espaces simples :`,
    en: (p) =>
      `A no-break space is next to the key “${p.found}”: YAML reads it as a letter. The same line, with plain spaces:`,
    hint: (p) => p.fix,
  }),
  secondDocument: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `« ${p.found} » coupe cet ensemble de lignes « clé: valeur » en deux : il ne peut y en avoir qu’un.`,
      "Supprimez cette ligne.",
    ],
    en: (p) => [
      `“${p.found}” cuts these “key: value” lines in two: there can be one set only.`,
      "Delete this line.",
    ],
  }),
  indent: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) => `« ${p.found} » a une espace de trop devant : une clé commence sa ligne.`,
    en: (p) => `“${p.found}” has one space too many before it: a key begins its line.`,
    hint: (p) => p.fix,
  }),
  align: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) => `« ${p.found} » ne commence pas à la même colonne que les lignes qui vont avec elle.`,
    en: (p) => `“${p.found}” does not begin in the same column as the lines that go with it.`,
    hint: (p) => p.fix,
  }),
  gluedItem: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) => `« ${p.found} » n’est pas un élément de la liste : il y faut un tiret, puis une espace.`,
    en: (p) => `“${p.found}” is not an item of the list: it needs a hyphen, then a space.`,
    hint: (p) => p.fix,
  }),
  joinedKeys: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `« ${p.found}: » est à la suite d’une autre clé, et chaque clé commence sa ligne. Écrivez deux lignes :`,
    en: (p) => `“${p.found}:” follows another key, and each key begins its own line. Write two lines:`,
    hint: (p) => p.fix,
  }),
  duplicateKey: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `La clé « ${p.found} » est écrite deux fois ; une seule ligne par clé est permise.`,
      "Supprimez l’une des deux lignes.",
    ],
    en: (p) => [
      `The key “${p.found}” is written twice; each key may have one line only.`,
      "Delete one of the two lines.",
    ],
  }),
  duplicateBlock: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `La clé « ${p.found} » est écrite deux fois, et contient chaque fois d’autres lignes.`,
      "Si c’est deux fois la même chose, réunissez ces lignes sous une seule clé ; sinon, donnez un autre nom à l’une des deux clés.",
    ],
    en: (p) => [
      `The key “${p.found}” is written twice, with lines of its own each time.`,
      "If both are the same thing, put their lines together under one key; otherwise, give one of the two keys another name.",
    ],
  }),
  alias: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `« ${p.found} » répète une liste par un alias YAML (& et *), ce que Carnet n’accepte pas.`,
      "Écrivez la valeur en entier, ou mettez le texte entre guillemets.",
    ],
    en: (p) => [
      `“${p.found}” repeats a list by a YAML alias (& and *), which Carnet does not accept.`,
      "Write the value in full, or put the text between quotes.",
    ],
  }),
  dangerousKey: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `« ${p.found} » ne peut pas servir de clé, pour des raisons de sécurité.`,
      "Supprimez cette ligne ou choisissez un autre nom.",
    ],
    en: (p) => [
      `“${p.found}” cannot be used as a key, for safety.`,
      "Delete this line or choose another name.",
    ],
  }),
  control: message<Line>({
    severity: "error",
    fixed: true,
    fr: () => [
      "Cette valeur contient un caractère de contrôle, écrit par un code (\\0, \\x01, \\u0001…), qui n’est pas du texte.",
      "Supprimez ce code.",
    ],
    en: () => [
      "This value contains a control character, written as a code (\\0, \\x01, \\u0001…), which is not text.",
      "Delete this code.",
    ],
  }),
  notMap: message<{ found: string; fix: Example }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `« ${p.found} » n’est pas une suite de lignes « clé: valeur ».`,
      exampleIn(p.fix, "fr") || 'title: "Mon titre"',
    ],
    en: (p) => [
      `“${p.found}” is not a series of “key: value” lines.`,
      exampleIn(p.fix, "en") || 'title: "My title"',
    ],
  }),
  syntax: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      p.fix === ""
        ? [
            `Cette ligne ne peut pas être lue : « ${p.found} ».`,
            "Mettez le texte après les deux-points entre guillemets doubles, et vérifiez l’alignement des lignes voisines.",
          ]
        : [`Cette ligne ne peut pas être lue : « ${p.found} ». ${UNREADABLE.fr[whyUnreadable(p)]}`, p.fix],
    en: (p) =>
      p.fix === ""
        ? [
            `This line cannot be read: “${p.found}”.`,
            "Put the text after the colon between double quotes, and check the alignment of the lines around.",
          ]
        : [`This line cannot be read: “${p.found}”. ${UNREADABLE.en[whyUnreadable(p)]}`, p.fix],
  }),
  openSign: message<OpenSignParams>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `${OPENED_FR[p.sign]} à la ligne ${String(p.line)} n’est pas ${OPENED_FR[p.sign].endsWith("e") ? "fermée" : "fermé"} : « ${p.found} ».`,
      p.fix === "" ? `Ajoutez ${CLOSING[p.sign]} là où la valeur finit.` : p.fix,
    ],
    en: (p) => [
      `${OPENED_EN[p.sign]} opened on line ${String(p.line)} is not closed: “${p.found}”.`,
      p.fix === "" ? `Add ${CLOSING[p.sign]} where the value ends.` : p.fix,
    ],
  }),
  value: message<ValueParams>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      p.found === "null"
        ? [
            `${beginningFr(p.path)} est vide ; il faut ${alternatives(p, FR, " ou ")}.`,
            exampleIn(p.example, "fr"),
          ]
        : p.found === ""
          ? [
              `Il manque ${namedFr(p.path)} : il faut ${alternatives(p, FR, " ou ")}.`,
              exampleIn(p.example, "fr"),
            ]
          : [
              `${beginningFr(p.path)} vaut ${p.found} ; il faut ${alternatives(p, FR, " ou ")}.`,
              exampleIn(p.example, "fr"),
            ],
    en: (p) =>
      p.found === "null"
        ? [
            `${beginningEn(p.path)} is empty; it must be ${alternatives(p, EN, " or ")}.`,
            exampleIn(p.example, "en"),
          ]
        : p.found === ""
          ? [
              `${beginningEn(p.path)} is missing: it needs ${alternatives(p, EN, " or ")}.`,
              exampleIn(p.example, "en"),
            ]
          : [
              `${beginningEn(p.path)} is ${p.found}; it must be ${alternatives(p, EN, " or ")}.`,
              exampleIn(p.example, "en"),
            ],
  }),
  hash: message<{ path: ValuePath; fix: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `${beginningFr(p.path)} est vide : un # après une espace commence un commentaire, qui n’est pas lu. Mettez la valeur entre guillemets :`,
    en: (p) =>
      `${beginningEn(p.path)} is empty: a # after a space begins a comment, which is not read. Put the value between quotes:`,
    hint: (p) => p.fix,
  }),
  hashValue: message<Line>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `Un # après une espace commence un commentaire, qui n’est pas lu, ni l’accolade qu’il contient : « ${p.found} ». Mettez la valeur entre guillemets :`,
    en: (p) =>
      `A # after a space begins a comment, which is not read, nor is the brace in it: “${p.found}”. Put the value between quotes:`,
    hint: (p) => p.fix,
  }),
  unknownKey: message<{
    key: string;
    suggestion: string;
    taken: boolean;
    /** Another unknown key that means the same one. */
    twin?: string | undefined;
    /** If `fields` in the settings can declare it. */
    declarable?: boolean;
    allowed: readonly string[];
  }>({
    severity: "warn",
    fr: (p) => [
      `La clé « ${p.key} » n’est pas connue et reste sans effet.`,
      p.suggestion === ""
        ? p.declarable === true
          ? `Effacez cette ligne ; ou, si elle range les textes ou qu’un gabarit la lit, déclarez cette clé sous ${code("taxonomies:")} ou ${code("fields:")} dans content/site.yaml.`
          : p.allowed.length === 0
            ? "Effacez cette ligne : aucune clé n’aurait d’effet ici."
            : `Clés possibles : ${p.allowed.join(", ")}.`
        : `Vouliez-vous écrire « ${p.suggestion} » ?${p.taken ? " Cette clé est déjà écrite : gardez une seule des deux lignes." : p.twin === undefined ? "" : ` « ${p.twin} » veut dire la même chose : gardez une seule des deux lignes.`}`,
    ],
    en: (p) => [
      `The key “${p.key}” is not known and has no effect.`,
      p.suggestion === ""
        ? p.declarable === true
          ? `Delete this line; or, where it groups texts or a layout reads it, declare the key under ${code("taxonomies:")} or ${code("fields:")} in content/site.yaml.`
          : p.allowed.length === 0
            ? "Delete this line: no key would have any effect here."
            : `Possible keys: ${p.allowed.join(", ")}.`
        : `Did you mean “${p.suggestion}”?${p.taken ? " That key is written already: keep one of the two lines only." : p.twin === undefined ? "" : ` “${p.twin}” means the same: keep one of the two lines only.`}`,
    ],
  }),
};
