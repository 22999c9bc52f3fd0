// Index pages and lists by term and by person, which have the same shape: who or what, and its posts.
import type { Person, Post, Term } from "../content/types.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, besideAddress, taxonomyIndexAddress } from "./addresses.ts";
import { collator, type Draft } from "./draft.ts";
import { homeCrumb, listPages, type Shelf } from "./lists.ts";
import type { FeedLink, GroupView } from "./types.ts";

interface Group<T> {
  of: T;
  posts: Post[];
}

/** Index and pages of `tags` or of a taxonomy that `site.yaml` declares. */
export function taxonomyPages(shelf: Shelf, taxonomy: string): Draft[] {
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const groups = gather(
    shelf,
    (post) => post.terms[taxonomy] ?? [],
    (term) => term.slug,
    (term) => term.label,
  );
  if (groups.length === 0 && taxonomy !== "tags") return [];
  const url = taxonomyIndexAddress(site, taxonomy, lang);
  const title = taxonomy === "tags" ? words.tags : (site.taxonomies[taxonomy]?.label ?? taxonomy);
  const views = groups.map(({ of: term, posts }): GroupView => ({
    label: term.label,
    url: term.url,
    count: posts.length,
    term,
    ...(term.description !== undefined && { description: term.description }),
  }));
  const home = homeCrumb(shelf);
  const index: Draft = {
    kind: "tags",
    key: `taxonomy:${taxonomy}`,
    url,
    lang,
    layout: "tags",
    title,
    description: site.taxonomies[taxonomy]?.description ?? "",
    data: { groups: views, taxonomy },
    trail: [home],
  };
  const pages = groups.flatMap(({ of: term, posts }) =>
    listPages(shelf, posts, {
      kind: "tag",
      key: `term:${taxonomy}/${term.slug}`,
      url: term.url,
      layout: "tag",
      title: term.label,
      description: term.description ?? words.taggedWith(term.label),
      data: { term, taxonomy },
      trail: [home, { label: title, url }],
      feeds: termFeeds(shelf, term),
    }),
  );
  return [index, ...pages];
}

/** Index and pages of the people who signed at least one post in this language. */
export function peoplePages(shelf: Shelf): Draft[] {
  const { site, lang } = shelf;
  const words = ui(lang, site.lang);
  const url = addressOf(site, "people", lang);
  const groups = gather(
    shelf,
    (post) => post.authors.map((author) => author.person),
    (person) => person.id,
    (person) => person.name,
  );
  const home = homeCrumb(shelf);
  const urlOf = (person: Person): string => addressOf(site, "person", lang, { slug: person.slug });
  const views = groups.map(({ of: person, posts }): GroupView => ({
    label: person.name,
    url: urlOf(person),
    count: posts.length,
    person,
    ...(person.role !== undefined && { description: person.role }),
  }));
  const pages = groups.flatMap(({ of: person, posts }) =>
    listPages(shelf, posts, {
      kind: "person",
      key: `person:${person.id}`,
      url: urlOf(person),
      layout: "person",
      title: person.name,
      description: person.description ?? words.postsBy(person.name),
      data: { person },
      trail: [home, { label: words.people, url }],
    }),
  );
  return [
    {
      kind: "people",
      key: "people",
      url,
      lang,
      layout: "people",
      title: words.people,
      description: "",
      data: { groups: views },
      trail: [home],
    },
    ...pages,
  ];
}

/** The terms of a language with their posts, which feeds are made of too. */
export function termsOf(shelf: Shelf, taxonomy: string): Group<Term>[] {
  return gather(
    shelf,
    (post) => post.terms[taxonomy] ?? [],
    (term) => term.slug,
    (term) => term.label,
  );
}

export function termFeeds(shelf: Shelf, term: Term): FeedLink[] {
  if (shelf.site.origin === "") return [];
  const title = `${shelf.site.translations[shelf.lang]?.title ?? shelf.site.title} – ${term.label}`;
  return [
    { url: besideAddress(term.url, "feed.xml"), title, type: "application/atom+xml" },
    { url: besideAddress(term.url, "feed.json"), title, type: "application/feed+json" },
  ];
}

/** Posts by value, values in alphabetical order; a post counts once for a value that it names twice. */
function gather<T>(
  shelf: Shelf,
  valuesOf: (post: Post) => readonly T[],
  idOf: (value: T) => string,
  nameOf: (value: T) => string,
): Group<T>[] {
  const groups = new Map<string, Group<T>>();
  for (const post of shelf.posts)
    for (const value of valuesOf(post)) {
      const id = idOf(value);
      const group = groups.get(id);
      if (!group) groups.set(id, { of: value, posts: [post] });
      else if (group.posts.at(-1) !== post) group.posts.push(post);
    }
  const order = collator(shelf.lang);
  return [...groups.values()].sort(
    (a, b) => order.compare(nameOf(a.of), nameOf(b.of)) || (idOf(a.of) < idOf(b.of) ? -1 : 1),
  );
}
