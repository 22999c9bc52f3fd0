// People of `people.yaml` with terms → whom the page of each term shows, and what the page of each person says of them.
// Someone who signs nothing has no page to link to, unless the owner wrote one at that address: the list shows their links.
import { typesetterFor } from "../content/typeset.ts";
import type { Content, Person, Term } from "../content/types.ts";
import { personIn, roleLangIn } from "../content/wording.ts";
import { groupBy } from "../group.ts";
import { addressOf } from "./addresses.ts";
import type { Introductions } from "./introductions.ts";
import type { Shelf } from "./lists.ts";
import { briefProfilesOf } from "./profiles.ts";
import type { MembersPage, MemberView, PersonView, SearchedMember } from "./views.ts";

/** Of one language. */
export interface Members {
  /** Those who have a term, in the order of `people.yaml`. */
  of: (term: Term) => readonly MemberView[];
  /** The terms of a taxonomy that someone has: they have a list before any post uses them. */
  terms: (taxonomy: string) => readonly Term[];
  /** The pages of terms of all taxonomies, in the order of `people.yaml`. */
  pages: () => MembersPage[];
  /** The terms of a person, by taxonomy. */
  termsOf: (person: Person) => Readonly<Record<string, readonly Term[]>>;
}

export function membersOf(
  shelf: Shelf,
  { members }: Pick<Content, "members">,
  { shown, introductions }: { shown: (person: Person) => PersonView; introductions: Introductions },
): Members {
  const { site, lang, posts } = shelf;
  const pairs = members.flatMap(({ person, terms }) => (terms[lang] ?? []).map((term) => ({ person, term })));
  const signing = new Set(
    members.length === 0 ? [] : posts.flatMap(({ authors }) => authors.map(({ person }) => person.id)),
  );
  const viewOf = (person: Person): MemberView => {
    const url = addressOf(site, "person", lang, { slug: person.slug });
    const signs = signing.has(person.id);
    const hasPage = signs || introductions.at(url) !== undefined;
    const own = shown(personIn(person, lang, site));
    // A page of the owner’s shows what its text says: none of their links, unless it repeats them.
    const profiles = signs ? [] : briefProfilesOf(person);
    return {
      ...typesetPerson(own, shelf),
      ...foreignRole(person, shelf),
      initials: initialsOf(own.name),
      ...(hasPage && { url }),
      ...(profiles.length > 0 && { profiles }),
    };
  };
  const byTerm = groupBy(pairs, ({ term }) => term.url);
  const byPerson = groupBy(pairs, ({ person }) => person.id);
  const terms = [...byTerm.values()].flatMap(([first]) => first?.term ?? []);
  const of = ({ url }: Term): MemberView[] => (byTerm.get(url) ?? []).map(({ person }) => viewOf(person));
  return {
    of,
    terms: (taxonomy) => terms.filter((term) => term.taxonomy === taxonomy),
    pages: () => terms.map((term) => ({ lang, term, members: of(term).map(searched) })),
    termsOf: ({ id }) =>
      Object.fromEntries(
        groupBy(
          (byPerson.get(id) ?? []).map(({ term }) => term),
          (term) => term.taxonomy,
        ),
      ),
  };
}

/** Of the first and the last word with a capital, which particles and articles lack. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const main = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
  const [first = "", ...others] = main.length > 0 ? main : words;
  return [first, others.at(-1) ?? ""]
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toUpperCase();
}

/** Without portraits and links: an index is not made again for these. */
const searched = ({ name, role }: MemberView): SearchedMember => ({
  name,
  ...(role !== undefined && { role }),
});

/** A role that has no translation, with the typography of its language, and that language. */
function foreignRole(person: Person, { site, lang }: Shelf): Pick<MemberView, "role" | "roleLang"> {
  const roleLang = roleLangIn(person, lang, site);
  if (person.role === undefined || roleLang === lang) return {};
  return { role: typesetterFor(roleLang, site.typography)(person.role), roleLang };
}

/** What `people.yaml` says of a person, with the typography of the page's language. */
export function typesetPerson(person: PersonView, { site, lang }: Shelf): PersonView {
  const set = typesetterFor(lang, site.typography);
  return {
    ...person,
    ...(person.role !== undefined && { role: set(person.role) }),
    ...(person.description !== undefined && { description: set(person.description) }),
  };
}
