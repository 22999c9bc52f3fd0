// What is wrong in a site's own layouts or `.eleventy.ts`, in terms that their authors know.
// Each is a message and a hint: a line to paste or an action. `detail` is the message of Nunjucks or Node, in English.
import type { UiLang } from "../ui-lang.ts";

export interface LayoutErrorWords {
  unknownFilter(name: string): [string, string];
  failedFilter(name: string, detail: string): [string, string];
  /** `found` is empty for nothing. */
  notADay(filter: string, found: string): [string, string];
  notAFunction(name: string): [string, string];
  noTemplate(name: string): [string, string];
  /** What to do if the layout is a copy of one of Carnet's that has changed since. */
  copyBehind(file: string): string;
  unknownBlockTag(name: string, suggestion: string | undefined): [string, string];
  unclosed(end: string): [string, string];
  strayEnd(name: string): [string, string];
  openTag(sign: Sign, fix: string): [string, string];
  unreadable(tag: string, fix: string): [string, string];
  extendsItself(name: string): [string, string];
  data(detail: string): [string, string];
  config(detail: string): [string, string];
  /** A package that is not installed. */
  noPackage(name: string): [string, string];
  noPlugin(): [string, string];
  noFunction(): [string, string];
  /** The site's own code prevented a page from being written, or wrote it elsewhere. */
  unwritten(url: string): [string, string];
  /** The site's own code makes a page or file at the address of one of Carnet's. */
  taken(address: string): [string, string];
  /** The site's own code requested something that the disk refused. */
  refused(code: string, path: string): [string, string];
  other(detail: string): [string, string];
}

const CONFIG = `import carnet from "carnet";
export default function (config) {
  config.addPlugin(carnet);
}`;

type Sign = "{{" | "{%" | "{#";

const OPENED_FR: Record<Sign, string> = {
  "{{": "Une valeur est ouverte",
  "{%": "Une balise est ouverte",
  "{#": "Un commentaire est ouvert",
};
const OPENED_EN: Record<Sign, string> = { "{{": "A value", "{%": "A tag", "{#": "A comment" };
const CLOSING: Record<Sign, string> = { "{{": "}}", "{%": "%}", "{#": "#}" };

const fr: LayoutErrorWords = {
  unknownFilter: (name) => [
    `Le filtre « ${name} » n’existe pas. Corrigez son nom, ou ajoutez-le dans .eleventy.ts :`,
    `config.addFilter("${name}", (valeur) => valeur);`,
  ],
  failedFilter: (name, detail) => [
    `Le filtre « ${name} » s’est arrêté sur une erreur${detail ? ` : ${detail}` : ""}.`,
    `Corrigez ce filtre dans .eleventy.ts, ou la valeur que le gabarit lui donne.`,
  ],
  notADay: (filter, found) => [
    `Le filtre « ${filter} » attend un jour, et reçoit ${found ? `« ${found} »` : "rien"}. Celui d’un article s’appelle day, celui d’un article d’une liste post.data.day :`,
    `{{ day | ${filter} }}`,
  ],
  notAFunction: (name) => [
    `« ${name} » n’est pas une fonction que ce gabarit connaît. Ajoutez-la dans .eleventy.ts, ou affichez une valeur sans parenthèses :`,
    `{{ ${name} }}`,
  ],
  noTemplate: (name) => [
    `Le fichier « ${name} » n’existe ni dans layouts/ ni parmi les gabarits de Carnet.`,
    `Corrigez le nom, ou créez layouts/${name.replace(/^carnet\//, "")}`,
  ],
  copyBehind: (file) =>
    `Ce fichier remplace celui de Carnet, qui a changé depuis et s’en passe peut-être : comparez-le avec node_modules/carnet/${file}`,
  unknownBlockTag: (name, suggestion) => [
    `La balise « {% ${name} %} » n’existe pas.${suggestion ? "" : " Un code court (shortcode) s’ajoute dans .eleventy.ts :"}`,
    suggestion ? `{% ${suggestion} %}` : `config.addShortcode("${name}", () => "…");`,
  ],
  unclosed: (end) => ["Un bloc est ouvert et jamais fermé. Ajoutez à sa fin :", `{% ${end} %}`],
  strayEnd: (name) => [
    `La balise « {% ${name} %} » ferme un bloc qui n’est pas ouvert. Retirez-la, ou ouvrez-le avant :`,
    `{% ${name.replace(/^end/, "").replace(/^el.*/, "if")} … %}`,
  ],
  openTag: (sign, fix) => [
    `${OPENED_FR[sign]} par ${sign} et mal fermé${sign === "{#" ? "" : "e"}.${fix ? " Écrivez :" : ""}`,
    fix || `${sign} … ${CLOSING[sign]}`,
  ],
  unreadable: (tag, fix) => [
    `La balise « ${tag} » ne peut pas être lue.${fix ? " Écrivez par exemple :" : ""}`,
    fix,
  ],
  extendsItself: (name) => [
    "Ce gabarit se prolonge ou s’inclut lui-même. Pour prolonger celui de Carnet qui porte le même nom, écrivez :",
    `{% extends "carnet/${name}" %}`,
  ],
  data: (detail) => [
    `Ce fichier de données ne peut pas être lu : ${detail}`,
    "Corrigez-le, ou retirez-le de _data/.",
  ],
  config: (detail) => [`.eleventy.ts ne fonctionne pas : ${detail}`, ""],
  noPackage: (name) => [
    `Le paquet « ${name} » n’est pas installé ici. Installez-le, puis enregistrez .eleventy.ts de nouveau si « carnet dev » est lancé :`,
    `npm install ${name}`,
  ],
  noPlugin: () => ["Il manque dans .eleventy.ts la ligne qui ajoute Carnet :", "config.addPlugin(carnet);"],
  noFunction: () => [".eleventy.ts doit exporter une fonction par défaut :", CONFIG],
  unwritten: (url) => [
    `Du code du site empêche d’écrire la page ${url} à son adresse : un addPreprocessor qui renvoie false, un permalink calculé, ou un greffon qui refait le dossier du site (Vite).`,
    "Retirez-le : pour retenir un texte, écrivez `draft: true` dans son en-tête ; pour le déplacer, `permalink: /adresse/`.",
  ],
  taken: (address) => [
    `Du code du site écrit ${address}, qui est déjà un fichier de Carnet.`,
    "Donnez au vôtre une autre adresse (permalink, ou outputPath pour un greffon).",
  ],
  refused: (code, path) => [
    `Du code du site (.eleventy.ts, ou un greffon qu’il ajoute) n’a pas pu lire ou écrire ${path} [${code}].`,
    "Corrigez ce chemin, qui part du dossier du site. Si un greffon traite les images des pages, retirez-le : Carnet les a déjà préparées.",
  ],
  other: (detail) => [`Ce gabarit ne peut pas être appliqué : ${detail}`, ""],
};

