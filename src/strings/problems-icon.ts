// Messages about the icon and the logo set in site.yaml.
import { message } from "./message.ts";

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
};
