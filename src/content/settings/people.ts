// `people.yaml` → the people that it describes, and the terms of the site's taxonomies that it gives them.
import type { SiteSettings } from "../../site/schema.ts";
import { checked } from "../schema-problems.ts";
import { PERSON_KEYS, peopleSchemaWith, type KnownPerson } from "../schema.ts";
import type { Tagged } from "../taxonomies.ts";
import { fold } from "../text.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { isMap } from "../yaml/parse.ts";
import type { SettingsFile } from "./file.ts";
import { reportSharedNames } from "./terms.ts";

/** A person who may have terms. */
export interface Membership extends Tagged {
  /** Key in `people.yaml`. */
  id: string;
}

export function readPeople(
  loaded: SettingsFile,
  { taxonomies }: Pick<SiteSettings, "taxonomies">,
): Record<string, KnownPerson> {
  const { value: people = {} } = checked(peopleSchemaWith(Object.keys(taxonomies)), loaded);
  // Two people may have the same name, and sign with their ids.
  const names = new Set(Object.entries(people).flatMap(([id, { name }]) => [fold(id), fold(name)]));
  const named = Object.entries(people).flatMap(([id, { name, aliases }]) => [
    ...(names.delete(fold(id)) ? [{ id, name: id }] : []),
    ...(names.delete(fold(name)) ? [{ id, name }] : []),
    ...aliases.map((other, alias) => ({ id, name: other, alias })),
  ]);
  reportSharedNames(named, fold, [], loaded);
  return people;
}

/** Terms under the names of taxonomies, read like those of a post; in the order of the file. */
export function membershipsOf(
  loaded: SettingsFile,
  people: Readonly<Record<string, KnownPerson>>,
): Membership[] {
  return Object.entries(people).flatMap(([id, person]) => {
    // The schema reads a name such as `toString` although it is not written.
    const own = loaded.data[id];
    const written = Object.entries(person).filter(
      ([key]) => !PERSON_KEYS.includes(key) && isMap(own) && Object.hasOwn(own, key),
    );
    if (written.length === 0) return [];
    const taxonomies = Object.fromEntries(written);
    // What is not in a list is the value of its key.
    const pathTo = ([field = "", ...item]: KeyPath): KeyPath =>
      Array.isArray(taxonomies[String(field)]) ? [id, field, ...item] : [id, field];
    return {
      id,
      data: {},
      taxonomies,
      source: { file: loaded.file },
      placeIn: (path, part) => loaded.placeOf(pathTo(path), part),
    };
  });
}
