// Messages about posts and pages: their files, front matter, dates, translations. Those about addresses and tags have their own
// files.
import { message, toWrite } from "./message.ts";
import { addressMessages } from "./problems-addresses.ts";
import { dateMessages } from "./problems-dates.ts";
import { fenceMessages } from "./problems-fences.ts";
import { mergeMessages } from "./problems-merges.ts";
import { heldBackMessages } from "./problems-held-back.ts";
import { tagMessages } from "./problems-tags.ts";
import { unheardMessages } from "./problems-unheard.ts";
import { yamlMessages } from "./problems-yaml.ts";
import type { Translated } from "./translated.ts";

export const contentMessages = {
  ...addressMessages,
  ...tagMessages,
  "front-matter/tab": yamlMessages.tab,
  "front-matter/second-document": yamlMessages.secondDocument,
  "front-matter/no-break": yamlMessages.noBreak,
  "front-matter/duplicate-key": yamlMessages.duplicateKey,
  "front-matter/duplicate-block": yamlMessages.duplicateBlock,
  "front-matter/alias": yamlMessages.alias,
  "front-matter/dangerous-key": yamlMessages.dangerousKey,
  "front-matter/control": yamlMessages.control,
  "front-matter/not-map": yamlMessages.notMap,
  "front-matter/syntax": yamlMessages.syntax,
  "front-matter/indent": yamlMessages.indent,
  "front-matter/align": yamlMessages.align,
  "front-matter/glued-item": yamlMessages.gluedItem,
  "front-matter/joined-keys": yamlMessages.joinedKeys,
  "front-matter/open-sign": yamlMessages.openSign,
  "front-matter/hash-value": yamlMessages.hashValue,
  "front-matter/value": yamlMessages.value,
  "unknown-key/front-matter": yamlMessages.unknownKey,
  "unknown-key/continued": message<{ key: string; before: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `La clé « ${p.key} » n’est pas connue et reste sans effet. Si c’est la suite de « ${p.before} », écrivez à la place des deux lignes celle-ci ; sinon, effacez-la.`,
    en: (p) =>
      `The key “${p.key}” is not known and has no effect. If it continues “${p.before}”, write this line in place of the two; otherwise, delete it.`,
    hint: (p) => p.fix,
  }),
  ...fenceMessages,
  ...mergeMessages,
  "front-matter/title": message<{ found: string; fix: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => `Le titre ${p.found} n’est pas lu comme du texte. Entre guillemets, il le sera :`,
    en: (p) => `The title ${p.found} is not read as text. Between quotes it will be:`,
    hint: (p) => p.fix,
  }),
  "cut-value": message<{ rest: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `Dans l’en-tête, une espace suivie de # commence un commentaire : « ${p.rest} » n’est pas lu. Entre guillemets, tout le sera :`,
    en: (p) =>
      `In front matter, a space and a # begin a comment: “${p.rest}” is not read. Between quotes, all of it will be:`,
    hint: (p) => p.fix,
  }),
  "cut-value/hashtags": message<{ found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `« tags » est vide : une espace suivie de # commence un commentaire, et « ${p.found} » n’est pas lu. Sans les signes # :`,
    en: (p) =>
      `“tags” is empty: a space and a # begin a comment, and “${p.found}” is not read. Without the # signs:`,
    hint: (p) => p.fix,
  }),
  "plain-value": message<{ field: string; marked: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `« ${p.field} » est montré tel qu’il est écrit, sans mise en forme : « ${p.marked} » paraîtra avec ses signes. En mots seuls :`,
    en: (p) =>
      `“${p.field}” is shown as it is written, and Markdown means nothing there: “${p.marked}” will show with its signs. In words alone:`,
    hint: (p) => p.fix,
  }),
  "plain-value/stray-end": message<{ field: string; found: string; sign: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `Dans « ${p.field} », rien n’ouvre le ${p.sign} qui finit « ${p.found} » : il paraîtra avec le texte. Écrivez :`,
    en: (p) =>
      `In “${p.field}”, nothing opens the ${p.sign} at the end of “${p.found}”: it will show with the text. Write:`,
    hint: (p) => p.fix,
  }),
  "front-matter/title-long": message<{ length: number; limit: number }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `Le titre a ${String(p.length)} caractères ; ${String(p.limit)} au plus sont permis.`,
      "Raccourcissez le titre et mettez le reste dans l’article.",
    ],
    en: (p) => [
      `The title has ${String(p.length)} characters; at most ${String(p.limit)} are allowed.`,
      "Shorten the title and move the rest into the post.",
    ],
  }),
  "front-matter/too-many": message<{ field: string; count: number; limit: number }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `« ${p.field} » a ${String(p.count)} valeurs ; ${String(p.limit)} au plus sont permises.`,
      "Gardez celles qui comptent le plus.",
    ],
    en: (p) => [
      `“${p.field}” has ${String(p.count)} values; at most ${String(p.limit)} are allowed.`,
      "Keep those that matter most.",
    ],
  }),
  "near-author/unknown-id": message<{ id: string }>({
    severity: "warn",
    fr: (p) => [
      `Aucune personne de content/people.yaml n’a l’identifiant « ${p.id} » : il sera montré comme un nom.`,
      `Ajoutez-la à content/people.yaml (${p.id}: { name: … }), ou écrivez ici son nom (après « name: », si la ligne a « id: »).`,
    ],
    en: (p) => [
      `No person in content/people.yaml has the id “${p.id}”: it will be shown as a name.`,
      `Add the person to content/people.yaml (${p.id}: { name: … }), or write the name here (after “name:”, if the line has “id:”).`,
    ],
  }),
  ...dateMessages,
  ...heldBackMessages,
  ...unheardMessages,
  "bad-date/file-name": message<{ found: string; fix: Translated }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `Le nom du fichier commence par « ${p.found} », qui n’est pas un jour qui existe.`,
      `Renommez le fichier, par exemple ${p.fix.fr}`,
    ],
    en: (p) => [
      `The file’s name begins with “${p.found}”, which is not a day that exists.`,
      `Rename the file, for instance ${p.fix.en}`,
    ],
  }),
  "bad-date/file-order": message<{ found: string; fix: Translated }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `Le nom du fichier commence par « ${p.found} » : le jour s’y écrit dans l’ordre année, mois, jour, avec tous ses chiffres.`,
      `Renommez le fichier, par exemple ${p.fix.fr}`,
    ],
    en: (p) => [
      `The file’s name begins with “${p.found}”: the day is written there in the order year, month, day, with all its digits.`,
      `Rename the file, for instance ${p.fix.en}`,
    ],
  }),
  "handle/address": message<{ found: string; handle: string }>({
    severity: "note",
    fr: (p) => `« ${p.found} » est compris comme le compte ${p.handle}.`,
    en: (p) => `“${p.found}” is understood as the account ${p.handle}.`,
    hint: (p) => `twitter: ${p.handle}`,
  }),
  "handle/bad": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » n’est pas un nom de compte (lettres, chiffres et _) ; il est laissé de côté.`,
      "twitter: nom_du_compte",
    ],
    en: (p) => [
      `“${p.found}” is not an account name (letters, digits and _); it is ignored.`,
      "twitter: account_name",
    ],
  }),
  "handle/network": message<{ network: string; handle: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `Carnet ne connaît pas le réseau « ${p.network} » : le compte « ${p.handle} » est affiché sans lien. Écrivez le nom d’un réseau connu, ou l’adresse du compte :`,
      p.fix,
    ],
    en: (p) => [
      `Carnet does not know the network “${p.network}”: the account “${p.handle}” is shown without a link. Write the name of a known network, or the address of the account:`,
      p.fix,
    ],
  }),
  "handle/name": message<{ handle: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.handle} » n’est pas un nom de compte (lettres, chiffres, points, tirets et _) ; il est affiché sans lien.`,
      "Écrivez le nom du compte, ou son adresse : https://…",
    ],
    en: (p) => [
      `“${p.handle}” is not the name of an account (letters, digits, dots, hyphens and _); it is shown without a link.`,
      "Write the name of the account, or its address: https://…",
    ],
  }),
  "handle/server": message<{ handle: string; fix: string }>({
    severity: "warn",
    fr: (p) => [
      `Le compte « ${p.handle} » n’a pas de serveur ; il est affiché sans lien. Ajoutez le sien :`,
      p.fix,
    ],
    en: (p) => [`The account “${p.handle}” has no server; it is shown without a link. Add its own:`, p.fix],
  }),
  "language/looks-other": message<{ lang: string; other: string }>({
    severity: "warn",
    fr: (p) =>
      `Ce texte semble écrit en ${p.other === "en" ? "anglais" : "français"}, mais il est publié en ${p.lang === "fr" ? "français" : "anglais"}. S’il est bien en ${p.other === "en" ? "anglais" : "français"}, ajoutez à l’en-tête :`,
    en: (p) =>
      `This text looks ${p.other === "en" ? "English" : "French"}, but it is published as ${p.lang === "fr" ? "French" : "English"}. If it is ${p.other === "en" ? "English" : "French"}, add to the front matter:`,
    hint: (p) => `lang: ${p.other}`,
  }),
  "translation/unknown": message<{ found: string; suggestion: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » n’est le nom d’aucun article ni page.`,
      p.suggestion === ""
        ? "Écrivez le nom du fichier traduit, sans son extension."
        : `translationOf: ${p.suggestion}`,
    ],
    en: (p) => [
      `“${p.found}” is not the name of any post or page.`,
      p.suggestion === ""
        ? "Write the name of the translated file, without its extension."
        : `translationOf: ${p.suggestion}`,
    ],
  }),
  "translation/itself": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `Ce texte se donne lui-même pour original : « ${p.found} » est son propre nom.`,
      "Écrivez le nom du fichier traduit, sans son extension.",
    ],
    en: (p) => [
      `This text gives itself as its original: “${p.found}” is its own name.`,
      "Write the name of the translated file, without its extension.",
    ],
  }),
  "translation/alone": message<{ found: string }>({
    severity: "note",
    fr: (p) => [
      `Aucun autre texte ne porte « ${p.found} » : cet article n’a pas de traduction.`,
      "Donnez la même clé à sa traduction, ou supprimez cette ligne.",
    ],
    en: (p) => [
      `No other text has “${p.found}”: this post has no translation.`,
      "Give its translation the same key, or delete this line.",
    ],
  }),
  "translation/same-language": message<{ other: string; lang: string }>({
    severity: "warn",
    fr: (p) => [
      `Ce texte et ${p.other} sont deux traductions dans la même langue (${p.lang}) ; l’autre est gardé.`,
      "Corrigez la langue ou la clé de l’un des deux.",
    ],
    en: (p) => [
      `This text and ${p.other} are two translations into the same language (${p.lang}); the other is kept.`,
      "Correct the language or the key of one of them.",
    ],
  }),
  "translation/deadline": message<{ other: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `La traduction de ce texte (${p.other}) a une date limite, et lui n’en a pas : ses lecteurs ne sauront pas quand l’appel se clôt.`,
    en: (p) =>
      `The translation of this text (${p.other}) has a deadline, and this text has none: its readers will not know when the call closes.`,
    hint: (p) => p.fix,
  }),
  "related/own": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » est le nom de cet article même, qui ne peut pas être proposé à la suite de lui-même.`,
      "Retirez ce nom de « related », ou écrivez celui d’un autre article.",
    ],
    en: (p) => [
      `“${p.found}” is the name of this very post, which cannot be offered after itself.`,
      "Remove this name from “related”, or write that of another post.",
    ],
  }),
  "related/withheld": message<{ found: string }>({
    severity: "note",
    fr: (p) => [
      `« ${p.found} » n’est pas publié : il sera proposé à la suite de cet article dès qu’il le sera.`,
      "Rien n’est à faire, si c’est bien cet article que vous vouliez.",
    ],
    en: (p) => [
      `“${p.found}” is not published: it will be offered after this post as soon as it is.`,
      "There is nothing to do, if it is the post that you meant.",
    ],
  }),
  "related/title": message<{ found: string; name: string }>({
    severity: "warn",
    fr: (p) => `« ${p.found} » est le titre d’un article ; c’est le nom de son fichier qui est attendu.`,
    en: (p) => `“${p.found}” is the title of a post; the name of its file is expected.`,
    hint: (p, lang) => toWrite(p.name, lang),
  }),
  "related/unknown": message<{ found: string; suggestion: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.found} » n’est le nom d’aucun article publié.`,
      p.suggestion === ""
        ? "Écrivez le nom du fichier d’un article, sans son extension."
        : `Vouliez-vous écrire « ${p.suggestion} » ?`,
    ],
    en: (p) => [
      `“${p.found}” is not the name of any published post.`,
      p.suggestion === ""
        ? "Write the name of a post’s file, without its extension."
        : `Did you mean “${p.suggestion}”?`,
    ],
  }),
};
