// The aliases in `people.yaml`, `tags.yaml` and the taxonomies of `site.yaml` → the address of the page of the name itself. If
// an alias had a page, that page's address should lead there.
import { addTo } from "../group.ts";
import { addressPattern, type Site } from "../site/site.ts";
import { termOf } from "../site/term-schema.ts";
import type { Settings } from "./settings/settings.ts";
import { meaning } from "./tag-values.ts";
import { termPattern } from "./tags.ts";
import { fold, slugOf } from "./text.ts";

/** By `otherNameKey`: addresses of the page, one per language; some of them may not exist. */
export type OtherNames = ReadonlyMap<string, readonly string[]>;

/** `kind` is the kind of page: `tag` for a term of any taxonomy, or `person`. */
export function otherNameKey(kind: string, name: string): string {
  return `${kind}\0${kind === "tag" ? meaning(name) : fold(name)}`;
}

export function otherNames(
  { tags, people }: Pick<Settings, "tags" | "people">,
  site: Site,
  languages: readonly string[],
): OtherNames {
  const found = new Map<string, string[]>();
  const add = (
    kind: string,
    aliases: readonly string[],
    id: string,
    pattern: (lang: string) => string,
  ): void => {
    for (const name of aliases) {
      const key = otherNameKey(kind, name);
      for (const lang of languages) addTo(found, key, pattern(lang).replaceAll(":slug", slugOf(id)));
    }
  };
  const addTerm = (taxonomy: string, id: string, aliases: readonly string[]): void => {
    add("tag", aliases, id, (lang) => termPattern(site, taxonomy, lang));
  };
  for (const [id, { aliases }] of tags.terms) addTerm("tags", id, aliases);
  for (const [name, { terms }] of Object.entries(site.taxonomies))
    for (const [id, term] of Object.entries(terms)) addTerm(name, id, termOf(term).aliases);
  for (const [id, { aliases }] of Object.entries(people))
    add("person", aliases, id, (lang) => addressPattern(site, "person", lang));
  return found;
}
