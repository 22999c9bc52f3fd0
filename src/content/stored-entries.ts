// Posts and pages as another process made them, for a site root in which only the bodies of some texts changed.
import type { SourceFile } from "../files.ts";
import { entriesOf, linkNeighbours, withChanges } from "./collections.ts";
import { contentOf, settleSite, type Entries, type RunOptions } from "./load.ts";
import { splitFile } from "./parse.ts";
import { readSettings } from "./settings.ts";
import { readTree } from "./tree.ts";
import type { Content, Entry, SourceText, Term } from "./types.ts";
import { placesIn } from "./yaml.ts";

/**
 * A value that can be cloned, from which `restoreContent` makes the entries again: without texts, which are read from their files
 * when something needs them, and functions. People and terms stay shared.
 */
export function keptEntries(content: Content): unknown {
  const { posts, pages, withheld, unsound, members, unreadDrafts, nextChange } = content;
  const places = new Map(posts.map((post, place) => [post, place]));
  const terms = new Map<Term, object>();
  const termOf = (term: Term): object => {
    const own = Object.fromEntries(Object.entries(term).filter(([key]) => key !== "toString"));
    return terms.get(term) ?? terms.set(term, own).get(term) ?? own;
  };
  const termsOf = (all: Readonly<Record<string, readonly Term[]>>): object =>
    Object.fromEntries(Object.entries(all).map(([name, some]) => [name, some.map(termOf)]));
  const kept = (entry: Entry): object => {
    const { text: _text, placeOf: _placeOf, ...own } = entry;
    if (own.kind === "page") return own;
    // Each would hold the next one, deeper than the stack.
    const { previous: _previous, next: _next, ...post } = own;
    return { ...post, terms: termsOf(post.terms), related: post.related.map((one) => places.get(one)) };
  };
  return {
    ...{ posts: posts.map(kept), pages: pages.map(kept), withheld: withheld.map(kept), nextChange },
    ...{ unsound: unsound.map(kept), unreadDrafts: unreadDrafts.map(({ file }) => ({ file })) },
    members: members.map((member) => ({ ...member, terms: termsOf(member.terms) })),
  };
}

/** Makes such a value the entries of files that are unchanged, in place; undefined if one of these files is missing. */
function restored(value: unknown, sources: ReadonlyMap<string, SourceFile>): Entries | undefined {
  const entries = value as Entries;
  const { posts, members } = entries;
  const all = entriesOf(entries);
  for (const entry of all) {
    const source = sources.get(entry.file);
    if (source === undefined) return undefined;
    entry.text = unopened(source);
    const placeIn = placesIn(entry.file, () => entry.text.head, 2);
    entry.placeOf = (field, part) => placeIn([field], part);
    if (entry.kind === "post")
      entry.related = (entry.related as unknown as number[]).flatMap((place) => posts[place] ?? []);
  }
  const having = [...all.flatMap((one) => (one.kind === "post" ? one : [])), ...members];
  for (const term of having.flatMap(({ terms }) => Object.values(terms).flat()))
    term.toString = () => term.label;
  linkNeighbours(posts);
  return entries;
}

/** The text of a file, which is opened only if something needs it. A file that has vanished since is read as empty. */
export function unopened(source: SourceFile): SourceText {
  let read: SourceText | undefined;
  const open = (): SourceText => (read ??= splitFile(source) ?? { head: "", body: Buffer.alloc(0) });
  return {
    get head() {
      return open().head;
    },
    get body() {
      return open().body;
    },
  };
}

export interface RestoreOptions extends RunOptions {
  /** Names of Carnet's own layouts, without extension. */
  builtinLayouts: readonly string[];
  /** Files of the site root, if they are already listed. */
  sources?: ReadonlyMap<string, SourceFile> | undefined;
  /** Files of the texts in which a problem was found as they were written. */
  remarked: readonly string[];
  /** What `keptEntries` returned; nothing else may hold it. */
  entries: () => unknown;
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
  const entries = kept === undefined ? undefined : restored(kept, texts);
  if (!entries) return undefined;
  return withChanges(contentOf(entries, { tree, settings, site, builtinLayouts, remarked }, []), changes);
}