const en: LayoutErrorWords = {
  unknownFilter: (name) => [
    `There is no filter “${name}”. Correct its name, or add it in .eleventy.ts:`,
    `config.addFilter("${name}", (value) => value);`,
  ],
  failedFilter: (name, detail) => [
    `The filter “${name}” stopped on an error${detail ? `: ${detail}` : ""}.`,
    `Correct this filter in .eleventy.ts, or the value that the layout gives it.`,
  ],
  notADay: (filter, found) => [
    `The filter “${filter}” needs a day and was given ${found ? `“${found}”` : "nothing"}. That of a post is called day, that of a post in a list post.data.day:`,
    `{{ day | ${filter} }}`,
  ],
  notAFunction: (name) => [
    `“${name}” is not a function that this layout knows. Add it in .eleventy.ts, or show a value without parentheses:`,
    `{{ ${name} }}`,
  ],
  noTemplate: (name) => [
    `The file “${name}” is neither in layouts/ nor among Carnet’s layouts.`,
    `Correct the name, or create layouts/${name.replace(/^carnet\//, "")}`,
  ],
  copyBehind: (file) =>
    `This file replaces Carnet’s own, which has changed since and may do without: compare it with node_modules/carnet/${file}`,
  unknownBlockTag: (name, suggestion) => [
    `There is no tag “{% ${name} %}”.${suggestion ? "" : " A shortcode is added in .eleventy.ts:"}`,
    suggestion ? `{% ${suggestion} %}` : `config.addShortcode("${name}", () => "…");`,
  ],
  unclosed: (end) => ["A block is opened and never closed. Add at its end:", `{% ${end} %}`],
  strayEnd: (name) => [
    `The tag “{% ${name} %}” closes a block that is not open. Remove it, or open it before:`,
    `{% ${name.replace(/^end/, "").replace(/^el.*/, "if")} … %}`,
  ],
  openTag: (sign, fix) => [
    `${OPENED_EN[sign]} is opened by ${sign} and not closed well.${fix ? " Write:" : ""}`,
    fix || `${sign} … ${CLOSING[sign]}`,
  ],
  unreadable: (tag, fix) => [`The tag “${tag}” cannot be read.${fix ? " Write for example:" : ""}`, fix],
  extendsItself: (name) => [
    "This layout extends or includes itself. To extend Carnet’s of the same name, write:",
    `{% extends "carnet/${name}" %}`,
  ],
  data: (detail) => [`This data file cannot be read: ${detail}`, "Correct it, or remove it from _data/."],
  config: (detail) => [`.eleventy.ts does not work: ${detail}`, ""],
  noPackage: (name) => [
    `The package “${name}” is not installed here. Install it, then save .eleventy.ts again if “carnet dev” runs:`,
    `npm install ${name}`,
  ],
  noPlugin: () => ["The line that adds Carnet is missing in .eleventy.ts:", "config.addPlugin(carnet);"],
  noFunction: () => [".eleventy.ts must export a default function:", CONFIG],
  unwritten: (url) => [
    `Code of this site keeps the page ${url} from its address: an addPreprocessor that returns false, a computed permalink, or a plugin that remakes the folder of the site (Vite).`,
    "Remove it: to withhold a text, write `draft: true` in its front matter; to move it, `permalink: /address/`.",
  ],
  taken: (address) => [
    `Code of this site writes ${address}, which is a file of Carnet’s already.`,
    "Give yours another address (permalink, or outputPath for a plugin).",
  ],
  refused: (code, path) => [
    `Code of this site (.eleventy.ts, or a plugin that it adds) could not read or write ${path} [${code}].`,
    "Correct that path, which begins at the folder of the site. If a plugin works on the pictures of pages, remove it: Carnet has prepared them already.",
  ],
  other: (detail) => [`This layout cannot be applied: ${detail}`, ""],
};

export function layoutErrorWords(lang: UiLang): LayoutErrorWords {
  return { fr, en }[lang];
}
