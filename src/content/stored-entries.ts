// Posts and pages → plain values, and back to entries in another process, for a site root in which only the bodies of some texts
// changed. Their texts are not stored: they are read from their files when something needs them. References between entries, and
// to people and terms, are stored as positions in lists.
import { entriesOf, linkNeighbours } from "./collections.ts";
import { placesInHead } from "./entries/read.ts";
import { contentOf } from "./load.ts";
import { withChanges } from "./next-change.ts";
import { splitFrontMatter, type Split } from "./parse.ts";
import { readUtf8 } from "./read.ts";
import { readSettings } from "./settings/settings.ts";
import { settleSite, type RunOptions } from "./settings/settle-site.ts";
import { readTree } from "./tree.ts";
import type { SourceFile } from "../files.ts";
import type {
  Author,
  Content,
  Entry,
  Member,
  NextChange,
  Person,
  Post,
  SourceText,
  StaticPage,
  Term,
} from "./types.ts";

/** The posts and pages of a site, and the people who have terms, which all posts together settle. */
export interface Entries extends Pick<Content, "posts" | "pages" | "withheld" | "unsound" | "members"> {
  unreadDrafts?: readonly Pick<SourceFile, "file">[];
  nextChange?: NextChange | undefined;
}

/** The value that precedes the entries. */
interface Shared {
  posts: number;
  pages: number;
  withheld: number;
  people: readonly Person[];
  terms: readonly Omit<Term, "toString">[];
  members: readonly KeptMember[];
  unreadDrafts: readonly Pick<SourceFile, "file">[];
  nextChange: NextChange | undefined;
}

/** Properties that cannot be cloned, and that `restoredEntries` makes again. */
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

interface KeptMember {
  person: number;
  terms: Readonly<Record<string, readonly number[]>>;
}

/** Entries per value: all in one value would hold those of a large site in memory twice. */
const AT_ONCE = 500;

/** Values that can be cloned: first what all entries share, then entries in batches. */
export function* keptEntries(entries: Entries): Generator {
  const { posts, pages, withheld, members, unreadDrafts = [], nextChange } = entries;
  const all = entriesOf(entries);
  const authors = all.flatMap((one) => (isPost(one) ? one.authors : []));
  const people = places([...authors, ...members].map(({ person }) => person));
  const having = [...all.filter(isPost), ...members];
  const terms = places(having.flatMap((one) => Object.values(one.terms).flat()));
  const others = places(posts);
  const placeIn = <T>(among: ReadonlyMap<T, number>, one: T): number => among.get(one) ?? -1;
  const placesOf = (some: Member["terms"]): KeptMember["terms"] =>
    eachOf(some, (own) => own.map((term) => placeIn(terms, term)));
  yield {
    ...{ posts: posts.length, pages: pages.length, withheld: withheld.length, nextChange },
    unreadDrafts: unreadDrafts.map(({ file }) => ({ file })),
    people: [...people.keys()],
    terms: [...terms.keys()].map((term) => without(term, OF_TERMS)),
    members: members.map((one) => ({ person: placeIn(people, one.person), terms: placesOf(one.terms) })),
  } satisfies Shared;
  const keep = (entry: Entry): KeptPost | KeptPage => {
    if (!isPost(entry)) return without(entry, FOUND);
    return {
      ...without(entry, FOUND),
      related: entry.related.map((other) => placeIn(others, other)),
      authors: entry.authors.map((author) => ({ ...author, person: placeIn(people, author.person) })),
      terms: placesOf(entry.terms),
    };
  };
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE).map(keep);
}

/**
 * Turns the values of `keptEntries` back into entries of files that are unchanged; undefined if one of these files is missing.
 * The values are modified and become the entries: nothing else may hold them.
 */
export function restoredEntries(
  values: readonly unknown[],
  sources: ReadonlyMap<string, SourceFile>,
): Entries | undefined {
  const [shared, ...parts] = values as [Shared, ...(KeptPost | KeptPage)[][]];
  const { people, unreadDrafts, nextChange } = shared;
  const terms = shared.terms.map((term): Term => ({ ...term, toString: () => term.label }));
  const kept = parts.flat();
  const all: Entry[] = [];
  for (const one of kept) {
    const source = sources.get(one.file);
    if (!source) return undefined;
    const text = new UnopenedText(source);
    const places = placesInHead(one.file, text);
    const placeOf: Post["placeOf"] = (field, part) => places([field], part);
    // In place: copying objects of this size would take longer than everything else here.
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
  const pages = rest.splice(0, shared.pages) as StaticPage[];
  const withheld = rest.splice(0, shared.withheld);
  const members = shared.members.flatMap((one): Member[] => {
    const person = people[one.person];
    const own = eachOf(one.terms, (some) => some.flatMap((place) => terms[place] ?? []));
    return person === undefined ? [] : [{ person, terms: own }];
  });
  return { posts, pages, withheld, unsound: rest, members, unreadDrafts, nextChange };
}

function eachOf<T, U>(record: Readonly<Record<string, T>>, make: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value)]));
}

function isPost(entry: Entry): entry is Post {
  return entry.kind === "post";
}

/** Each value once, with its position. */
function places<T>(some: readonly T[]): Map<T, number> {
  return new Map([...new Set(some)].map((one, place) => [one, place]));
}

function without<T extends object, K extends string>(record: T, names: ReadonlySet<K>): Omit<T, K> {
  const held = Object.entries(record).filter(([name]) => !names.has(name as K));
  return Object.fromEntries(held) as Omit<T, K>;
}

export interface RestoreOptions extends RunOptions {
  /** Names of Carnet's own layouts, without extension. */
  builtinLayouts: readonly string[];
  /** Files of the site root, if they are already listed. */
  sources?: ReadonlyMap<string, SourceFile> | undefined;
  /** Files of the texts in which a problem was found as they were written. */
  remarked: readonly string[];
  /** The values of `keptEntries`, which nothing else may hold. */
  entries: () => readonly unknown[] | undefined;
}

/**
 * The same content as in an earlier run, without reading any text; undefined if a file is missing. Reports no problems: those of the
 * earlier run still hold.
 */
export function restoreContent(options: RestoreOptions): Content | undefined {
  const { builtinLayouts, remarked } = options;
  const tree = readTree(options.root, options.sources);
  const settings = readSettings(tree.settings);
  const { site, changes } = settleSite(settings, tree.publicFiles, options, []);
  const kept = options.entries();
  const texts = new Map([...tree.posts, ...tree.pages].map((source) => [source.file, source]));
  const entries = kept && restoredEntries(kept, texts);
  if (!entries) return undefined;
  return withChanges(contentOf(entries, { tree, settings, site, builtinLayouts, remarked }, []), changes);
}

/**
 * The text of an entry that is restored, and whose file is unchanged. The file is opened only if something needs the text, such as
 * the place of a problem.
 */
export class UnopenedText implements SourceText {
  readonly #source: SourceFile;
  #read: SourceText | undefined;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  get head(): string {
    return this.#open().head;
  }

  get body(): Buffer {
    return this.#open().body;
  }

  #open(): SourceText {
    return (this.#read ??= splitFile(this.#source) ?? NOTHING);
  }
}

/** A file that has vanished since is read as empty. */
const NOTHING: SourceText = { head: "", body: Buffer.alloc(0) };

/** Splits a file of the content into its two parts; undefined if it cannot be read, or has no front matter. */
export function splitFile(source: SourceFile): Split | undefined {
  const read = readUtf8(source);
  if (!read || "problem" in read) return undefined;
  const cut = splitFrontMatter(source.file, read.bytes);
  return "problem" in cut ? undefined : cut.split;
}
