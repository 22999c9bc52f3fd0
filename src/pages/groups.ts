// The posts of a language by term and by person, which have the same shape: what their indexes, lists and feeds are made of.
import type { Person, Post, Term } from "../content/types.ts";
import { personIn } from "../content/wording.ts";
import { siteTitle } from "../site/site.ts";
import { addressOf, besideAddress } from "./addresses.ts";
import { collator } from "./draft.ts";
import type { Shelf } from "./lists.ts";
import type { FeedLink } from "./views.ts";

export interface Group<T> {
  of: T;
  posts: Post[];
}

export interface PersonGroup<T extends Person = Person> extends Group<T> {
  /** Address of their page. */
  url: string;
}

/** The people who signed at least one post in this language. */
export function peopleOf(shelf: Shelf): PersonGroup[] {
  const { site, lang } = shelf;
  return gather(
    shelf,
    (post) => post.authors.map((author) => author.person),
    (person) => person.id,
    (person) => person.name,
  ).map(({ of: person, posts }) => ({
    of: personIn(person, lang, site),
    posts,
    url: addressOf(site, "person", lang, { slug: person.slug }),
  }));
}

/**
 * The terms of a language with their posts. Terms of `others` that no post has are added without posts.
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
export function feedsBeside(
  { site, lang }: Shelf,
  page: string,
  label: string,
  files: readonly (keyof typeof FEED_TYPES)[],
): FeedLink[] {
  if (site.origin === "") return [];
  const title = `${siteTitle(site, lang)} – ${label}`;
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
