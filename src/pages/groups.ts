// Index pages and lists by term and by person, which have the same shape: a term or person, with its posts.
import type { Person, Post, Term } from "../content/types.ts";
import { personIn } from "../content/wording.ts";
import { taxonomyWords } from "../site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, besideAddress, taxonomyIndexAddress } from "./addresses.ts";
import { collator, type Draft } from "./draft.ts";
import { introduced, type Introductions } from "./introductions.ts";
import { indexData } from "./letters.ts";
import { crumbOf, homeCrumb, listPages, type Shelf } from "./lists.ts";
import { typesetPerson, type Members } from "./members.ts";
import { ourDescription, ourLabel, ourTitle } from "./our-words.ts";
import { profilesOf } from "./profiles.ts";
import { inOrder, isOrdered } from "./series.ts";
import { indexSummary, type Opening } from "./summaries.ts";
import type { FeedLink, GroupView, PersonView } from "./types.ts";

interface Group<T> {
  of: T;
  posts: Post[];
}

/** Index and pages of `tags`, or of a taxonomy that `site.yaml` declares. */
export function taxonomyPages(
  shelf: Shelf,
  taxonomy: string,
  { introductions, members }: { introductions: Introductions; members: Members },
): Draft[] {
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const others = [...introductions.terms(taxonomy), ...members.terms(taxonomy)];
  const groups = termsOf(shelf, taxonomy, others).map((group) => ({
    ...group,
    people: members.of(group.of),
  }));
  if (groups.length === 0 && taxonomy !== "tags") return [];
  const url = taxonomyIndexAddress(site, taxonomy, lang);
  const own = taxonomyWords(site, taxonomy, lang);
  const title = taxonomy === "tags" ? words.tags : own.label;
  const views = groups.map(({ of: term, posts, people }): GroupView => {
    const description = introductions.described(term.url) ?? term.description;
    return {
      ...{ label: term.label, url: term.url, count: posts.length, term },
      ...(people.length > 0 && { members: people.length }),
      ...(description !== undefined && { description }),
    };
  });
  const home = homeCrumb(shelf);
  const index: Draft = {
    kind: "tags",
    key: `taxonomy:${taxonomy}`,
    url,
    lang,
    layout: "tags",
    title,
    ...(taxonomy === "tags" && ourTitle(shelf)),
    description: own.description,
    ...(own.description === "" && { metaDescription: indexSummary(shelf, title, views) }),
    data: { ...indexData(views, lang), taxonomy },
    trail: [home],
  };
  const pages = groups.flatMap(({ of: term, posts, people }) => {
    const page = introductions.at(term.url);
    const ours =
      people.length > 0 ? words.membersOf(term.label, posts.length > 0) : words.taggedWith(term.label);
    const list: Omit<Draft, "lang"> = {
      kind: "tag",
      key: `term:${taxonomy}/${term.slug}`,
      url: term.url,
      layout: "tag",
      title: term.label,
      description: term.description ?? ours,
      ...(term.description === undefined && page === undefined && ourDescription(shelf)),
      data: { term, taxonomy },
      trail: [home, crumbOf(index)],
      // Feeds are made of posts: there is none before the first one.
      feeds: posts.length === 0 ? [] : feedsBeside(shelf, term.url, term.label, ["feed.xml", "feed.json"]),
    };
    const listed = isOrdered(site, taxonomy) ? inOrder(posts, lang) : posts;
    const opening: Opening = (of, n) =>
      people.length > 0 ? of.ofTerm(term.label, people.length, n) : of.on(term.label, n);
    return listPages(shelf, listed, introduced(list, page, term.description), {
      opening,
      isDescribed: (introductions.described(term.url) ?? term.description) !== undefined,
      ...(people.length > 0 && { ofFirst: { members: people } }),
    });
  });
  return [index, ...pages];
}

