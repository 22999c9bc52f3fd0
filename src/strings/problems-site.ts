// Messages about site.yaml, people.yaml, tags.yaml and redirects.yaml, and about the content of a site root.
import type { Severity } from "../problems.ts";
import type { UiLang } from "../ui-lang.ts";
import { message } from "./message.ts";
import { exampleIn, yamlMessages, type Example } from "./problems-yaml.ts";

const FIXED: Readonly<Record<UiLang, Record<Severity, string>>> = {
  fr: { error: "une erreur", warn: "un avertissement", note: "une note" },
  en: { error: "an error", warn: "a warning", note: "a note" },
};

export const siteMessages = {
  "settings/tab": yamlMessages.tab,
  "settings/second-document": yamlMessages.secondDocument,
  "settings/no-break": yamlMessages.noBreak,
  "settings/duplicate-key": yamlMessages.duplicateKey,
  "settings/duplicate-block": yamlMessages.duplicateBlock,
  "settings/alias": yamlMessages.alias,
  "settings/dangerous-key": yamlMessages.dangerousKey,
  "settings/control": yamlMessages.control,
  "settings/not-map": yamlMessages.notMap,
  "settings/syntax": yamlMessages.syntax,
  "settings/indent": yamlMessages.indent,
  "settings/align": yamlMessages.align,
  "settings/glued-item": yamlMessages.gluedItem,
  "settings/joined-keys": yamlMessages.joinedKeys,
  "settings/open-sign": yamlMessages.openSign,
  "settings/hash-value": yamlMessages.hashValue,
  "settings/value": yamlMessages.value,
  "settings/hash": yamlMessages.hash,
  "settings/person-key": message<{ key: string; found: string; other: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `« ${p.key} » a son propre sens pour une personne, et ne range personne dans le classement « ${p.key} » : ${p.found} est refusé.`,
      `Donnez un autre nom à ce classement dans content/site.yaml${p.other === "" ? "" : `, tel que « ${p.other} »`}, et le même ici et dans les articles.`,
    ],
    en: (p) => [
      `“${p.key}” has its own meaning for a person, and puts nobody into the taxonomy “${p.key}”: ${p.found} is refused.`,
      `Give that taxonomy another name in content/site.yaml${p.other === "" ? "" : `, such as “${p.other}”`}, and the same name here and in posts.`,
    ],
  }),
  "unknown-key/settings": yamlMessages.unknownKey,
  "unknown-key/person-language": message<{ key: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `Les mots d’une personne dans une autre langue vont sous « translations » : « ${p.key} » reste ici sans effet. À la place :`,
    en: (p) =>
      `What is said of a person in another language goes under “translations”: “${p.key}” has no effect here. Write instead:`,
    hint: (p) => p.fix,
  }),
  "unknown-key/person-handle": message<{ key: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `Les comptes d’une personne vont sous « handles » : « ${p.key} » reste ici sans effet. À la place :`,
    en: (p) => `The accounts of a person go under “handles”: “${p.key}” has no effect here. Write instead:`,
    hint: (p) => p.fix,
  }),
  "unknown-key/check": message<{ name: string; meant: string; fix: string; taken: boolean }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.name} » n’est le code d’aucun message : ce réglage reste sans effet.${p.taken ? ` « ${p.meant} » est déjà écrit.` : ""}`,
      p.taken ? "Gardez une seule des deux lignes." : p.fix,
    ],
    en: (p) => [
      `“${p.name}” is not the code of any message: this setting has no effect.${p.taken ? ` “${p.meant}” is written already.` : ""}`,
      p.taken ? "Keep one of the two lines only." : p.fix,
    ],
  }),
  "unknown-key/no-check": message<{ name: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.name} » n’est le code d’aucun message : ce réglage reste sans effet.`,
      "Écrivez le code tel que carnet check le donne, comme dead-link ou missing-alt, ou supprimez cette ligne.",
    ],
    en: (p) => [
      `“${p.name}” is not the code of any message: this setting has no effect.`,
      "Write the code as carnet check gives it, such as dead-link or missing-alt, or delete this line.",
    ],
  }),
  "unknown-key/fixed-check": message<{ name: string; severity: Severity }>({
    severity: "warn",
    fr: (p) => [
      `La gravité de « ${p.name} » ne se règle pas : c’est toujours ${FIXED.fr[p.severity]}. Ce réglage reste sans effet.`,
      "Supprimez cette ligne.",
    ],
    en: (p) => [
      `The severity of “${p.name}” cannot be set: it is always ${FIXED.en[p.severity]}. This setting has no effect.`,
      "Delete this line.",
    ],
  }),
  "settings/time-zone": message<{ found: string; fix: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `« ${p.found} » n’est pas un fuseau horaire connu ; il faut un nom tel que Europe/Paris ou America/Martinique.`,
    en: (p) =>
      `“${p.found}” is not a known time zone; a name such as Europe/Paris or America/Martinique is needed.`,
    hint: (p) => p.fix,
  }),
  "settings/embed-host": message<{ found: string; fix: string }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `« ${p.found} » n’admet aucun cadre : « embeds.allow » donne le nom des sites, sans https:// ni chemin.`,
    en: (p) =>
      `“${p.found}” allows no frame: “embeds.allow” gives the names of sites, without https:// or a path.`,
    hint: (p) => p.fix,
  }),
  "settings/embed-pattern": message<{ found: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `« ${p.found} » n’admet aucun cadre : chaque site est nommé en entier, sans astérisque.`,
      "Écrivez le nom de chacun, comme tube.numerique.gouv.fr.",
    ],
    en: (p) => [
      `“${p.found}” allows no frame: each site is named in full, without an asterisk.`,
      "Write the name of each, such as tube.numerique.gouv.fr.",
    ],
  }),
  "settings/key-name": message<{ name: string; map: string; fix: Example }>({
    severity: "error",
    fixed: true,
    fr: (p) =>
      `« ${p.name} » ne peut pas être une clé de « ${p.map} » : il faut une lettre, puis des lettres, des chiffres, « - » ou « _ », sans espace. Dans l’en-tête des textes, la clé change de même.`,
    en: (p) =>
      `“${p.name}” cannot be a key of “${p.map}”: a letter is needed, then letters, digits, “-” or “_”, without a blank. In the front matter of texts, the key changes too.`,
    hint: (p, lang) => exampleIn(p.fix, lang),
  }),
  "doubled-path": message<{ name: string; found: string; fix: string }>({
    severity: "note",
    fr: (p) => [
      `L’adresse du site et celles des articles ont toutes deux « ${p.name} » : les articles sont à ${p.found}, où ce mot vient deux fois.`,
      `Pour qu’il n’y soit qu’une fois : ${p.fix}`,
    ],
    en: (p) => [
      `The site’s address and those of its posts both have “${p.name}”: posts are at ${p.found}, where it comes twice.`,
      `To have it once: ${p.fix}`,
    ],
  }),
};
