// Messages about a site's own layouts that replace or extend built-in ones, and about its `.eleventy.ts`; and the header of the
// file that records the versions replaced.
import type { UiLang } from "../ui-lang.ts";
import { code, message } from "./message.ts";

export const layoutMessages = {
  "taken-name": message<{ name: string; fix: string }>({
    severity: "warn",
    fr: ({ name, fix }) => [
      `« ${name} » est un nom que Carnet donne déjà aux gabarits : ces données y prendraient sa place sur certaines pages.`,
      `Donnez-leur un autre nom, par exemple ${fix}.`,
    ],
    en: ({ name, fix }) => [
      `“${name}” is a name that Carnet gives to layouts already: this data would be in its place on some pages.`,
      `Give it another name, for example ${fix}.`,
    ],
  }),
  "no-effect/markdown": message<{ call: string }>({
    severity: "warn",
    fr: ({ call }) => [
      `${call} est sans effet sur les articles et les pages : Carnet les met en forme lui-même, code et titres compris.`,
      "Retirez cette ligne. Pour changer l’aspect des textes, écrivez des règles dans layouts/assets/css/maison.css.",
    ],
    en: ({ call }) => [
      `${call} has no effect on posts and pages: Carnet renders them itself, code and headings included.`,
      "Remove this line. To change how texts look, write rules in layouts/assets/css/house.css.",
    ],
  }),
  "no-effect/files": message<{ call: string }>({
    severity: "warn",
    fr: ({ call }) => [
      `${call} est sans effet : sous Carnet, Eleventy n’ouvre aucun fichier du site de lui-même.`,
      'Donnez-lui chaque fichier : config.addTemplate("x.scss", readFileSync("x.scss", "utf8"), { permalink: "/x.css" });',
    ],
    en: ({ call }) => [
      `${call} has no effect: under Carnet, Eleventy opens no file of the site by itself.`,
      'Give it each file: config.addTemplate("x.scss", readFileSync("x.scss", "utf8"), { permalink: "/x.css" });',
    ],
  }),
  "no-effect/server": message<{ call: string }>({
    severity: "warn",
    fr: ({ call }) => [
      `${call} est sans effet sur carnet dev, qui a son propre serveur.`,
      "Retirez cette ligne ; le port se choisit par une option : carnet dev --port 8081",
    ],
    en: ({ call }) => [
      `${call} has no effect on carnet dev, which has a server of its own.`,
      "Remove this line; the port is chosen by an option: carnet dev --port 8081",
    ],
  }),
  "no-effect/folders": message<{ call: string }>({
    severity: "warn",
    fr: ({ call }) => [
      `${call} est sans effet : les dossiers d’un site de Carnet ont des noms fixes (content, layouts, public, _data).`,
      "Retirez cette ligne ; le dossier à publier se choisit par une option : carnet build --output dist",
    ],
    en: ({ call }) => [
      `${call} has no effect: the folders of a Carnet site have fixed names (content, layouts, public, _data).`,
      "Remove this line; the folder to publish is chosen by an option: carnet build --output dist",
    ],
  }),
  "lost-block/outside": message<{ known: readonly string[] }>({
    severity: "warn",
    fr: (p) => [
      "Ce gabarit en prolonge un autre : ce qui est hors d’un bloc n’est pas affiché.",
      `Mettez-le entre ${code("{% block … %}")} et ${code("{% endblock %}")}, dans l’un de ces blocs : ${p.known.join(", ")}`,
    ],
    en: (p) => [
      "This layout extends another: what is outside its blocks is not shown.",
      `Put it between ${code("{% block … %}")} and ${code("{% endblock %}")}, in one of these blocks: ${p.known.join(", ")}`,
    ],
  }),
  "lost-block/introduction": message<{ page: string }>({
    severity: "warn",
    fr: (p) => [
      `Ce gabarit montre une liste qu’une page présente (${p.page}), et rien de ce que cette page en dit.`,
      `Au-dessus de la liste, écrivez ${code('{% include "partials/introduction.njk" %}')}`,
    ],
    en: (p) => [
      `This layout shows a list that a page introduces (${p.page}), and nothing of what that page says.`,
      `Above the list, write ${code('{% include "partials/introduction.njk" %}')}`,
    ],
  }),
  "layout-changed/dropped": message<{ name: string }>({
    severity: "note",
    fr: ({ name }) => [
      `Ce fichier remplaçait ${name} de Carnet, qui n’existe plus : il ne sert que si vos propres fichiers le nomment.`,
      `Supprimez-le, ou, si vous le gardez, supprimez la ligne « ${name} » de layouts/replaced.txt.`,
    ],
    en: ({ name }) => [
      `This file replaced Carnet’s ${name}, which no longer exists: it serves only where your own files name it.`,
      `Delete it, or, if you keep it, delete the line “${name}” of layouts/replaced.txt.`,
    ],
  }),
};

/** Header lines of `layouts/replaced.txt`. */
export function replacedHeader(lang: UiLang): string[] {
  return {
    fr: [
      "Les fichiers de ce dossier qui remplacent ceux de Carnet, et la version que chacun a remplacée.",
      "Si Carnet change l’un des siens, « carnet check » le dit. Une fois la comparaison faite, supprimez sa ligne.",
    ],
    en: [
      "The files of this folder that replace Carnet’s own, and the version that each replaced.",
      "When Carnet changes one of its own, “carnet check” says so. Once you have compared them, delete its line.",
    ],
  }[lang];
}
