// The people who signed a post of a language → their index, and the list of each one's posts.
import type { Person, Post } from "../content/types.ts";
import { ui } from "../strings/ui.ts";
import type { Draft } from "./draft.ts";
import { listFeeds } from "./feed-links.ts";
import { peopleOf, type Group } from "./groups.ts";
import { introduced, type Introductions } from "./introductions.ts";
import { indexData } from "./letters.ts";
import { homeCrumb, listPages, ownPage, type Shelf } from "./lists.ts";
import { typesetPerson, type Members } from "./members.ts";
import { ourLabel } from "./our-words.ts";
import { profilesOf } from "./profiles.ts";
import { indexSummary } from "./summaries.ts";
import type { GroupView, PersonView } from "./views.ts";

interface PagesNear {
  shelf: Shelf;
  introductions: Introductions;
  members: Members;
}

export function peoplePages(
  shelf: Shelf,
  shown: (person: Person) => PersonView,
  { introductions, members }: { introductions: Introductions; members: Members },
): Draft[] {
  const groups = peopleOf(shelf).map((group) => ({ ...group, of: typesetPerson(shown(group.of), shelf) }));
  const index = indexPage(shelf, groups);
  return [index, ...groups.flatMap((group) => personPages(group, index, { shelf, introductions, members }))];
}

function indexPage(shelf: Shelf, groups: readonly Group<PersonView>[]): Draft {
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const views = groups.map(({ of: person, posts, url }): GroupView => ({
    label: person.name,
    url,
    count: posts.length,
    person,
    ...(person.role !== undefined && { description: person.role }),
  }));
  return ownPage(shelf, "people", {
    title: words.people,
    description: "",
    metaDescription: indexSummary(shelf, words.people, views),
    data: indexData(views, lang),
  });
}

/** The list of someone's posts, which may have several pages. */
function personPages(
  group: Group<PersonView>,
  index: Draft,
  { shelf, introductions, members }: PagesNear,
): Draft[] {
  const { of: person, posts, url } = group;
  const words = ui(shelf.lang, shelf.site.lang);
  const description = introductions.described(url) ?? person.description;
  const list: Omit<Draft, "lang"> = {
    kind: "person",
    key: `person:${person.id}`,
    url,
    layout: "person",
    title: person.name,
    description: description ?? words.postsBy(person.name),
    data: {
      person: { ...person, ...(description !== undefined && { description }) },
      roles: rolesOf(person, posts),
      profiles: profilesOf(person),
      terms: members.termsOf(person),
    },
    trail: [homeCrumb(shelf), { label: words.people, url: index.url, ...ourLabel(shelf) }],
    feeds: listFeeds(shelf, group),
  };
  return listPages(shelf, posts, introduced(list, introductions.at(url), person.description), {
    opening: (of, n) => of.by(person.name, n),
    isDescribed: description !== undefined,
  });
}

/** Most roles to show beside a name: more would be a career. */
const MOST_ROLES = 4;

/** The role in `people.yaml`, then those in the person's posts, latest first. */
function rolesOf(person: Person, posts: readonly Post[]): string[] {
  const signed = posts.flatMap(({ authors }) =>
    authors.flatMap((author) => (author.person.id === person.id ? (author.role ?? []) : [])),
  );
  return [...new Set([...(person.role === undefined ? [] : [person.role]), ...signed])].slice(0, MOST_ROLES);
}
