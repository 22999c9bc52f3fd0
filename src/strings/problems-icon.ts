// Messages about the icon and the logo set in site.yaml.
import { message } from "./message.ts";

const asPng = (icon: string): string => icon.replace(/\.\w+$/, ".png");

export const iconMessages = {
  "missing-image/icon": message<{ icon: string }>({
    severity: "warn",
    fr: (p) => [
      `L’icône « ${p.icon} » n’existe pas dans public/ ; le site montre celle que Carnet dessine.`,
      `Ajoutez le fichier public${p.icon}, ou supprimez la ligne icon.`,
    ],
    en: (p) => [
      `There is no icon “${p.icon}” in public/; the site shows the one that Carnet draws.`,
      `Add the file public${p.icon}, or remove the icon line.`,
    ],
  }),
  "endless-image": message<{ icon: string }>({
    severity: "error",
    fr: (p) => [
      `L’icône « ${p.icon} » ne se laisse pas dessiner : ses formes se répètent sans fin, ou presque.`,
      `Exportez-la en PNG, et écrivez icon: ${asPng(p.icon)}`,
    ],
    en: (p) => [
      `The icon “${p.icon}” cannot be drawn: its shapes are repeated without end, or nearly so.`,
      `Export it as PNG, and write icon: ${asPng(p.icon)}`,
    ],
  }),
  "oblong-icon": message<{ icon: string; width: number; height: number }>({
    severity: "note",
    fr: (p) => [
      `L’icône « ${p.icon} » n’est pas carrée (${String(p.width)} × ${String(p.height)}) : elle est montrée entière entre deux bandes vides, donc plus petite.`,
      "Faites-en un carré, par exemple de 512 × 512 pixels.",
    ],
    en: (p) => [
      `The icon “${p.icon}” is not square (${String(p.width)} × ${String(p.height)}): it is shown whole between two empty bands, and so smaller.`,
      "Make it a square, for instance of 512 × 512 pixels.",
    ],
  }),
  "missing-image/logo": message<{ logo: string; suggestion: string | undefined }>({
    severity: "warn",
    fr: (p) => [
      `Le logo « ${p.logo} » n’existe pas dans public/ ; le titre du site est seul en haut des pages.`,
      p.suggestion === undefined
        ? `Ajoutez le fichier public${p.logo}, ou supprimez la ligne logo.`
        : `logo: ${p.suggestion}`,
    ],
    en: (p) => [
      `There is no logo “${p.logo}” in public/; only the site’s title is shown at the top of pages.`,
      p.suggestion === undefined
        ? `Add the file public${p.logo}, or remove the logo line.`
        : `logo: ${p.suggestion}`,
    ],
  }),
};
