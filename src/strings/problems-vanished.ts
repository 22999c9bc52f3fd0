// Messages about what is not online: addresses that were published and no longer exist, the address book that records them, and
// texts that are never published.
import { message } from "./message.ts";
import { exampleIn, type Example } from "./problems-yaml.ts";

export interface Gone {
  url: string;
  /** Title of the page that was there, or empty. */
  title: string;
  /** Line of the address book. */
  line: number;
  /** The most likely page to redirect to. */
  to?: string;
  others: readonly string[];
  /** Whether it was a person's page, whose removal that person may have requested. */
  isPerson: boolean;
}

export const vanishedMessages = {
  "early-update": message<{ day: string; updated: string; fix?: string | undefined }>({
    severity: "warn",
    fr: (p) => [
      `La mise à jour (${p.updated}) est datée d’avant la parution (${p.day}).`,
      p.fix === undefined
        ? "Supprimez cette ligne."
        : `Supprimez cette ligne, ou donnez le jour de la mise à jour : ${p.fix}`,
    ],
    en: (p) => [
      `The update (${p.updated}) is dated before the publication (${p.day}).`,
      p.fix === undefined ? "Delete this line." : `Delete this line, or give the day of the update: ${p.fix}`,
    ],
  }),
  "late-update": message<{ updated: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `La mise à jour (${p.updated}) est datée d’après aujourd’hui, et la page l’annonce déjà.`,
      `Supprimez cette ligne, ou donnez le jour de la mise à jour : ${p.fix}`,
    ],
    en: (p) => [
      `The update (${p.updated}) is dated later than today, and the page announces it already.`,
      `Delete this line, or give the day of the update: ${p.fix}`,
    ],
  }),
  "early-deadline": message<{ day: string; deadline: string; fix: Example }>({
    severity: "warn",
    fr: (p) =>
      `La date limite (${p.deadline}) précède la parution (${p.day}) : l’article paraîtra déjà clos.`,
    en: (p) =>
      `The deadline (${p.deadline}) precedes the publication (${p.day}): the post will come out closed.`,
    hint: (p, lang) => exampleIn(p.fix, lang),
  }),
  "late-deadline": message<{ deadline: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `Ce texte est retiré avant sa date limite (${p.deadline}), et son adresse ne répondra plus.`,
      `Supprimez cette ligne, et l’article dira lui-même qu’il est clos ; ou retirez-le plus tard : ${p.fix}`,
    ],
    en: (p) => [
      `This text is withdrawn before its deadline (${p.deadline}), and its address will no longer answer.`,
      `Delete this line, and the post will itself say that it is closed; or withdraw it later: ${p.fix}`,
    ],
  }),
  "late-post": message<{ day: string; archived: string }>({
    severity: "warn",
    fr: (p) => [
      `Cet article est daté du ${p.day}, après le jour où le site est archivé (${p.archived}) : il paraîtrait sous une phrase qui dit que le site n’est plus mis à jour.`,
      "Corrigez l’une des deux dates : celle de l’article, ou « archived » dans content/site.yaml.",
    ],
    en: (p) => [
      `This post is dated ${p.day}, after the day on which the site is archived (${p.archived}): it would come out under a sentence that says that the site is no longer updated.`,
      "Correct one of the two dates: that of the post, or “archived” in content/site.yaml.",
    ],
  }),
  "two-dates": message<{ day: string; name: string; fix: string }>({
    severity: "note",
    fr: (p) => [
      `Le nom de l’article dit ${p.name}, et son en-tête ${p.day} : c’est l’en-tête qui compte.`,
      `Pour n’avoir qu’une date, supprimez cette ligne, ou renommez l’article « ${p.fix} ».`,
    ],
    en: (p) => [
      `The post’s name says ${p.name}, and its front matter ${p.day}: the front matter counts.`,
      `To have one date only, delete this line, or rename the post “${p.fix}”.`,
    ],
  }),
  "address-book/line": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » n’est pas une adresse de ce site : une ligne commence par un chemin, comme /blog/titre/.`,
      "Corrigez cette ligne, ou supprimez-la.",
    ],
    en: (p) => [
      `“${p.found}” is not an address of this site: a line begins with a path, such as /blog/title/.`,
      "Correct this line, or delete it.",
    ],
  }),
  "address-book/conflict": message({
    severity: "warn",
    fr: () => [
      "Deux branches ont ajouté des adresses ici, et la fusion n’a pas été terminée (<<<<<<<, =======, >>>>>>>). Les adresses des deux comptent.",
      "Lancez carnet build : il remet ce fichier en ordre. Ou supprimez les trois lignes de marques, et gardez le reste.",
    ],
    en: () => [
      "Two branches added addresses here, and the merge was not finished (<<<<<<<, =======, >>>>>>>). The addresses of both count.",
      "Run carnet build: it puts this file in order. Or delete the three lines of marks, and keep the rest.",
    ],
  }),
};
