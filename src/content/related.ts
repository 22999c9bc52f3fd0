// "Read next": for each post, the three posts that share most terms with it (tags and the site's own taxonomies). Rare terms
// count more; among equals, the latest posts come first. The result is exact without comparing posts in pairs: an index by set
// of shared terms holds the latest few.
import { nearest } from "../nearest.ts";
import { nameIn } from "../paths.ts";
import { problem, type Problem } from "../problems.ts";
import { MARKDOWN, readFileName } from "./file-names.ts";
import type { Made } from "./load.ts";
import { slugFor } from "./permalinks.ts";
import { byCodeUnit, fold } from "./text.ts";
import type { Entry, Post } from "./types.ts";

const MOST = 3;
/** Sets grow as 2^n; a post's rarest terms decide anyway. */
const MOST_TERMS = 6;

interface TermSet {
  key: string;
  weight: number;
}

/** Sets `related` of each post. `posts` are those that are shown, latest first; `unread` those that an error keeps out. */
export function linkRelated(
  made: Made,
  posts: readonly Post[],
  unread: readonly { file: string }[],
  problems: Problem[],
): void {
  const frequency = new Map<string, number>();
  for (const post of posts)
    for (const name of termNames(post)) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  const sets = new Map(posts.map((post) => [post, termSets(termNames(post), frequency)]));
  const latest = new Map<string, number[]>();
  for (const [i, post] of posts.entries()) {
    for (const { key } of sets.get(post) ?? []) {
      const held = latest.get(`${post.lang}\0${key}`);
      if (held === undefined) latest.set(`${post.lang}\0${key}`, [i]);
      else if (held.length <= MOST) held.push(i);
    }
  }
  const wanted = new Map([...made].map(([{ data }, entry]) => [entry, [data.related ?? []].flat()]));
  const stems = new Map([...made].map(([{ name }, entry]) => [entry, name.stem]));
  const byName = new Map<string, Post>();
  // A name of a text that is not shown yet is no mistake.
  const hidden = new Set(unread.flatMap(namesOfFile));
  const shown = new Set<Entry>(posts);
  for (const [entry, stem] of stems)
    if (!shown.has(entry)) for (const name of namesOf(stem, entry)) hidden.add(name);
  for (const post of posts)
    for (const name of namesOf(stems.get(post) ?? "", post)) if (!byName.has(name)) byName.set(name, post);
  for (const [i, post] of posts.entries()) {
    const names = wanted.get(post) ?? [];
    post.related =
      names.length > 0
        ? named(post, names, { byName, hidden }, problems)
        : closest(i, post.lang, sets.get(post) ?? [], latest).flatMap((index) => posts[index] ?? []);
  }
}

/** A tag is named by its slug, another term with its taxonomy before it: no slug contains a slash. */
function termNames(post: Post): string[] {
  return Object.entries(post.terms).flatMap(([taxonomy, terms]) =>
    terms.map(({ slug }) => (taxonomy === "tags" ? slug : `${taxonomy}/${slug}`)),
  );
}

/** Every set of a post's terms that another post may share, heaviest first. */
function termSets(names: readonly string[], frequency: ReadonlyMap<string, number>): TermSet[] {
  const rarest = [...names]
    .sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || byCodeUnit(a, b))
    .slice(0, MOST_TERMS);
  let sets: TermSet[] = [{ key: "", weight: 0 }];
  for (const name of rarest.sort()) {
    const weight = 1 / (frequency.get(name) ?? 1);
    sets = [...sets, ...sets.map((set) => ({ key: `${set.key}\0${name}`, weight: set.weight + weight }))];
  }
  return sets.slice(1).sort((a, b) => b.weight - a.weight);
}

/** Positions of the closest posts, from the heaviest sets; sets of equal weight are merged by date. */
function closest(
  own: number,
  lang: string,
  sets: readonly TermSet[],
  latest: ReadonlyMap<string, readonly number[]>,
): number[] {
  const found: number[] = [];
  for (let i = 0; i < sets.length && found.length < MOST;) {
    const weight = sets[i]?.weight;
    const alike = new Set<number>();
    for (; i < sets.length && sets[i]?.weight === weight; i++)
      for (const index of latest.get(`${lang}\0${sets[i]?.key ?? ""}`) ?? []) alike.add(index);
    const fresh = [...alike].filter((index) => index !== own && !found.includes(index)).sort((a, b) => a - b);
    found.push(...fresh.slice(0, MOST - found.length));
  }
  return found;
}

/** The posts that `related` names, in its order; a name of no published post is reported, with the one that it is near to. */
function named(
  post: Post,
  names: readonly string[],
  { byName, hidden }: { byName: ReadonlyMap<string, Post>; hidden: ReadonlySet<string> },
  problems: Problem[],
): Post[] {
  const found = new Set<Post>();
  for (const name of names) {
    const other = byName.get(nameKey(name));
    if (other !== undefined && other !== post) {
      found.add(other);
      continue;
    }
    if (hidden.has(nameKey(name))) continue;
    const titled = [...byName.values()].find(({ title }) => fold(title) === fold(name));
    const meant = titled === undefined ? nearest(nameKey(name), byName.keys()) : nameKey(titled.file);
    problems.push(
      problem("related", post.placeOf("related"), { found: name }, meant && `related: [${meant}]`),
    );
  }
  return [...found];
}

/** Names by which others may refer to an entry, each once. An address begins with a slash, which no other name contains. */
export function namesOf(stem: string, { slug, url }: Pick<Entry, "slug" | "url">): string[] {
  return [...new Set([stem.normalize("NFC"), slug, url, decodeURI(url)])];
}

/** Names by which others may refer to a text of which only the file name is known. */
export function namesOfFile({ file }: { file: string }): string[] {
  const { stem, slug } = readFileName(file, new Set());
  return [stem.normalize("NFC"), slugFor(slug)].filter((name) => name !== "");
}

/**
 * Key of a name by which posts refer to each other, without folder and extension. In NFC: macOS separates accents from their
 * letters.
 */
export function nameKey(written: string): string {
  const text = written
    .normalize("NFC")
    .trim()
    .replace(MARKDOWN, "")
    .replace(/\/index$/, "");
  return text.startsWith("/") ? text : nameIn(text).replace(/^_+/, "");
}
