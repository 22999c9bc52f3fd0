// Words in another language stand under its code, in three files: a key that is no code says nothing to any page.
import { isLanguageTag } from "../../site-schema.ts";
import type { Place, Problem } from "../../problems.ts";
import { languageCode } from "../mend.ts";
import type { KnownPerson } from "../schema.ts";
import type { KnownTerms } from "../tags.ts";
import type { KeyPath, Places } from "../yaml/locate.ts";
import { unknownKeyProblems } from "../zod-problems.ts";

/** A warning for each key of the map at `path` that is neither a code of a language nor `known` there. */
export function checkLanguageKeys(
  keys: readonly string[],
  path: KeyPath,
  { place, known = [], problems }: { place: Places; known?: readonly string[]; problems: Problem[] },
): void {
  for (const key of keys) {
    if (isLanguageTag(key) || known.includes(key)) continue;
    const placeOf = (): Place => place([...path, key], "key");
    const meant = [languageCode(key) ?? "en", ...known];
    problems.push(...unknownKeyProblems("settings", [key], { known: meant, written: keys, placeOf }));
  }
}

/** The same of every person of `people.yaml`. */
export function checkPeopleLanguages(
  people: Readonly<Record<string, KnownPerson>>,
  place: Places,
  problems: Problem[],
): void {
  for (const [id, { translations = {} }] of Object.entries(people))
    checkLanguageKeys(Object.keys(translations), [id, "translations"], { place, problems });
}

const OWN = ["label", "description", "aliases"];

/** The same of every term of `tags.yaml`, whose languages stand beside its own keys. */
export function checkTermLanguages({ terms }: KnownTerms, place: Places, problems: Problem[]): void {
  for (const [slug, term] of terms)
    checkLanguageKeys(Object.keys(term), [slug], { place, known: OWN, problems });
}
