// "Read next": for each post, the three posts that share most terms with it (tags and the site's own taxonomies). Rare terms
// count more; among equals, the latest posts come first. The result is exact without comparing posts in pairs: an index by set
// of shared terms holds the latest few.
import { nearest } from "../nearest.ts";
import { nameIn } from "../paths.ts";
import { problem, type Problem } from "../problems.ts";
import { MARKDOWN } from "./file-names.ts";
import { byCodeUnit, fold } from "./text.ts";
import type { Post } from "./types.ts";

const MOST = 3;
/** Sets grow as 2^n; a post's rarest terms decide anyway. */
const MOST_TERMS = 6;

interface TermSet {
  key: string;
  weight: number;
}

export interface Named {
  /** The names that a post lists in `related`. */
  wanted: (post: Post) => readonly string[];
  byName: ReadonlyMap<string, Post>;
  /** Names of posts that are not shown: drafts, scheduled posts, expired posts. */
  withheld: ReadonlySet<string>;
}

/** Sets `related` of each post. `posts` are sorted, latest first. */
export function linkRelated(posts: readonly Post[], named: Named, problems: Problem[]): void {
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
  let byTitle: Map<string, string> | undefined;
  const titled = (title: string): string | undefined =>
    (byTitle ??= new Map(posts.map((post) => [fold(post.title), nameKey(post.file)]))).get(fold(title));
  for (const [i, post] of posts.entries()) {
    const names = named.wanted(post);
    post.related =
      names.length > 0
        ? askedFor(post, names, { ...named, titled }, problems)
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

/** The posts that `related` names, in its order. `titled` finds the name of the post that has a title. */
function askedFor(
  post: Post,
  names: readonly string[],
  { byName, withheld, titled }: Named & { titled: (title: string) => string | undefined },
  problems: Problem[],
): Post[] {
  const found: Post[] = [];
  const place = post.placeOf("related");
  for (const name of names) {
    const key = nameKey(name);
    const other = byName.get(key);
    if (other === post) problems.push(problem("related/own", place, { found: name }));
    else if (other !== undefined) found.push(other);
    else if (withheld.has(key)) problems.push(problem("related/withheld", place, { found: name }));
    else if (titled(name) !== undefined)
      problems.push(problem("related/title", place, { found: name, name: titled(name) ?? "" }));
    else {
      const suggestion = nearest(key, byName.keys()) ?? "";
      problems.push(problem("related/unknown", place, { found: name, suggestion }));
    }
  }
  return [...new Set(found)];
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
