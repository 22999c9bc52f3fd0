// What the schema of `site.yaml` cannot say: addresses that hold the right words, names that are not taken.
// Each check reports at its key; the caller decides what to build with.
import { ADDRESSES } from "../default-addresses.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { uiLang } from "../site.ts";
import { isLanguageTag, type SiteSettings } from "../site-schema.ts";
import type { KeyPath, Places } from "./locate.ts";
import { languageCode } from "./mend.ts";
import { FRONT_MATTER_KEYS } from "./schema.ts";
import { lineWith } from "./setting-lines.ts";
import { placesIn, type Loaded } from "./settings-file.ts";
import { unknownKeyProblems } from "./zod-problems.ts";

export function checkAddresses(settings: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  const refuse = (path: KeyPath, name: string, found: string, good: string): void => {
    const example = lineWith(loaded.text, path, good);
    problems.push(problem("settings/address", placesIn(loaded)(path), { name, found, example }));
  };
  for (const [name, example] of Object.entries(ADDRESSES[uiLang(settings.lang)])) {
    const found = Object.entries(settings.addresses).find(([own]) => own === name)?.[1];
    if (found === undefined) continue;
    const words = example.match(/:(n|slug|year|month)/g) ?? [];
    const sound =
      (name === "page" || found.startsWith("/")) &&
      !/\.\.|\\|\/\/|\s/.test(found) &&
      (found.match(/:[a-z]+/g) ?? []).join() === words.join();
    if (!sound) refuse(["addresses", name], name, found, example);
  }
  for (const [name, { address }] of Object.entries(settings.taxonomies)) {
    if (address === undefined || (address.match(/:[a-z]+/g) ?? []).join() === ":slug") continue;
    refuse(["taxonomies", name, "address"], name, address, `/${name}/:slug/`);
  }
}

/** A declared name must not be a key that front matter already has. */
export function checkNames(settings: SiteSettings, place: Places, problems: Problem[]): void {
  for (const kind of ["taxonomies", "fields"] as const) {
    for (const name of Object.keys(settings[kind])) {
      if (FRONT_MATTER_KEYS.includes(name))
        problems.push(problem("settings/name", place([kind, name], "key"), { name, kind }));
    }
  }
}

/** Words in another language stand under its code, and must be those of a taxonomy that is declared. */
export function checkTranslations(settings: SiteSettings, place: Places, problems: Problem[]): void {
  const known = Object.keys(settings.taxonomies);
  const languages = Object.keys(settings.translations);
  for (const [lang, { taxonomies }] of Object.entries(settings.translations)) {
    if (!isLanguageTag(lang)) {
      const placeOf = (): Place => place(["translations", lang], "key");
      const meant = [languageCode(lang) ?? "en"];
      problems.push(...unknownKeyProblems("settings", [lang], { known: meant, written: languages, placeOf }));
    }
    const written = Object.keys(taxonomies);
    const placeOf = (name: string): Place => place(["translations", lang, "taxonomies", name], "key");
    const unknown = written.filter((one) => !known.includes(one));
    problems.push(...unknownKeyProblems("settings", unknown, { known, written, placeOf }));
  }
}
