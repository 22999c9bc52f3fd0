// The posts of a language by term and by person, which have the same shape: what their indexes, lists and feeds are made of.
import type { Person, Post, Term } from "../content/types.ts";
import { personIn } from "../content/wording.ts";
import { addressOf } from "./addresses.ts";
import { collator } from "./draft.ts";
import { personFeeds, termFeeds, type Feeds } from "./feed-links.ts";
import type { Shelf } from "./lists.ts";

/** Someone or something, and the list of its posts. */
export interface Group<T> {
  of: T;
  posts: Post[];
  label: string;
  /** Address of the list. */
  url: string;
  feeds: Feeds;
}

/** The people who signed at least one post in this language. */
export function peopleOf(shelf: Shelf): Group<Person>[] {
  const { site, lang } = shelf;
  return gather(
    shelf,
    (post) => post.authors.map((author) => author.person),
    (person) => person.id,
    (person) => person.name,
  ).map(({ of: person, posts }) => {
    const url = addressOf(site, "person", lang, { slug: person.slug });
    return { of: personIn(person, lang, site), posts, label: person.name, url, feeds: personFeeds(url) };
  });
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
  ).map(({ of: term, posts }) => {
    const { label, url } = term;
    return { of: term, posts, label, url, feeds: termFeeds(url) };
  });
}

/** Posts by value, values in alphabetical order. A post counts once for a value that it has twice. */
function gather<T>(
  shelf: Shelf,
  valuesOf: (post: Post) => readonly T[],
  idOf: (value: T) => string,
  nameOf: (value: T) => string,
  others: readonly T[] = [],
): Pick<Group<T>, "of" | "posts">[] {
  const groups = new Map<string, Pick<Group<T>, "of" | "posts">>();
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
