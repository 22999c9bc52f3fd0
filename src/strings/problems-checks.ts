// Messages about what a text points to and how a page is made: links, anchors, lengths, and the built HTML.
import { corrected } from "./corrected-link.ts";
import { message } from "./message.ts";

export interface Link {
  /** Address as written. */
  href: string;
}

export interface BetterLink extends Link {
  /** Text of the link, without markup. */
  text: string;
  suggestion: string;
}

const WHY_WITHHELD = {
  fr: { draft: "c’est un brouillon", future: "il est prévu pour plus tard", expired: "il a été retiré" },
  en: { draft: "it is a draft", future: "it is planned for later", expired: "it has been withdrawn" },
};

/** `start` is absent where this site itself has pages in that folder. */
function alsoServed(start: string | undefined, lang: "fr" | "en"): string {
  if (start === undefined) return "";
  return lang === "fr"
    ? ` Si un autre site répond à cet endroit, ajoutez dans content/site.yaml : alsoServed: [${start}]`
    : ` If another site answers there, add to content/site.yaml: alsoServed: [${start}]`;
}

const deadLinks = {
  "dead-link/missing": message<Link>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » ne mène à aucune page du site.`,
      "Corrigez l’adresse, ou retirez le lien en gardant son texte.",
    ],
    en: (p) => [
      `The link “${p.href}” leads to no page of the site.`,
      "Correct the address, or remove the link and keep its text.",
    ],
  }),
  "dead-link/near": message<BetterLink>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » ne mène à aucune page du site, mais une page a une adresse proche.`,
      `Écrivez : ${corrected(p)}`,
    ],
    en: (p) => [
      `The link “${p.href}” leads to no page of the site, but one has a similar address.`,
      `Write: ${corrected(p)}`,
    ],
  }),
  "dead-link/own-host": message<Link & { start?: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » porte l’adresse de ce site, qui n’a pas cette page.`,
      `Corrigez l’adresse.${alsoServed(p.start, "fr")}`,
    ],
    en: (p) => [
      `The link “${p.href}” has this site’s own address, but the site has no such page.`,
      `Correct the address.${alsoServed(p.start, "en")}`,
    ],
  }),
  "dead-link/withheld": message<Link & { why: "draft" | "future" | "expired" }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » mène à un texte qui n’est pas en ligne : ${WHY_WITHHELD.fr[p.why]}.`,
      "Publiez ce texte en même temps que celui-ci, ou retirez le lien.",
    ],
    en: (p) => [
      `The link “${p.href}” leads to a text that is not online: ${WHY_WITHHELD.en[p.why]}.`,
      "Publish that text together with this one, or remove the link.",
    ],
  }),
  "dead-link/scheme": message<BetterLink>({
    severity: "warn",
    fr: (p) => [
      `Le début de l’adresse « ${p.href} » n’est pas juste : une adresse d’un autre site commence par https://.`,
      `Écrivez : ${corrected(p)}`,
    ],
    en: (p) => [
      `The beginning of the address “${p.href}” is not right: an address on another site begins with https://.`,
      `Write: ${corrected(p)}`,
    ],
  }),
  "dead-link/malformed": message<Link>({
    severity: "warn",
    fr: (p) => [
      `L’adresse « ${p.href} » n’est pas complète ou contient un caractère interdit.`,
      "Une adresse a cette forme : https://www.exemple.org/page",
    ],
    en: (p) => [
      `The address “${p.href}” is incomplete, or holds a character that addresses may not have.`,
      "An address looks like this: https://www.example.org/page",
    ],
  }),
  "dead-link/mailto": message<Link & { text: string; suggestion?: string }>({
    severity: "warn",
    fr: (p) => [
      `L’adresse électronique « ${p.href} » n’est pas bien écrite.`,
      p.suggestion === undefined
        ? "Une adresse électronique a cette forme : mailto:prenom.nom@exemple.org"
        : `Écrivez : ${corrected({ text: p.text, suggestion: p.suggestion })}`,
    ],
    en: (p) => [
      `The email address “${p.href}” is not written correctly.`,
      p.suggestion === undefined
        ? "An email address looks like this: mailto:first.last@example.org"
        : `Write: ${corrected({ text: p.text, suggestion: p.suggestion })}`,
    ],
  }),
  "dead-link/tel": message<Link & { text: string; suggestion?: string }>({
    severity: "warn",
    fr: (p) => [
      `Le numéro « ${p.href} » n’est pas bien écrit : un téléphone compose ce qu’il y trouve.`,
      p.suggestion === undefined
        ? "Un numéro a cette forme : tel:+33123456789"
        : `Écrivez : ${corrected({ text: p.text, suggestion: p.suggestion })}`,
    ],
    en: (p) => [
      `The number “${p.href}” is not written correctly: a telephone dials what it finds there.`,
      p.suggestion === undefined
        ? "A number looks like this: tel:+33123456789"
        : `Write: ${corrected({ text: p.text, suggestion: p.suggestion })}`,
    ],
  }),
  "dead-link/redirect": message<{ from: string; to: string; suggestion?: string; start?: string }>({
    severity: "warn",
    fr: (p) => [
      `L’ancienne adresse « ${p.from} » renvoie à « ${p.to} », qui n’est pas une page du site.`,
      p.suggestion === undefined
        ? `Corrigez la nouvelle adresse.${alsoServed(p.start, "fr")}`
        : `Écrivez : ${p.from}: ${p.suggestion}`,
    ],
    en: (p) => [
      `The old address “${p.from}” leads to “${p.to}”, which is not a page of the site.`,
      p.suggestion === undefined
        ? `Correct the new address.${alsoServed(p.start, "en")}`
        : `Write: ${p.from}: ${p.suggestion}`,
    ],
  }),
};

