// Messages about a built site, before it is published: mostly for people who work on layouts.
// A fault in a layout is on every page made with it: it is reported once, at the first page, with the number of other pages.
import { code, message, type Words } from "./message.ts";

/** Number of other pages with the same fault. */
export interface Built {
  others?: number;
}

const fr = (p: Built, found: string, hint: string): Words => {
  const count = p.others ?? 0;
  const where =
    count === 0 ? "" : ` (et sur ${String(count)} ${count === 1 ? "autre page" : "autres pages"})`;
  return [`${found}${where}.`, hint];
};

const en = (p: Built, found: string, hint: string): Words => {
  const count = p.others ?? 0;
  const where = count === 0 ? "" : ` (and on ${String(count)} other ${count === 1 ? "page" : "pages"})`;
  return [`${found}${where}.`, hint];
};

export const builtMessages = {
  "html-base-path": message<Built & { href: string; basePath: string }>({
    severity: "warn",
    fr: (p) =>
      fr(
        p,
        `L’adresse « ${p.href} » sort du site, qui est servi sous ${p.basePath}`,
        "Dans un gabarit, écrivez {{ adresse | url }}.",
      ),
    en: (p) =>
      en(
        p,
        `The address “${p.href}” is outside the site, which is served under ${p.basePath}`,
        "In a layout, write {{ address | url }}.",
      ),
  }),
  "html-anchor": message<Built & { href: string; id: string }>({
    severity: "warn",
    fr: (p) =>
      fr(
        p,
        `L’adresse « ${p.href} » mène à une page où rien n’a pour id « ${p.id} »`,
        "Corrigez la fin de l’adresse, après #.",
      ),
    en: (p) =>
      en(
        p,
        `The address “${p.href}” leads to a page where nothing has the id “${p.id}”`,
        "Correct the end of the address, after #.",
      ),
  }),
  "html-duplicate-id": message<Built & { id: string; line: number }>({
    severity: "warn",
    fr: (p) =>
      fr(
        p,
        `L’id « ${p.id} » est déjà pris à la ligne ${String(p.line)}`,
        "Donnez à chaque élément un id différent.",
      ),
    en: (p) =>
      en(
        p,
        `The id “${p.id}” is already taken on line ${String(p.line)}`,
        "Give each element an id of its own.",
      ),
  }),
  "html-title": message<Built>({
    severity: "warn",
    fr: (p) => fr(p, "La page n’a pas de titre", "Ajoutez <title>…</title> dans <head>."),
    en: (p) => en(p, "The page has no title", "Add <title>…</title> in <head>."),
  }),
  "html-lang": message<Built>({
    severity: "warn",
    fr: (p) => fr(p, "La page ne dit pas dans quelle langue elle est", 'Écrivez <html lang="fr">.'),
    en: (p) => en(p, "The page does not say which language it is in", 'Write <html lang="en">.'),
  }),
  "html-heading": message<Built & { count: number }>({
    severity: "warn",
    fr: (p) =>
      fr(
        p,
        p.count === 0
          ? "La page n’a pas de titre principal"
          : `La page a ${String(p.count)} titres principaux`,
        "Une page a un seul <h1>.",
      ),
    en: (p) =>
      en(
        p,
        p.count === 0 ? "The page has no main heading" : `The page has ${String(p.count)} main headings`,
        "A page has exactly one <h1>.",
      ),
  }),
  "html-alt": message<Built & { src: string }>({
    severity: "warn",
    fr: (p) =>
      fr(
        p,
        `L’image « ${p.src} » n’a pas de texte alternatif`,
        'Décrivez l’image dans alt="…", ou écrivez alt="" si elle est décorative.',
      ),
    en: (p) =>
      en(
        p,
        `The image “${p.src}” has no alternative text`,
        'Describe the image in alt="…", or write alt="" if it is decorative.',
      ),
  }),
  "html-inline": message<Built & { what: string }>({
    severity: "warn",
    fr: (p) =>
      fr(
        p,
        `${p.what} dans la page : la politique de sécurité du site l’interdit`,
        "Placez-le dans un fichier que la page charge.",
      ),
    en: (p) =>
      en(
        p,
        `${p.what} inside the page: the site’s security policy forbids it`,
        "Put it in a file that the page loads.",
      ),
  }),
  "html-nesting/unclosed": message<Built & { name: string }>({
    severity: "warn",
    fr: (p) =>
      fr(p, `${code(`<${p.name}>`)} n’est pas refermé là où il devrait l’être`, `Ajoutez </${p.name}>.`),
    en: (p) => en(p, `${code(`<${p.name}>`)} is not closed where it should be`, `Add </${p.name}>.`),
  }),
  "html-nesting/unopened": message<Built & { name: string }>({
    severity: "warn",
    fr: (p) =>
      fr(p, `${code(`</${p.name}>`)} ne referme rien`, `Supprimez-le, ou ajoutez <${p.name}> avant lui.`),
    en: (p) => en(p, `${code(`</${p.name}>`)} closes nothing`, `Delete it, or add <${p.name}> before it.`),
  }),
  "feed/malformed": message<{ found: string }>({
    severity: "warn",
    fr: (p) => [
      `Ce fichier n’est pas bien formé : ${code(p.found)}. Aucun lecteur de flux ne le lira.`,
      "Signalez-le aux auteurs de Carnet, qui écrit ce fichier lui-même.",
    ],
    en: (p) => [
      `This file is not well formed: ${code(p.found)}. No feed reader will read it.`,
      "Report it to the authors of Carnet, which writes this file itself.",
    ],
  }),
  "feed/missing": message<{ name: string }>({
    severity: "warn",
    fr: (p) => [
      `Il manque ${code(p.name)} à ce flux ou à l’une de ses entrées.`,
      "Signalez-le aux auteurs de Carnet, qui écrit ce fichier lui-même.",
    ],
    en: (p) => [
      `${code(p.name)} is missing from this feed or one of its entries.`,
      "Report it to the authors of Carnet, which writes this file itself.",
    ],
  }),
  "feed/duplicate-id": message<{ id: string }>({
    severity: "warn",
    fr: (p) => [
      `Deux entrées de ce flux ont l’identifiant « ${p.id} » : ses lecteurs n’en verront qu’une.`,
      "Donnez aux deux articles des adresses différentes ; ou, s’ils ont un `feedId`, chacun le sien.",
    ],
    en: (p) => [
      `Two entries of this feed have the id “${p.id}”: its readers will see only one.`,
      "Give the two posts different addresses; or, where they have a `feedId`, each its own.",
    ],
  }),
};
