// Messages about the appearance of a site: unreadable colours, and files that its stylesheets request in vain.
// The ratio is written as in each language, rounded down so that it never looks sufficient.
import { code, message } from "./message.ts";

export interface ThemeFound {
  found: string;
  ratio: number;
  nearest: string;
  /** The line to paste, with that colour. */
  fix: string;
}

const figure = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);
const comma = (ratio: number): string => figure(ratio).replace(".", ",");

/** The folder for a file of this name, and the address that refers to it there. */
function kept(href: string): [folder: string, address: string] {
  const [name = "image.png"] = /[^/\\?#:]+(?=[?#]|$)/.exec(href.replace(/[/\\]+$/, "")) ?? [];
  const plain = name.replace(/["'<>|*]/g, "");
  return /\.(?:woff2?|[ot]tf|eot)$/i.test(plain)
    ? ["layouts/assets/fonts/", `url("../fonts/${plain}")`]
    : ["public/img/", `url("/img/${plain}")`];
}

/**
 * A name for a file embedded in a stylesheet, with the extension of its type: `png` for `image/png`; `font` is the word for a
 * font.
 */
function fileOf(kind: string, font: string): string {
  if (/woff|ttf|otf|font|sfnt/i.test(kind))
    return `${font}.${/woff2?|ttf|otf/i.exec(kind)?.[0].toLowerCase() ?? "woff2"}`;
  return `image.${/^[a-z]+/i.exec(kind)?.[0].toLowerCase().replace("jpeg", "jpg") ?? "png"}`;
}

export const themeMessages = {
  "style-address/missing": message<{ href: string }>({
    severity: "warn",
    fr: (p) => {
      const [folder, address] = kept(p.href);
      return [
        `La feuille de style demande ${code(p.href)}, que le site n’a pas : rien n’est chargé à cet endroit.`,
        `Placez le fichier dans ${folder} et écrivez ${code(address)}`,
      ];
    },
    en: (p) => {
      const [folder, address] = kept(p.href);
      return [
        `The stylesheet asks for ${code(p.href)}, which the site does not have: nothing is loaded there.`,
        `Put the file in ${folder} and write ${code(address)}`,
      ];
    },
  }),
  "style-address/near": message<{ href: string; suggestion: string }>({
    severity: "warn",
    fr: (p) => [
      `La feuille de style demande ${code(p.href)}, que le site n’a pas ; un fichier a une adresse proche.`,
      `Écrivez ${code(`url("${p.suggestion}")`)}`,
    ],
    en: (p) => [
      `The stylesheet asks for ${code(p.href)}, which the site does not have; a file has a similar address.`,
      `Write ${code(`url("${p.suggestion}")`)}`,
    ],
  }),
  "style-address/elsewhere": message<{ href: string }>({
    severity: "warn",
    fr: (p) => {
      const [folder, address] = kept(p.href);
      return [
        `Les pages n’acceptent que les fichiers du site : ${code(p.href)}, sur un autre site, ne sera pas chargé.`,
        `Enregistrez le fichier dans ${folder} et écrivez ${code(address)}`,
      ];
    },
    en: (p) => {
      const [folder, address] = kept(p.href);
      return [
        `Pages load only files of the site: ${code(p.href)}, on another site, will not be loaded.`,
        `Save the file in ${folder} and write ${code(address)}`,
      ];
    },
  }),
  "style-address/data": message<{ kind: string }>({
    severity: "warn",
    fr: (p) => {
      const [folder, address] = kept(fileOf(p.kind, "police"));
      return [
        "Les pages n’acceptent que les fichiers du site : celui qui est écrit dans la feuille de style (data:) ne sera pas chargé.",
        `Enregistrez-le dans ${folder} et écrivez ${code(address)}`,
      ];
    },
    en: (p) => {
      const [folder, address] = kept(fileOf(p.kind, "font"));
      return [
        "Pages load only files of the site: the one written into the stylesheet (data:) will not be loaded.",
        `Save it in ${folder} and write ${code(address)}`,
      ];
    },
  }),
  "style-address/import": message<{ href: string }>({
    severity: "warn",
    fr: (p) => [
      `${code("@import")} est sans effet : les feuilles de ${code("css/")} sont jointes en une seule, et ${code(p.href)} n’est pas demandé.`,
      "Placez cette feuille dans layouts/assets/css/, où elle est jointe d’elle-même, ses polices dans layouts/assets/fonts/, et retirez cette ligne.",
    ],
    en: (p) => [
      `${code("@import")} has no effect: the stylesheets of ${code("css/")} are joined in one, and ${code(p.href)} is not asked for.`,
      "Put that stylesheet in layouts/assets/css/, where it is joined by itself, its fonts in layouts/assets/fonts/, and remove this line.",
    ],
  }),
  "style-form/unclosed": message<{ sign: string; closing: string }>({
    severity: "warn",
    fr: (p) => [
      `Ce ${code(p.sign)} n’est jamais fermé : dans cette feuille de style, la suite est sans effet ou prise de travers.`,
      `Ajoutez ${code(p.closing)} là où finit ce qu’il ouvre.`,
    ],
    en: (p) => [
      `This ${code(p.sign)} is never closed: in this stylesheet, what follows has no effect, or another than was meant.`,
      `Add ${code(p.closing)} where that which it opens ends.`,
    ],
  }),
  "style-form/stray": message<{ sign: string }>({
    severity: "warn",
    fr: (p) => [
      `Ce ${code(p.sign)} ne ferme rien : la règle qui le suit est sans effet.`,
      "Retirez-le, ou ajoutez ce qu’il devait fermer.",
    ],
    en: (p) => [
      `This ${code(p.sign)} closes nothing: the rule that follows it has no effect.`,
      "Remove it, or add what it was meant to close.",
    ],
  }),
  "contrast/light": message<ThemeFound>({
    severity: "error",
    fr: (p) =>
      `La couleur d’accent ${p.found} se lit mal sur le papier clair : contraste de ${comma(p.ratio)} pour 1, il faut au moins 4,5. La couleur lisible la plus proche est ${p.nearest} ; la vôtre peut servir au thème sombre (accentDark) si elle est claire.`,
    en: (p) =>
      `The accent colour ${p.found} is hard to read on light paper: its contrast is ${figure(p.ratio)} to 1, at least 4.5 is needed. The nearest readable colour is ${p.nearest}; yours may serve the dark theme (accentDark) if it is light.`,
    hint: (p) => p.fix,
  }),
  "contrast/dark": message<ThemeFound>({
    severity: "error",
    fr: (p) =>
      `La couleur d’accent du thème sombre ${p.found} se lit mal sur le papier foncé : contraste de ${comma(p.ratio)} pour 1, il faut au moins 4,5. La couleur lisible la plus proche est ${p.nearest} ; sans accentDark, Carnet en trouve une.`,
    en: (p) =>
      `The dark theme’s accent colour ${p.found} is hard to read on dark paper: its contrast is ${figure(p.ratio)} to 1, at least 4.5 is needed. The nearest readable colour is ${p.nearest}; without accentDark, Carnet finds one.`,
    hint: (p) => p.fix,
  }),
};
