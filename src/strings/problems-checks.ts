// Messages about what a text points to: links, and the fragments of their addresses.
import { nameIn } from "../paths.ts";
import type { UiLang } from "../ui-lang.ts";
import { corrected, writeCorrected } from "./corrected-link.ts";
import { code, message } from "./message.ts";

export interface Link {
  /** Address as written. */
  href: string;
}

export interface BetterLink extends Link {
  /** Text of the link, without markup. */
  text: string;
  suggestion: string;
}

type Withheld = "draft" | "future" | "expired";

const WHY_WITHHELD = {
  fr: { draft: "c’est un brouillon", future: "il est prévu pour plus tard", expired: "il a été retiré" },
  en: { draft: "it is a draft", future: "it is planned for later", expired: "it has been withdrawn" },
};

/** `served` is the whole list, or absent if this site itself has pages in that folder. */
function alsoServed(served: string | undefined, lang: UiLang): string {
  if (served === undefined) return "";
  return {
    fr: ` Si un autre site répond à cet endroit, écrivez dans content/site.yaml : alsoServed: [${served}]`,
    en: ` If another site answers there, write in content/site.yaml: alsoServed: [${served}]`,
  }[lang];
}

const deadLinks = {
  "dead-link/missing": message<Link & { served?: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » ne mène à aucune page du site.`,
      `Corrigez l’adresse, ou retirez le lien en gardant son texte.${alsoServed(p.served, "fr")}`,
    ],
    en: (p) => [
      `The link “${p.href}” leads to no page of the site.`,
      `Correct the address, or remove the link and keep its text.${alsoServed(p.served, "en")}`,
    ],
  }),
  "dead-link/file": message<Link & { served?: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » mène à un fichier que le site n’a pas.`,
      `Placez le fichier à côté de l’article, et écrivez son nom : ${code(nameIn(p.href))} ; ou corrigez l’adresse.${alsoServed(p.served, "fr")}`,
    ],
    en: (p) => [
      `The link “${p.href}” leads to a file that the site does not have.`,
      `Put the file beside the post, and write its name: ${code(nameIn(p.href))}; or correct the address.${alsoServed(p.served, "en")}`,
    ],
  }),
  "dead-link/unreadable": message<Link>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » mène à une image que Carnet ne sait pas lire : elle n’est pas publiée.`,
      "Exportez-la de nouveau, en JPEG ou en PNG, et corrigez le lien.",
    ],
    en: (p) => [
      `The link “${p.href}” leads to a picture that Carnet cannot read: it is not published.`,
      "Export it again, as JPEG or PNG, and correct the link.",
    ],
  }),
  "missing-media/missing": message<Link>({
    severity: "warn",
    fr: (p) => [
      `Le fichier ${code(p.href)} est introuvable : ce que la page doit jouer ou montrer là manque.`,
      `Placez le fichier à côté de l’article et écrivez son nom, ou dans public/media/ et écrivez ${code(`/media/${nameIn(p.href)}`)}`,
    ],
    en: (p) => [
      `The file ${code(p.href)} cannot be found: what the page is to play or show there is missing.`,
      `Put the file beside the post and write its name, or in public/media/ and write ${code(`/media/${nameIn(p.href)}`)}`,
    ],
  }),
  "missing-media/near": message<Link & { suggestion: string }>({
    severity: "warn",
    fr: (p) => [
      `Le fichier ${code(p.href)} est introuvable : ce que la page doit jouer ou montrer là manque.`,
      `Un fichier a une adresse proche. Écrivez ${code(p.suggestion)}`,
    ],
    en: (p) => [
      `The file ${code(p.href)} cannot be found: what the page is to play or show there is missing.`,
      `A file has a similar address. Write ${code(p.suggestion)}`,
    ],
  }),
  "dead-link/near": message<BetterLink>({
    severity: "warn",
    fr: (p) => `Le lien « ${p.href} » ne mène à aucune page du site, mais une page a une adresse proche.`,
    en: (p) => `The link “${p.href}” leads to no page of the site, but one has a similar address.`,
    hint: writeCorrected,
  }),
  "dead-link/heading": message<BetterLink>({
    severity: "warn",
    fr: (p) =>
      `Le lien « ${p.href} » ne mène à aucune page du site, mais un titre de ce texte a cette ancre : il manque un # devant elle.`,
    en: (p) =>
      `The link “${p.href}” leads to no page of the site, but a heading of this text has that anchor: it lacks a # before it.`,
    hint: writeCorrected,
  }),
  "dead-link/moved": message<BetterLink>({
    severity: "warn",
    fr: (p) => `Le lien « ${p.href} » mène à une adresse que le site n’a plus : sa page en a changé.`,
    en: (p) => `The link “${p.href}” leads to an address that the site no longer has: its page has moved.`,
    hint: writeCorrected,
  }),
  "dead-link/empty": message<{ text: string }>({
    severity: "warn",
    fr: (p) => [
      `${p.text === "" ? "Un lien" : `Le lien « ${p.text} »`} n’a pas d’adresse : il ne mène nulle part.`,
      `Donnez-lui une adresse : ${corrected({ text: p.text, suggestion: "https://…" })}. Ou retirez le lien, en gardant son texte.`,
    ],
    en: (p) => [
      `${p.text === "" ? "A link" : `The link “${p.text}”`} has no address: it leads nowhere.`,
      `Give it an address: ${corrected({ text: p.text, suggestion: "https://…" })}. Or remove the link and keep its text.`,
    ],
  }),
  "dead-link/own-host": message<Link & { served?: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » porte l’adresse de ce site, qui n’a pas cette page.`,
      `Corrigez l’adresse.${alsoServed(p.served, "fr")}`,
    ],
    en: (p) => [
      `The link “${p.href}” has this site’s own address, but the site has no such page.`,
      `Correct the address.${alsoServed(p.served, "en")}`,
    ],
  }),
  "dead-link/outside": message<Link & { text: string; base: string; suggestion?: string; served?: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » porte l’adresse de ce site, mais mène hors de ${p.base}, où le site est servi.`,
      p.suggestion === undefined
        ? `Corrigez l’adresse.${alsoServed(p.served, "fr")}`
        : `Écrivez : ${corrected({ text: p.text, suggestion: p.suggestion })}`,
    ],
    en: (p) => [
      `The link “${p.href}” has this site’s own address, but leads out of ${p.base}, where the site is served.`,
      p.suggestion === undefined
        ? `Correct the address.${alsoServed(p.served, "en")}`
        : `Write: ${corrected({ text: p.text, suggestion: p.suggestion })}`,
    ],
  }),
  "dead-link/withheld": message<Link & { why: Withheld }>({
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
  "dead-link/feed": message<Link>({
    severity: "note",
    fr: (p) => [
      `Le lien « ${p.href} » mène à un flux, et le site n’en a pas tant qu’il ne connaît pas son adresse.`,
      "Si l’hébergement la donne au moment de publier (--url), il n’y a rien à faire ; sinon, écrivez-la dans content/site.yaml, par exemple : url: https://blog.example.org",
    ],
    en: (p) => [
      `The link “${p.href}” leads to a feed, and the site has none as long as it does not know its own address.`,
      "If your host gives it when it publishes (--url), there is nothing to do; if not, write it in content/site.yaml, for example: url: https://blog.example.org",
    ],
  }),
  "dead-link/scheme": message<BetterLink>({
    severity: "warn",
    fr: (p) =>
      `Le début de l’adresse « ${p.href} » n’est pas juste : une adresse d’un autre site commence par https://.`,
    en: (p) =>
      `The beginning of the address “${p.href}” is not right: an address on another site begins with https://.`,
    hint: writeCorrected,
  }),
  "dead-link/swapped": message<BetterLink>({
    severity: "warn",
    fr: (p) =>
      `Le lien vers « ${p.href} » ne mène nulle part : son texte et son adresse sont à la place l’un de l’autre.`,
    en: (p) => `The link to “${p.href}” leads nowhere: its text and its address are in each other’s place.`,
    hint: writeCorrected,
  }),
  "dead-link/glued": message<BetterLink>({
    severity: "warn",
    fr: (p) => [
      `L’adresse « ${p.href} » en contient deux, collées l’une à l’autre.`,
      `Gardez celle qui convient, par exemple : ${corrected(p)}`,
    ],
    en: (p) => [
      `The address “${p.href}” is two addresses, one right after the other.`,
      `Keep the right one, for instance: ${corrected(p)}`,
    ],
  }),
  "dead-link/bracket": message<BetterLink>({
    severity: "warn",
    fr: (p) => `L’adresse « ${p.href} » finit par un crochet que rien n’ouvre.`,
    en: (p) => `The address “${p.href}” ends with a bracket that nothing opens.`,
    hint: writeCorrected,
  }),
  "dead-link/malformed": message<Link>({
    severity: "warn",
    fr: (p) => [
      `L’adresse « ${p.href} » n’est pas complète ou contient un caractère interdit.`,
      "Une adresse a cette forme : https://www.example.org/page",
    ],
    en: (p) => [
      `The address “${p.href}” is incomplete, or contains a character that addresses may not have.`,
      "An address looks like this: https://www.example.org/page",
    ],
  }),
  "dead-link/account": message<BetterLink>({
    severity: "warn",
    fr: (p) => `« ${p.href} » est le nom d’un compte, et non une adresse : ce lien ne mène nulle part.`,
    en: (p) => `“${p.href}” is the name of an account, not an address: this link leads nowhere.`,
    hint: writeCorrected,
  }),
  "dead-link/mailto": message<Link & { text: string; suggestion?: string }>({
    severity: "warn",
    fr: (p) => [
      `L’adresse électronique « ${p.href} » n’est pas bien écrite.`,
      p.suggestion === undefined
        ? "Une adresse électronique a cette forme : mailto:prenom.nom@example.org"
        : `Écrivez : ${corrected({ text: p.text, suggestion: p.suggestion })}`,
    ],
    en: (p) => [
      `The e-mail address “${p.href}” is not written correctly.`,
      p.suggestion === undefined
        ? "An e-mail address looks like this: mailto:first.last@example.org"
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
  "dead-link/base-path": message<Link & { base: string; suggestion: string }>({
    severity: "warn",
    fr: (p) => [
      `L’adresse « ${p.href} » commence par ${p.base}, que Carnet ajoute de lui-même : elle ne mène nulle part.`,
      `Écrivez : ${p.suggestion}`,
    ],
    en: (p) => [
      `The address “${p.href}” begins with ${p.base}, which Carnet adds by itself: it leads nowhere.`,
      `Write: ${p.suggestion}`,
    ],
  }),
  "dead-link/relative": message<Link & { suggestion?: string }>({
    severity: "warn",
    fr: (p) => [
      `L’adresse « ${p.href} » ne commence ni par / ni par https:// : d’une page à l’autre, elle mène ailleurs.`,
      p.suggestion === undefined
        ? "Une page du site s’écrit /a-propos/, un autre site https://www.example.org/"
        : `Écrivez : ${p.suggestion}`,
    ],
    en: (p) => [
      `The address “${p.href}” begins with neither / nor https://: it leads elsewhere from each page.`,
      p.suggestion === undefined
        ? "A page of the site is written /about/, another site https://www.example.org/"
        : `Write: ${p.suggestion}`,
    ],
  }),
  "dead-link/redirect": message<{ from: string; to: string; suggestion?: string; served?: string }>({
    severity: "warn",
    fr: (p) => [
      `L’ancienne adresse « ${p.from} » renvoie à « ${p.to} », qui n’est pas une page du site.`,
      p.suggestion === undefined
        ? `Corrigez la nouvelle adresse.${alsoServed(p.served, "fr")}`
        : `Écrivez : ${p.from}: ${p.suggestion}`,
    ],
    en: (p) => [
      `The old address “${p.from}” leads to “${p.to}”, which is not a page of the site.`,
      p.suggestion === undefined
        ? `Correct the new address.${alsoServed(p.served, "en")}`
        : `Write: ${p.from}: ${p.suggestion}`,
    ],
  }),
  "dead-link/redirect-withheld": message<{ from: string; to: string; why: Withheld }>({
    severity: "warn",
    fr: (p) => [
      `L’ancienne adresse « ${p.from} » renvoie à « ${p.to} », un texte qui n’est pas en ligne : ${WHY_WITHHELD.fr[p.why]}.`,
      `Publiez ce texte, ou donnez une page en ligne : ${p.from}: /nouvelle-adresse/`,
    ],
    en: (p) => [
      `The old address “${p.from}” leads to “${p.to}”, a text that is not online: ${WHY_WITHHELD.en[p.why]}.`,
      `Publish that text, or name a page that is online: ${p.from}: /new-address/`,
    ],
  }),
};

const anchors = {
  "dead-anchor/missing": message<Link & { id: string }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » mène à une page où rien ne s’appelle « ${p.id} ».`,
      "Reprenez l’ancre d’un titre de cette page, ou retirez la fin de l’adresse à partir de #.",
    ],
    en: (p) => [
      `The link “${p.href}” leads to a page where nothing is named “${p.id}”.`,
      "Use the anchor of one of that page’s headings, or remove the end of the address from # on.",
    ],
  }),
  "dead-anchor/note": message<Link & { number: string; back: boolean }>({
    severity: "warn",
    fr: (p) => [
      `Le lien « ${p.href} » ne mène nulle part : c’est une note de bas de page de Word ou d’un autre outil, que sa conversion a défaite.`,
      p.back
        ? `Commencez la note par ${code(`[^${p.number}]: `)}, sur une ligne à part, et effacez ce lien.`
        : `Écrivez ${code(`[^${p.number}]`)} à la place de ce lien, et commencez la note par ${code(`[^${p.number}]: `)}, sur une ligne à part.`,
    ],
    en: (p) => [
      `The link “${p.href}” leads nowhere: it is a footnote of Word or of another tool, which its conversion has undone.`,
      p.back
        ? `Begin the note with ${code(`[^${p.number}]: `)}, on a line of its own, and delete this link.`
        : `Write ${code(`[^${p.number}]`)} in place of this link, and begin the note with ${code(`[^${p.number}]: `)}, on a line of its own.`,
    ],
  }),
  "dead-anchor/near": message<BetterLink & { id: string }>({
    severity: "warn",
    fr: (p) =>
      `Le lien « ${p.href} » mène à une page où rien ne s’appelle « ${p.id} », mais où un nom est proche.`,
    en: (p) =>
      `The link “${p.href}” leads to a page where nothing is named “${p.id}”, but one name is similar.`,
    hint: writeCorrected,
  }),
  "redirected-link": message<BetterLink>({
    severity: "note",
    fr: (p) => [`Le lien « ${p.href} » passe par une ancienne adresse.`, `Plus direct : ${corrected(p)}`],
    en: (p) => [`The link “${p.href}” goes through an old address.`, `More direct: ${corrected(p)}`],
  }),
};

export const checkMessages = { ...deadLinks, ...anchors };
