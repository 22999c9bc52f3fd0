// Messages about tags and other taxonomies: invalid values, values missing from a closed list, and two values for one term.
import { code, message } from "./message.ts";

export const tagMessages = {
  "front-matter/tag-map": message<{ field: string; found: string; fix: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => `Dans « ${p.field} », « ${p.found} » n’est pas du texte. Entre guillemets, il le sera :`,
    en: (p) => `In “${p.field}”, “${p.found}” is not text. Between quotes it will be:`,
    hint: (p) => p.fix,
  }),
  "front-matter/tag-slug": message<{ field: string; found: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `Dans « ${p.field} », « ${p.found} » ne peut pas avoir d’adresse : il faut au moins une lettre latine ou un chiffre.`,
      "Écrivez ce mot en lettres latines.",
    ],
    en: (p) => [
      `In “${p.field}”, “${p.found}” cannot have an address: at least one Latin letter or digit is needed.`,
      "Write it in Latin letters.",
    ],
  }),
  "front-matter/tag-long": message<{ field: string; found: string }>({
    severity: "error",
    fixed: true,
    fr: (p) => [
      `Dans « ${p.field} », « ${p.found} » dépasse 80 caractères.`,
      "Choisissez un mot ou une expression plus courte.",
    ],
    en: (p) => [
      `In “${p.field}”, “${p.found}” has more than 80 characters.`,
      "Choose a shorter word or phrase.",
    ],
  }),
  "empty-tag": message<{ field: string; found: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.field} » contient une valeur vide (${p.found}), qui est laissée de côté.`,
      "Supprimez cette valeur, avec sa virgule ou son tiret.",
    ],
    en: (p) => [
      `“${p.field}” contains an empty value (${p.found}), which is left out.`,
      "Delete this value, with its comma or its hyphen.",
    ],
  }),
  "empty-tag/hashtag": message<{ field: string; found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `« ${p.field} » contient une valeur vide : une espace suivie de # commence un commentaire, et « ${p.found} » n’est pas lu. Sans le signe # :`,
    en: (p) =>
      `“${p.field}” contains an empty value: a space and a # begin a comment, and “${p.found}” is not read. Without the # sign:`,
    hint: (p) => p.fix,
  }),
  "empty-tag/sign": message<{ field: string; found: string; fix: string }>({
    severity: "warn",
    fr: (p) => `Dans « ${p.field} », « ${p.found} » est affiché avec son signe #. Sans lui :`,
    en: (p) => `In “${p.field}”, “${p.found}” is shown with its # sign. Without it:`,
    hint: (p) => p.fix,
  }),
  "joined-tags": message<{ field: string; found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `Dans « ${p.field} », « ${p.found} » est pris pour un seul mot : des points-virgules ne séparent rien.`,
    en: (p) => `In “${p.field}”, “${p.found}” is treated as one value: semicolons do not separate values.`,
    hint: (p) => p.fix,
  }),
  "joined-tags/spaces": message<{ field: string; found: string; fix: string }>({
    severity: "warn",
    fr: (p) =>
      `Dans « ${p.field} », « ${p.found} » est pris pour un seul mot : des espaces ne séparent rien.`,
    en: (p) => `In “${p.field}”, “${p.found}” is treated as one value: spaces do not separate values.`,
    hint: (p) => p.fix,
  }),
  /** `map` is the key under which the file lists the terms. */
  "unknown-tag/open": message<{ tag: string; suggestion: string; line: string; file: string; map?: string }>({
    severity: "warn",
    fr: (p) => [
      `« ${p.tag} » n’est pas dans ${p.file}${p.map === undefined ? "" : `, sous « ${p.map} »`}.`,
      p.suggestion === ""
        ? `Ajoutez-y la ligne ${code(p.line)}, ou choisissez un mot qui s’y trouve.`
        : `Vouliez-vous écrire « ${p.suggestion} » ? Sinon, ajoutez-y la ligne ${code(p.line)}`,
    ],
    en: (p) => [
      `“${p.tag}” is not in ${p.file}${p.map === undefined ? "" : `, under “${p.map}”`}.`,
      p.suggestion === ""
        ? `Add the line ${code(p.line)} there, or choose a word that is there.`
        : `Did you mean “${p.suggestion}”? If not, add the line ${code(p.line)} there.`,
    ],
  }),
};
