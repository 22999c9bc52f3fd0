// Messages about links to other hosts: those that only the author's machine can reach, or that carry what readers do not need.
import { code, message } from "./message.ts";

/** How a text names a file beside it. */
const BESIDE = {
  link: {
    fr: (name: string) => `[ce qu’il contient](${name})`,
    en: (name: string) => `[what it contains](${name})`,
  },
  picture: {
    fr: (name: string) => `![ce que montre l’image](${name})`,
    en: (name: string) => `![what the picture shows](${name})`,
  },
  poster: { fr: (name: string) => `poster="${name}"`, en: (name: string) => `poster="${name}"` },
};

export interface Asked {
  /** Address as written. */
  href: string;
}

export const externalMessages = {
  "local-link": message<Asked & { host: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » ne fonctionne que sur votre machine ou votre réseau : les lecteurs ne peuvent pas atteindre ${p.host}.`,
      "Écrivez l’adresse publique de cette page, ou retirez le lien en gardant son texte.",
    ],
    en: (p) => [
      `The link “${p.href}” works on your machine or network only: readers cannot reach ${p.host}.`,
      "Write the public address of this page, or remove the link and keep its text.",
    ],
  }),
  "local-link/file": message<{ url: string; name: string; as: keyof typeof BESIDE; typed?: boolean }>({
    severity: "warn",
    fr: (p) => [
      `${code(p.url)} est un fichier de votre ordinateur, que les lecteurs n’ont pas : ${p.typed === true ? "tout est affiché tel quel" : p.as === "link" ? "le lien est retiré, son texte est gardé" : "l’image n’est pas affichée"}.`,
      `Placez le fichier à côté de l’article, et écrivez ${code(BESIDE[p.as].fr(p.name))}`,
    ],
    en: (p) => [
      `${code(p.url)} is a file on your computer, which readers do not have: ${p.typed === true ? "all of it is shown as typed" : p.as === "link" ? "the link is removed, its text is kept" : "the picture is not shown"}.`,
      `Put the file beside the post, and write ${code(BESIDE[p.as].en(p.name))}`,
    ],
  }),
};