const anchors = {
  "dead-anchor/missing": message<Link & { id: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » mène à une page où rien ne s’appelle « ${p.id} ».`,
      "Reprenez l’ancre d’un intertitre de cette page, ou retirez la fin de l’adresse à partir de #.",
    ],
    en: (p) => [
      `The link “${p.href}” leads to a page where nothing is named “${p.id}”.`,
      "Use the anchor of one of that page’s headings, or remove the end of the address from # on.",
    ],
  }),
  "dead-anchor/near": message<BetterLink & { id: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » mène à une page où rien ne s’appelle « ${p.id} », mais où un nom est proche.`,
      `Écrivez : ${corrected(p)}`,
    ],
    en: (p) => [
      `The link “${p.href}” leads to a page where nothing is named “${p.id}”, but one name is similar.`,
      `Write: ${corrected(p)}`,
    ],
  }),
  "redirected-link": message<BetterLink>({
    severity: "note",
    fr: (p) => [`Le lien « ${p.href} » passe par une ancienne adresse.`, `Plus direct : ${corrected(p)}`],
    en: (p) => [`The link “${p.href}” goes through an old address.`, `More direct: ${corrected(p)}`],
  }),
};

const lengths = {
  "length/title": message<{ length: number; max: number }>({
    severity: "note",
    fr: (p) => [
      `Le titre a ${String(p.length)} caractères ; au-delà de ${String(p.max)}, les moteurs et les réseaux le coupent.`,
      "Raccourcissez-le, si le sens le permet.",
    ],
    en: (p) => [
      `The title has ${String(p.length)} characters; beyond ${String(p.max)}, search engines and networks cut it.`,
      "Shorten it, if its meaning allows.",
    ],
  }),
  "length/description-missing": message({
    severity: "note",
    fr: () => [
      "Ce texte n’a pas de description : moteurs et réseaux montreront à sa place un extrait au hasard.",
      "Ajoutez une ou deux phrases : description: De quoi parle cet article, et pour qui",
    ],
    en: () => [
      "This text has no description: search engines and networks will show an arbitrary passage instead.",
      "Add a sentence or two: description: What this article is about, and for whom",
    ],
  }),
  "length/description-short": message<{ length: number; min: number }>({
    severity: "note",
    fr: (p) => [
      `La description n’a que ${String(p.length)} caractères ; il en faut au moins ${String(p.min)} pour donner envie de lire.`,
      "Complétez-la par une phrase.",
    ],
    en: (p) => [
      `The description has only ${String(p.length)} characters; it takes at least ${String(p.min)} to invite to read.`,
      "Add a sentence to it.",
    ],
  }),
  "length/description-long": message<{ length: number; max: number }>({
    severity: "note",
    fr: (p) => [
      `La description a ${String(p.length)} caractères ; au-delà de ${String(p.max)}, elle est coupée.`,
      "Gardez l’essentiel dans les premières phrases.",
    ],
    en: (p) => [
      `The description has ${String(p.length)} characters; beyond ${String(p.max)}, it is cut.`,
      "Keep what matters in the first sentences.",
    ],
  }),
};

export const checkMessages = { ...deadLinks, ...anchors, ...lengths };
