// Names that `tags.yaml`, a taxonomy or `people.yaml` gives to two terms or people → a warning at the one to remove.
// Texts with such a name all go to the first of the two, and the page of the other may be left with none.
import { namesOf, type KnownTerms } from "../known-terms.ts";
import type { KnownPerson } from "../schema.ts";
import { meaning } from "../tag-values.ts";
import { fold } from "../text.ts";
import type { KeyPath } from "../yaml/locate.ts";
import type { SettingsFile } from "./settings-file.ts";

interface Claim {
  id: string;
  name: string;
  /** Its index among the aliases; undefined for a name of its own. */
  alias?: number;
}

/** `path` leads to the map of terms. */
export function checkTermNames(terms: KnownTerms["terms"], path: KeyPath, loaded: SettingsFile): void {
  const claims = [...terms].flatMap(([id, term]) => [
    ...namesOf(id, term)
      .filter((name) => !term.aliases.includes(name))
      .map((name) => ({ id, name })),
    ...term.aliases.map((name, alias) => ({ id, name, alias })),
  ]);
  tell(sharedNames(claims, meaning), path, loaded);
}

/** Two people may have the same name, and sign with their ids. */
export function checkPeopleNames(people: Readonly<Record<string, KnownPerson>>, loaded: SettingsFile): void {
  const claims = Object.entries(people).flatMap(([id, { name, aliases }]) => [
    { id, name: id },
    { id, name },
    ...aliases.map((other, alias) => ({ id, name: other, alias })),
  ]);
  const shared = sharedNames(claims, fold).filter(({ given }) => given.alias !== undefined);
  tell(shared, [], loaded);
}

interface Shared {
  given: Claim;
  /** The other one with that name, and the one that texts with the name go to. */
  other: string;
  first: string;
}

function sharedNames(claims: readonly Claim[], keyOf: (name: string) => string): Shared[] {
  const owners = new Map<string, Claim>();
  const found = new Map<string, Shared>();
  for (const claim of claims) {
    const key = keyOf(claim.name);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, claim);
    if (owner === undefined || owner.id === claim.id) continue;
    // A name of its own takes precedence over an alias.
    const given = claim.alias === undefined && owner.alias !== undefined ? owner : claim;
    const other = given === owner ? claim.id : owner.id;
    const pair = `${key}\0${other}\0${given.id}`;
    if (!found.has(pair)) found.set(pair, { given, other, first: owner.id });
  }
  return [...found.values()];
}

function tell(shared: readonly Shared[], path: KeyPath, loaded: SettingsFile): void {
  for (const { given, other, first } of shared) {
    const { id, name, alias } = given;
    const params = { name, other, first };
    if (alias === undefined) loaded.tell("shared-name", [...path, id], params, "key");
    else loaded.tell("shared-name", [...path, id, "aliases", alias], params);
  }
}
