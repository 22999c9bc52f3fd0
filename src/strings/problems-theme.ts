// Messages about the `theme` of site.yaml: colours that cannot be read.
// The number is told as people write it in each language, rounded down so that it never looks sufficient.
import { message } from "./message.ts";

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
