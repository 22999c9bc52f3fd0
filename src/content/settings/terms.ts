// `tags.yaml` → the terms that it lists; and the names that the terms of any taxonomy, or people, share.
import type { SiteSettings } from "../../site/schema.ts";
import { termOf, termsOf, type KnownTerm } from "../../site/term-schema.ts";
import { namesOf, type KnownTerms } from "../terms.ts";
import { checked } from "../schema-problems.ts";
import { tagsSchema } from "../schema.ts";
import { meaning } from "../terms.ts";
import type { KeyPath } from "../yaml/locate.ts";
import type { SettingsFile } from "./file.ts";

export function readTags(loaded: SettingsFile): KnownTerms {
  const { closed = false, ...rest } = checked(tagsSchema, loaded).value ?? {};
  const terms = new Map<string, KnownTerm>();
  for (const [slug, term] of Object.entries(rest))
    if (typeof term !== "boolean") terms.set(slug, termOf(term));
  checkTermNames(terms, [], loaded);
  return { terms, listed: true, closed };
}

/** The terms of the taxonomies of `site.yaml`. */
export function checkTaxonomies({ taxonomies }: SiteSettings, loaded: SettingsFile): void {
  for (const [name, { terms }] of Object.entries(taxonomies))
    checkTermNames(termsOf(terms), ["taxonomies", name, "terms"], loaded);
}

/** `path` leads to the map of terms. */
function checkTermNames(terms: ReadonlyMap<string, KnownTerm>, path: KeyPath, loaded: SettingsFile): void {
  const named = [...terms].flatMap(([id, term]) => [
    ...namesOf(id, term)
      .filter((name) => !term.aliases.includes(name))
      .map((name) => ({ id, name })),
    ...term.aliases.map((name, alias) => ({ id, name, alias })),
  ]);
  reportSharedNames(named, meaning, path, loaded);
}

/** A name of a term or person; `alias` is its index among the aliases, if it is one. */
interface Named {
  id: string;
  name: string;
  alias?: number;
}

/**
 * Warns of a name that two of them have, at the one to remove: texts with that name all go to the first, and the page of the other
 * may be left with none.
 */
export function reportSharedNames(
  named: readonly Named[],
  keyOf: (name: string) => string,
  path: KeyPath,
  loaded: SettingsFile,
): void {
  const owners = new Map<string, Named>();
  const reported = new Set<string>();
  for (const one of named) {
    const key = keyOf(one.name);
    const first = owners.get(key);
    if (first === undefined) owners.set(key, one);
    const pair = `${key}\0${first?.id ?? ""}\0${one.id}`;
    if (first === undefined || first.id === one.id || reported.has(pair)) continue;
    reported.add(pair);
    // A name of its own takes precedence over an alias.
    const { id, alias } = one.alias === undefined && first.alias !== undefined ? first : one;
    const params = { name: one.name, first: first.id, other: one.id };
    const at = alias === undefined ? [...path, id] : [...path, id, "aliases", alias];
    loaded.report("shared-name", at, params, { part: alias === undefined ? "key" : "value" });
  }
}