/** Index and pages of the people who signed at least one post in this language. */
export function peoplePages(
  shelf: Shelf,
  shown: (person: Person) => PersonView,
  { introductions, members }: { introductions: Introductions; members: Members },
): Draft[] {
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const url = addressOf(site, "people", lang);
  const groups = peopleOf(shelf).map((group) => ({ ...group, of: typesetPerson(shown(group.of), shelf) }));
  const home = homeCrumb(shelf);
  const views = groups.map(({ of: person, posts, url: own }): GroupView => ({
    label: person.name,
    url: own,
    count: posts.length,
    person,
    ...(person.role !== undefined && { description: person.role }),
  }));
  const pages = groups.flatMap(({ of: person, posts, url: own }) => {
    const description = introductions.described(own) ?? person.description;
    const list: Omit<Draft, "lang"> = {
      kind: "person",
      key: `person:${person.id}`,
      url: own,
      layout: "person",
      title: person.name,
      description: description ?? words.postsBy(person.name),
      data: {
        person: { ...person, ...(description !== undefined && { description }) },
        roles: rolesOf(person, posts),
        profiles: profilesOf(person),
        terms: members.termsOf(person),
      },
      trail: [home, { label: words.people, url, ...ourLabel(shelf) }],
      feeds: feedsBeside(shelf, own, person.name, ["feed.xml"]),
    };
    return listPages(shelf, posts, introduced(list, introductions.at(own), person.description), {
      opening: (of, n) => of.by(person.name, n),
      isDescribed: description !== undefined,
    });
  });
  return [
    {
      kind: "people",
      key: "people",
      url,
      lang,
      layout: "people",
      title: words.people,
      ...ourTitle(shelf),
      description: "",
      metaDescription: indexSummary(shelf, words.people, views),
      data: indexData(views, lang),
      trail: [home],
    },
    ...pages,
  ];
}

/** The people of a language, with their posts and the address of their page; also used for feeds. */
export function peopleOf(shelf: Shelf): (Group<Person> & { url: string })[] {
  const { site, lang } = shelf;
  return gather(
    shelf,
    (post) => post.authors.map((author) => author.person),
    (person) => person.id,
    (person) => person.name,
  ).map(({ of: person, posts }) => ({
    of: personIn(person, lang),
    posts,
    url: addressOf(site, "person", lang, { slug: person.slug }),
  }));
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

/**
 * The terms of a language with their posts; also used for feeds. Terms of `others` that no post has are added without posts.
 */
export function termsOf(shelf: Shelf, taxonomy: string, others: readonly Term[] = []): Group<Term>[] {
  return gather(
    shelf,
    (post) => post.terms[taxonomy] ?? [],
    (term) => term.slug,
    (term) => term.label,
    others,
  );
}

const FEED_TYPES = { "feed.xml": "application/atom+xml", "feed.json": "application/feed+json" } as const;

/** Links to the feeds of a page that lists posts, which are beside it. */
function feedsBeside(
  { site, lang }: Shelf,
  page: string,
  label: string,
  files: readonly (keyof typeof FEED_TYPES)[],
): FeedLink[] {
  if (site.origin === "") return [];
  const title = `${site.translations[lang]?.title ?? site.title} – ${label}`;
  return files.map((file) => ({ url: besideAddress(page, file), title, type: FEED_TYPES[file] }));
}

/** Posts by value, values in alphabetical order. A post counts once for a value that it has twice. */
function gather<T>(
  shelf: Shelf,
  valuesOf: (post: Post) => readonly T[],
  idOf: (value: T) => string,
  nameOf: (value: T) => string,
  others: readonly T[] = [],
): Group<T>[] {
  const groups = new Map<string, Group<T>>();
  for (const post of shelf.posts)
    for (const value of valuesOf(post)) {
      const id = idOf(value);
      const group = groups.get(id);
      if (!group) groups.set(id, { of: value, posts: [post] });
      else if (group.posts.at(-1) !== post) group.posts.push(post);
    }
  for (const value of others) if (!groups.has(idOf(value))) groups.set(idOf(value), { of: value, posts: [] });
  const order = collator(shelf.lang);
  return [...groups.values()].sort(
    (a, b) => order.compare(nameOf(a.of), nameOf(b.of)) || (idOf(a.of) < idOf(b.of) ? -1 : 1),
  );
}
