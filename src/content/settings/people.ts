// `people.yaml` → the people that it describes. Besides the keys of every person, they may have terms of the site's taxonomies,
// under the names of these.
import { problem, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site-schema.ts";
import { PERSON_KEYS, peopleSchemaWith, type KnownPerson } from "../schema.ts";
import { excerpt, slugOf } from "../text.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { isLanguageTag } from "../../term-schema.ts";
import { isMap } from "../yaml/parse.ts";
import { valueAt } from "../zod-problems.ts";
import { lineWith, renamedLine, yamlOf } from "./lines.ts";
import { placesIn, sieve, type Loaded } from "./file.ts";
import { checkPeopleLanguages } from "./language-keys.ts";
import { checkPeopleNames } from "./shared-names.ts";

export function readPeople(
  loaded: Loaded,
  site: SiteSettings | undefined,
  problems: Problem[],
): Record<string, KnownPerson> {
  const taxonomies = site?.taxonomies ?? {};
  const people =
    sieve(peopleSchemaWith(Object.keys(taxonomies)), loaded, problems, {
      examples: personExample,
      ownWarning: (path) => strayLanguage(loaded, path),
      toldApart: (path, found) => noTerm(loaded, { path, found, taxonomies }),
    }) ?? {};
  checkPeopleLanguages(people, placesIn(loaded), problems);
  checkPeopleNames(people, placesIn(loaded), problems);
  return people;
}

/** Words in another language beside a person's own keys, where `tags.yaml` has them. */
function strayLanguage(loaded: Loaded, path: KeyPath): Problem | undefined {
  const [id = "", key] = path.map(String);
  const words = valueAt(loaded.data, path);
  if (path.length !== 2 || key === undefined || !isLanguageTag(key) || !isMap(words)) return undefined;
  const others = valueAt(loaded.data, [id, "translations"]);
  const value = yamlOf({ ...(isMap(others) && others), [key]: words });
  const fix = isMap(others)
    ? lineWith(loaded.text, [id, "translations"], value)
    : renamedLine(loaded.text, path, "translations", value);
  return problem("unknown-key/person-language", placesIn(loaded)(path, "key"), { key, fix });
}

/** A term under a key of every person: the taxonomy has the name of that key. */
function noTerm(
  loaded: Loaded,
  { path, found, taxonomies }: { path: KeyPath; found: unknown; taxonomies: SiteSettings["taxonomies"] },
): Problem | undefined {
  const key = String(path[1]);
  if (path.length !== 2 || found === undefined || !Object.hasOwn(taxonomies, key)) return undefined;
  const label = slugOf(taxonomies[key]?.label ?? "");
  const other = [...PERSON_KEYS, ...Object.keys(taxonomies)].includes(label) ? "" : label;
  const params = { key, found: excerpt(JSON.stringify(found)), other };
  return problem("settings/person-key", placesIn(loaded)(path), params);
}

/** By what follows the id in a path; `translations.*` are the words of a language. */
const PERSON_EXAMPLES: Readonly<Record<string, string>> = {
  "": "{ name: Coline Malivel, role: EIG Link }",
  name: "Coline Malivel",
  handles: '{ mastodon: "@equipe@social.example.org" }',
  translations: "{ en: { role: EIG Link } }",
  "translations.*": "{ role: EIG Link }",
};

function personExample([, ...path]: KeyPath): string | undefined {
  return PERSON_EXAMPLES[path.map((key, index) => (index === 1 ? "*" : String(key))).join(".")];
}
