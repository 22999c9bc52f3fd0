// Which posts and pages belong together: neighbours, related posts, translations. Asked once all of them are made.
import { linkNeighbours } from "./collections.ts";
import type { Made } from "./make-entries.ts";
import { linkRelated, nameKey } from "./related.ts";
import { linkTranslations, type Translatable } from "./translations.ts";
import type { Problem } from "../problems.ts";
import type { Post, StaticPage } from "./types.ts";

/** `posts`, latest first, and `pages` are those that are shown. */
export function linkEntries(
  made: Made,
  posts: readonly Post[],
  pages: readonly StaticPage[],
  problems: Problem[],
): void {
  linkNeighbours(posts);
  const sources = new Map([...made].map(([entry, one]) => [one, entry]));
  const names = new Map([...made].map(([{ name }, one]) => [one, namesOf(name.stem, one)]));
  const byName = new Map<string, Post>();
  for (const post of posts)
    for (const name of names.get(post) ?? []) if (!byName.has(name)) byName.set(name, post);
  const shown = new Set<Post | StaticPage>([...posts, ...pages]);
  const withheld = new Set(
    [...made.values()].filter((one) => !shown.has(one)).flatMap((one) => names.get(one) ?? []),
  );
  const wanted = (post: Post): string[] => [sources.get(post)?.data.related ?? []].flat();
  linkRelated(posts, { wanted, byName, withheld }, problems);
  const all = [...made].map(([entry, one]): Translatable => ({
    entry: one,
    langRef: entry.data["lang-ref"],
    translationOf: entry.data.translationOf === undefined ? undefined : nameKey(entry.data.translationOf),
    names: names.get(one) ?? [],
  }));
  linkTranslations(all, shown, problems);
}

/** What others may call an entry by, each once. An address begins with a slash, which no other name holds. */
function namesOf(stem: string, { slug, url }: Post | StaticPage): string[] {
  return [...new Set([stem.normalize("NFC"), slug, url, decodeURI(url)])];
}
