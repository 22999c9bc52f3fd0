// `people.yaml` → the people that it describes. Besides the keys of every person, they may have terms of the site's taxonomies,
// under the names of these.
import { problem, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site/schema.ts";
import { PERSON_KEYS, peopleSchemaWith, type KnownPerson } from "../schema.ts";
import { excerpt } from "../../excerpt.ts";
import { networkOf } from "../signatures/handles.ts";
import { slugOf } from "../text.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { isLanguageTag } from "../../site/term-schema.ts";
import { isMap, type YamlMap } from "../yaml/parse.ts";
import { valueAt } from "../zod-problems.ts";
import { sieve } from "./file.ts";
import { renamedLine, yamlOf } from "./lines.ts";
import { checkHandles } from "./person-handles.ts";
import { checkPeopleLanguages } from "./language-keys.ts";
import type { SettingsFile } from "./settings-file.ts";
import { checkPeopleNames } from "./shared-names.ts";

export function readPeople(
  loaded: SettingsFile,
  site: SiteSettings | undefined,
): Record<string, KnownPerson> {
  const taxonomies = site?.taxonomies ?? {};
  const people =
    sieve(peopleSchemaWith(Object.keys(taxonomies)), loaded, {
      examples: personExample,
      ownWarning: (path) => strayLanguage(loaded, path) ?? strayHandle(loaded, path),
      toldApart: (path, found) => noTerm(loaded, { path, found, taxonomies }),
    }) ?? {};
  checkHandles(people, loaded);
  checkPeopleLanguages(people, loaded);
  checkPeopleNames(people, loaded);
  return people;
}

/** Words in another language beside a person's own keys, where `tags.yaml` has them. */
function strayLanguage(loaded: SettingsFile, path: KeyPath): Problem | undefined {
  const key = String(path[1]);
  if (path.length !== 2 || !isLanguageTag(key) || !isMap(valueAt(loaded.data, path))) return undefined;
  const fix = movedInto("translations", loaded, path, (one) => one === key);
  return problem("unknown-key/person-language", loaded.placeOf(path, "key"), { key, fix });
}

/** An account beside a person's own keys, as a post has its `twitter`. */
function strayHandle(loaded: SettingsFile, path: KeyPath): Problem | undefined {
  const key = String(path[1]);
  const isAccount = (one: string, value: unknown): boolean =>
    networkOf(one) !== undefined && typeof value === "string";
  if (path.length !== 2 || !isAccount(key, valueAt(loaded.data, path))) return undefined;
  const fix = movedInto("handles", loaded, path, isAccount);
  return problem("unknown-key/person-handle", loaded.placeOf(path, "key"), { key, fix });
}

/** The line of the map where a key of a person belongs, with all the `stray` ones beside it. */
function movedInto(
  map: "translations" | "handles",
  loaded: SettingsFile,
  path: KeyPath,
  stray: (key: string, value: unknown) => boolean,
): string {
  const [id = ""] = path.map(String);
  const others = valueAt(loaded.data, [id, map]);
  const moved = Object.entries(valueAt(loaded.data, [id]) as YamlMap).filter(([key, value]) =>
    stray(key, value),
  );
  const value = yamlOf({ ...(isMap(others) && others), ...Object.fromEntries(moved) });
  return isMap(others) ? loaded.lineWith([id, map], value) : renamedLine(loaded.text, path, map, value);
}

/** A term under a key of every person: the taxonomy has the name of that key. */
function noTerm(
  loaded: SettingsFile,
  { path, found, taxonomies }: { path: KeyPath; found: unknown; taxonomies: SiteSettings["taxonomies"] },
): Problem | undefined {
  const key = String(path[1]);
  if (path.length !== 2 || found === undefined || !Object.hasOwn(taxonomies, key)) return undefined;
  const label = slugOf(taxonomies[key]?.label ?? "");
  const other = [...PERSON_KEYS, ...Object.keys(taxonomies)].includes(label) ? "" : label;
  const params = { key, found: excerpt(JSON.stringify(found)), other };
  return problem("settings/person-key", loaded.placeOf(path), params);
}

/** By what follows the id in a path; `translations.*` are the words of a language. */
const PERSON_EXAMPLES: Readonly<Record<string, string>> = {
  "": "{ name: Ana Diallo, role: designer }",
  name: "Ana Diallo",
  handles: '{ mastodon: "@equipe@social.example.org" }',
  translations: "{ en: { role: designer } }",
  "translations.*": "{ role: designer }",
};

function personExample([, ...path]: KeyPath): string | undefined {
  return PERSON_EXAMPLES[path.map((key, index) => (index === 1 ? "*" : String(key))).join(".")];
}
