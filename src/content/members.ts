// People of `people.yaml` with terms of the site's taxonomies: the cohort that someone belongs to, the present team.
// They are read with the posts, since all of them together settle how a term is spelt, and made once the languages are known.
import type { Problem } from "../problems.ts";
import type { Membership } from "./settings/memberships.ts";
import type { WrittenTag } from "./tag-values.ts";
import type { Taxonomy } from "./tags.ts";
import { readAllTags } from "./taxonomies.ts";
import type { Member, Person, Term } from "./types.ts";

/** A person of `people.yaml` with the terms that were read. */
export interface MemberReading {
  id: string;
  tags: ReadonlyMap<string, readonly WrittenTag[]>;
}

export function readMembers(
  memberships: readonly Membership[],
  taxonomies: readonly Taxonomy[],
  problems: Problem[],
): MemberReading[] {
  return memberships.map((one) => ({ id: one.id, tags: readAllTags(one, taxonomies, problems) }));
}

/** In the order of `people.yaml`; someone without a valid term is left out. */
export function makeMembers(
  readings: readonly MemberReading[],
  { people, taxonomies }: { people: ReadonlyMap<string, Person>; taxonomies: readonly Taxonomy[] },
  languages: readonly string[],
): Member[] {
  return readings.flatMap(({ id, tags }) => {
    const person = people.get(`id:${id}`);
    const termsIn = (lang: string): Term[] =>
      taxonomies.flatMap(({ name, term }) => (tags.get(name) ?? []).map(({ key }) => term(key, lang)));
    const terms = Object.fromEntries(languages.map((lang) => [lang, termsIn(lang)]));
    const hasSome = Object.values(terms).some((some) => some.length > 0);
    return person !== undefined && hasSome ? { person, terms } : [];
  });
}
