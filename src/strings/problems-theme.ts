// Messages about the look of a site: colours that cannot be read, and what its stylesheets ask for in vain.
// The number is told as people write it in each language, rounded down so that it never looks sufficient.
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

/** Where a file is to be put, and the address that names it there. */
function kept(href: string): [folder: string, address: string] {
  const [name = "fichier"] = /[^/?#]+(?=[?#]|$)/.exec(href) ?? [];
  return /\.(?:woff2?|[ot]tf|eot)(?:[?#]|$)/i.test(href)
    ? ["layouts/assets/fonts/", `url("../fonts/${name}")`]
    : ["public/img/", `url("/img/${name}")`];
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
  "style-address/refused": message<{ href: string; isData: boolean }>({
    severity: "warn",
    fr: (p) => {
      const [folder, address] = kept(p.isData ? "image.svg" : p.href);
      const what = p.isData
        ? "un fichier écrit dans la feuille de style"
        : `${code(p.href)}, sur un autre site,`;
      return [
        `Les pages n’acceptent que les fichiers du site : ${what} ne sera pas chargé.`,
        `Enregistrez-le dans ${folder} et écrivez ${code(address)}`,
      ];
    },
    en: (p) => {
      const [folder, address] = kept(p.isData ? "image.svg" : p.href);
      const what = p.isData ? "a file written into the stylesheet" : `${code(p.href)}, on another site,`;
      return [
        `Pages take files of the site alone: ${what} will not be loaded.`,
        `Save it in ${folder} and write ${code(address)}`,
      ];
    },
  }),
  "contrast/light": message<ThemeFound>({
    severity: "error",
    fr: (p) => [
      `La couleur d’accent ${p.found} se lit mal sur le papier clair : contraste de ${comma(p.ratio)} pour 1, il faut au moins 4,5. La couleur lisible la plus proche est ${p.nearest} ; la vôtre peut servir au thème sombre (accentDark) si elle est claire.`,
      p.fix,
    ],
    en: (p) => [
      `The accent colour ${p.found} is hard to read on light paper: its contrast is ${figure(p.ratio)} to 1, at least 4.5 is needed. The nearest readable colour is ${p.nearest}; yours may serve the dark theme (accentDark) if it is light.`,
      p.fix,
    ],
  }),
  "contrast/dark": message<ThemeFound>({
    severity: "error",
    fr: (p) => [
      `La couleur d’accent du thème sombre ${p.found} se lit mal sur le papier foncé : contraste de ${comma(p.ratio)} pour 1, il faut au moins 4,5. La couleur lisible la plus proche est ${p.nearest} ; sans accentDark, Carnet en trouve une.`,
      p.fix,
    ],
    en: (p) => [
      `The dark theme’s accent colour ${p.found} is hard to read on dark paper: its contrast is ${figure(p.ratio)} to 1, at least 4.5 is needed. The nearest readable colour is ${p.nearest}; without accentDark, Carnet finds one.`,
      p.fix,
    ],
  }),
};
