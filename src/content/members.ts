// People of `people.yaml` with terms of the site's taxonomies: the cohort that someone belongs to, the present team.
// They are read with the posts, since all of them together settle how a term is spelt, and made once the languages are known.
import type { Membership } from "./settings/people.ts";
import type { TagReader, TagsOf } from "./taxonomies.ts";
import type { Member, Person, Term } from "./types.ts";

/** Returns a function that makes them, in the order of `people.yaml`; someone without a valid term is left out. */
export function readMembers(
  memberships: readonly Membership[],
  reader: TagReader,
): (people: ReadonlyMap<string, Person>, languages: readonly string[]) => Member[] {
  const readings: [id: string, tags: TagsOf][] = memberships.map((one) => [one.id, reader.read(one)]);
  return (people, languages) =>
    readings.flatMap(([id, tags]) => {
      const person = people.get(`id:${id}`);
      const termsIn = (lang: string): Term[] =>
        reader.taxonomies.flatMap((one) => (tags.get(one.name) ?? []).map(({ key }) => one.term(key, lang)));
      const terms = Object.fromEntries(languages.map((lang) => [lang, termsIn(lang)]));
      const hasSome = Object.values(terms).some((some) => some.length > 0);
      return person !== undefined && hasSome ? { person, terms } : [];
    });
}
