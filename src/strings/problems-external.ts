// Messages about links to other hosts: those that only the author's machine can reach, or that carry what readers do not need.
import { writeCorrected } from "./corrected-link.ts";
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
  "tracked-link/wrapped": message<{ text: string; suggestion: string }>({
    severity: "note",
    fr: () =>
      "Ce lien passe par un service de messagerie ou un réseau social, qui voit qui le suit ; son adresse contient parfois une adresse électronique.",
    en: () =>
      "This link goes through a mail service or a social network, which sees who follows it; its address sometimes contains an e-mail address.",
    hint: writeCorrected,
  }),
  "tracked-link/campaign": message<{ text: string; suggestion: string }>({
    severity: "note",
    fr: () =>
      "L’adresse de ce lien contient les marques d’une campagne (utm_…, fbclid…), qui suivent les lecteurs et faussent les chiffres de cette campagne.",
    en: () =>
      "The address of this link has the marks of a campaign (utm_…, fbclid…), which follow readers and distort the figures of that campaign.",
    hint: writeCorrected,
  }),
  "tracked-link/short": message<Asked & { host: string }>({
    severity: "note",
    fr: (p) => [
      `Le lien « ${p.href} » ne dit pas où il mène : ${p.host} voit qui le suit, et il ne marchera plus le jour où ce service s’arrêtera.`,
      "Ouvrez-le dans un navigateur, et écrivez l’adresse de la page où vous arrivez.",
    ],
    en: (p) => [
      `The link “${p.href}” does not say where it leads: ${p.host} sees who follows it, and it will stop working when that service does.`,
      "Open it in a browser, and write the address of the page where you arrive.",
    ],
  }),
  "secret-link": message<{ text: string; suggestion: string }>({
    severity: "error",
    fr: () =>
      "L’adresse de ce lien contient un nom, un mot de passe ou un jeton (ce qui précède « @ »), que tous les lecteurs verraient.",
    en: () =>
      "The address of this link contains a name, a password or a token (the part before “@”), which all readers would see.",
    hint: writeCorrected,
  }),
};
