// What `people.yaml` says under the names of the site's taxonomies → values that are read like those of a post, with their
// places and lines in that file.
import { PERSON_KEYS, type KnownPerson } from "../schema.ts";
import type { Tagged } from "../taxonomies.ts";
import type { SettingsFile } from "./settings-file.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { isMap } from "../yaml/parse.ts";

/** A person who may have terms. */
export interface Membership extends Tagged {
  /** Key in `people.yaml`. */
  id: string;
}

/** In the order of the file. */
export function membershipsOf(
  loaded: SettingsFile,
  people: Readonly<Record<string, KnownPerson>>,
): Membership[] {
  return Object.entries(people).flatMap(([id, person]) => {
    // The schema lets no other keys through than those of every person and the names of taxonomies, and reads a name such as
    // `toString` although it is not written.
    const own = loaded.data[id];
    const written = Object.entries(person).filter(
      ([key]) => !PERSON_KEYS.includes(key) && isMap(own) && Object.hasOwn(own, key),
    );
    if (written.length === 0) return [];
    const taxonomies = Object.fromEntries(written);
    // What is not in a list is the value of its key.
    const pathTo = ([field, ...item]: KeyPath): KeyPath =>
      field !== undefined && Array.isArray(taxonomies[String(field)])
        ? [id, field, ...item]
        : [id, field ?? ""];
    return {
      id,
      data: {},
      taxonomies,
      source: { file: loaded.file },
      placeOf: (field, part) => loaded.placeOf([id, field], part),
      placeIn: (path, part) => loaded.placeOf(pathTo(path), part),
      lineIn: (path, value) => loaded.lineWith(pathTo(path), value),
    };
  });
}
