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

export const themeMessages = {
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
