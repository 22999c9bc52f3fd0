// Posts and pages as plain values, and the same again of those in another process: all but their words, which are read from
// their files once someone asks. What one holds of another, or of all, stands there as a place among all.
import { linkNeighbours } from "./collections.ts";
import { placesIn } from "./entries/loose-entry.ts";
import type { SourceFile } from "../source-file.ts";
import type { Author, Content, NextChange, Person, Post, StaticPage, Term } from "./types.ts";
import { UnopenedText } from "./entries/unopened.ts";

/** What a site says in its posts and pages. */
export interface Entries extends Pick<Content, "posts" | "pages" | "withheld"> {
  unreadDrafts?: readonly Pick<SourceFile, "file">[];
  nextChange?: NextChange | undefined;
}

/** What stands before the entries. */
interface Shared {
  posts: number;
  pages: number;
  people: readonly Person[];
  terms: readonly Omit<Term, "toString">[];
  unreadDrafts: readonly Pick<SourceFile, "file">[];
  nextChange: NextChange | undefined;
}

/** What is found again, and cannot be cloned. */
const FOUND = new Set(["text", "placeOf", "previous", "next"] as const);
const OF_TERMS = new Set(["toString"] as const);

type KeptPage = Omit<StaticPage, "text" | "placeOf">;
interface KeptPost extends Omit<
  Post,
  "text" | "placeOf" | "previous" | "next" | "related" | "authors" | "terms"
> {
  authors: readonly (Omit<Author, "person"> & { person: number })[];
  terms: Readonly<Record<string, readonly number[]>>;
  related: readonly number[];
}

/** Entries that make one value: those of a large site would else stand in memory once more. */
const AT_ONCE = 500;

/** Values that can be cloned: what all share, then entries some at a time. */
export function* keptEntries({ posts, pages, withheld, unreadDrafts = [], nextChange }: Entries): Generator {
  const all = [...posts, ...pages, ...withheld];
  const people = places(all.flatMap((one) => (isPost(one) ? one.authors : [])).map(({ person }) => person));
  const terms = places(all.flatMap((one) => (isPost(one) ? Object.values(one.terms).flat() : [])));
  const others = places(posts);
  yield {
    ...{ posts: posts.length, pages: pages.length, nextChange },
    unreadDrafts: unreadDrafts.map(({ file }) => ({ file })),
    people: [...people.keys()],
    terms: [...terms.keys()].map((term) => without(term, OF_TERMS)),
  } satisfies Shared;
  const placeIn = <T>(among: ReadonlyMap<T, number>, one: T): number => among.get(one) ?? -1;
  const keep = (entry: Post | StaticPage): KeptPost | KeptPage => {
    if (!isPost(entry)) return without(entry, FOUND);
    return {
      ...without(entry, FOUND),
      related: entry.related.map((other) => placeIn(others, other)),
      authors: entry.authors.map((author) => ({ ...author, person: placeIn(people, author.person) })),
      terms: Object.fromEntries(
        Object.entries(entry.terms).map(([name, some]) => [name, some.map((term) => placeIn(terms, term))]),
      ),
    };
  };
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE).map(keep);
}

/**
 * What `keptEntries` gave, as entries of files that stand as they did. Undefined where one of these is not there. The values
 * are the entries': nobody else is to hold them.
 */
export function entriesOf(
  values: readonly unknown[],
  sources: ReadonlyMap<string, SourceFile>,
): Entries | undefined {
  const [shared, ...parts] = values as [Shared, ...(KeptPost | KeptPage)[][]];
  const { people, unreadDrafts, nextChange } = shared;
  const terms = shared.terms.map((term): Term => ({ ...term, toString: () => term.label }));
  const kept = parts.flat();
  const all: (Post | StaticPage)[] = [];
  for (const one of kept) {
    const source = sources.get(one.file);
    if (!source) return undefined;
    const text = new UnopenedText(source);
    const places = placesIn(one.file, text);
    const placeOf: Post["placeOf"] = (field, part) => places([field], part);
    // In place: copies of objects of this size would take longer than all else here.
    if (one.kind === "page") all.push(Object.assign(one, { text, placeOf }));
    else {
      const authors = one.authors.map((author) => Object.assign(author, { person: people[author.person] }));
      const byName: Record<string, readonly (Term | undefined)[]> = {};
      for (const name in one.terms) byName[name] = (one.terms[name] ?? []).map((place) => terms[place]);
      all.push(Object.assign(one, { text, placeOf, authors, terms: byName }) as unknown as Post);
    }
  }
  const posts = all.slice(0, shared.posts) as Post[];
  for (const post of posts) {
    const related = post.related as unknown as number[];
    post.related = related.flatMap((place) => posts[place] ?? []);
  }
  linkNeighbours(posts);
  const rest = all.slice(shared.posts);
  const pages = rest.slice(0, shared.pages) as StaticPage[];
  return { posts, pages, withheld: rest.slice(shared.pages), unreadDrafts, nextChange };
}

function isPost(entry: Post | StaticPage): entry is Post {
  return entry.kind === "post";
}

/** Each once, with its place among them. */
function places<T>(some: readonly T[]): Map<T, number> {
  return new Map([...new Set(some)].map((one, place) => [one, place]));
}

function without<T extends object, K extends string>(record: T, names: ReadonlySet<K>): Omit<T, K> {
  const held = Object.entries(record).filter(([name]) => !names.has(name as K));
  return Object.fromEntries(held) as Omit<T, K>;
}
