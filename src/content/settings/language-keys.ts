// Wording in another language has the language's code as its key, in three files: a key that is not a code has no effect.
import { isLanguageTag, TERM_KEYS } from "../../site/term-schema.ts";
import type { Place } from "../../problems.ts";
import { languageCode } from "../mend.ts";
import type { KnownPerson } from "../schema.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { isMap } from "../yaml/parse.ts";
import { unknownKeyProblems } from "../zod-problems.ts";
import type { SettingsFile } from "./settings-file.ts";

/** A warning for each key of the map at `path` that is neither a language code nor `known` there. */
export function checkLanguageKeys(
  keys: readonly string[],
  path: KeyPath,
  { placeOf: place, problems }: SettingsFile,
  known: readonly string[] = [],
): void {
  for (const key of keys) {
    if (isLanguageTag(key) || known.includes(key)) continue;
    const placeOf = (): Place => place([...path, key], "key");
    const meant = [languageCode(key) ?? "en", ...known];
    problems.push(...unknownKeyProblems("settings", [key], { known: meant, written: keys, placeOf }));
  }
}

/** The same for every person in `people.yaml`. */
export function checkPeopleLanguages(
  people: Readonly<Record<string, KnownPerson>>,
  loaded: SettingsFile,
): void {
  for (const [id, { translations = {} }] of Object.entries(people))
    checkLanguageKeys(Object.keys(translations), [id, "translations"], loaded);
}

/** The same for every term of `tags.yaml` or a taxonomy, as written: languages are beside its own keys. */
export function checkTermLanguages(terms: unknown, path: KeyPath, loaded: SettingsFile): void {
  if (!isMap(terms)) return;
  for (const [slug, term] of Object.entries(terms)) {
    if (isMap(term)) checkLanguageKeys(Object.keys(term), [...path, slug], loaded, TERM_KEYS);
  }
}
