// Links posts and pages that belong together (neighbours, related posts, translations) once all of them are made.
import { linkNeighbours } from "./collections.ts";
import type { Made } from "./make-entries.ts";
import { linkRelated, nameKey } from "./related.ts";
import { linkTranslations, type Translatable } from "./translations.ts";
import type { Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";
import { readFileName } from "./file-names.ts";
import { slugFor } from "./permalinks.ts";
import type { Content, Entry, Post } from "./types.ts";

interface Linked extends Pick<Content, "pages"> {
  /** Latest first. */
  posts: readonly Post[];
  /** Texts that an error keeps out. Their names are still known. */
  unread: readonly Pick<SourceFile, "file">[];
}

/** `posts` and `pages` are those that this run shows. */
export function linkEntries(made: Made, { posts, pages, unread }: Linked, problems: Problem[]): void {
  linkNeighbours(posts);
  const sources = new Map([...made].map(([entry, one]) => [one, entry]));
  const all = translatables(made);
  const names = new Map(all.map(({ entry, names: own }) => [entry, own]));
  const byName = new Map<string, Post>();
  for (const post of posts)
    for (const name of names.get(post) ?? []) if (!byName.has(name)) byName.set(name, post);
  const shown = new Set<Entry>([...posts, ...pages]);
  const unreadNames = unread.flatMap(namesOfFile);
  const withheld = new Set([
    ...[...made.values()].filter((one) => !shown.has(one)).flatMap((one) => names.get(one) ?? []),
    ...unreadNames,
  ]);
  const wanted = (post: Post): string[] => [sources.get(post)?.data.related ?? []].flat();
  linkRelated(posts, { wanted, byName, withheld }, problems);
  linkTranslations(all, { published: shown, unread: new Set(unreadNames) }, problems);
}

/** What each text says of its translations, and the names by which others may refer to it. */
export function translatables(made: Made): Translatable[] {
  return [...made].map(([{ name, data }, entry]) => ({
    entry,
    langRef: data["lang-ref"],
    translationOf: data.translationOf === undefined ? undefined : nameKey(data.translationOf),
    names: namesOf(name.stem, entry),
  }));
}

/** Names by which others may refer to a text of which only the file name is known. */
function namesOfFile({ file }: Pick<SourceFile, "file">): string[] {
  const { stem, slug } = readFileName(file, new Set());
  return [stem.normalize("NFC"), slugFor(slug)].filter((name) => name !== "");
}

/** Names by which others may refer to an entry, each once. An address begins with a slash, which no other name contains. */
function namesOf(stem: string, { slug, url }: Entry): string[] {
  return [...new Set([stem.normalize("NFC"), slug, url, decodeURI(url)])];
}
