// Links between texts: "read next", and translations.
// For each post, "read next" is the three posts that share most terms with it (tags and the site's own taxonomies), unless it
// names others. Rare terms count more; among equals, the latest posts come first. The result is exact without comparing posts in
// pairs: an index by set of shared terms holds the latest few.
import { addTo } from "../iterate.ts";
import { nearest } from "../nearest.ts";
import { nameIn } from "../paths.ts";
import { problem, type Problem } from "../problems.ts";
import type { RawEntry } from "./entry.ts";
import { MARKDOWN, readFileName } from "./file-names.ts";
import type { Made } from "./load.ts";
import { slugFor } from "./permalinks.ts";
import { byCodeUnit, fold } from "./text.ts";
import type { Entry, Post } from "./types.ts";

const MOST = 3;
/** Sets grow as 2^n; a post's rarest terms decide anyway. */
const MOST_TERMS = 6;

/**
 * Sets `related` of each post that is shown, latest first in `posts`, and `translations` of every text. `unread`: texts that an
 * error keeps out, which others may still name.
 */
export function linkTexts(
  made: Made,
  { posts, pages }: { posts: readonly Post[]; pages: readonly Entry[] },
  unread: readonly { file: string }[],
  problems: Problem[],
): void {
  const named = new Map<string, Entry[]>();
  for (const [{ name }, entry] of made)
    for (const one of new Set([name.stem.normalize("NFC"), entry.slug, entry.url, decodeURI(entry.url)]))
      addTo(named, one, entry);
  for (const { stem, slug } of unread.map(({ file }) => readFileName(file, new Set())))
    for (const one of [stem.normalize("NFC"), slugFor(slug)]) if (!named.has(one)) named.set(one, []);
  linkRelated(made, posts, named, problems);
  linkTranslations(made, new Set([...posts, ...pages]), named, problems);
}

/** Texts by the names by which others may refer to them; none for a name of a text that is not read. */
type Named = ReadonlyMap<string, readonly Entry[]>;

/**
 * Key of a name by which texts refer to each other, without folder and extension; an address begins with a slash, which no other
 * name contains. In NFC: macOS separates accents from their letters.
 */
function nameKey(written: string): string {
  const text = written
    .normalize("NFC")
    .trim()
    .replace(MARKDOWN, "")
    .replace(/\/index$/, "");
  return text.startsWith("/") ? text : nameIn(text).replace(/^_+/, "");
}

function linkRelated(made: Made, posts: readonly Post[], named: Named, problems: Problem[]): void {
  const frequency = new Map<string, number>();
  for (const post of posts)
    for (const name of termNames(post)) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  const sets = new Map(posts.map((post) => [post, termSets(termNames(post), frequency)]));
  const latest = new Map<string, Post[]>();
  for (const post of posts)
    for (const { key } of sets.get(post) ?? []) {
      const id = `${post.lang}\0${key}`;
      if ((latest.get(id)?.length ?? 0) <= MOST) addTo(latest, id, post);
    }
  const places = new Map(posts.map((post, place) => [post, place]));
  for (const post of posts) post.related = closest(post, sets.get(post) ?? [], latest, places);

  const shown = new Set<Entry>(posts);
  const isShown = (entry: Entry): entry is Post => shown.has(entry);
  for (const [{ data, placeIn }, post] of made) {
    const names = [data.related ?? []].flat();
    if (names.length === 0 || !isShown(post)) continue;
    const found = new Set<Post>();
    for (const name of names) {
      const all = named.get(nameKey(name));
      const other = all?.filter(isShown).find((one) => one !== post);
      if (other !== undefined) found.add(other);
      // A name of a text that is not shown yet is no mistake.
      if (all?.every((one) => one !== post)) continue;
      const titled = posts.find(({ title }) => fold(title) === fold(name));
      const known = [...named].flatMap(([key, some]) => (some.some(isShown) ? key : []));
      const meant = titled === undefined ? nearest(nameKey(name), known) : nameKey(titled.file);
      const fix = meant && `related: [${meant}]`;
      problems.push(problem("related", placeIn(["related"]), { found: name }, fix));
    }
    post.related = [...found];
  }
}

/** A tag is named by its slug, another term with its taxonomy before it: no slug contains a slash. */
function termNames(post: Post): string[] {
  return Object.entries(post.terms).flatMap(([taxonomy, terms]) =>
    terms.map(({ slug }) => (taxonomy === "tags" ? slug : `${taxonomy}/${slug}`)),
  );
}

interface TermSet {
  key: string;
  weight: number;
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

/** The closest posts, from the heaviest sets; sets of equal weight are merged by date. */
function closest(
  post: Post,
  sets: readonly TermSet[],
  latest: ReadonlyMap<string, readonly Post[]>,
  places: ReadonlyMap<Post, number>,
): Post[] {
  const found = new Set<Post>();
  for (const weight of new Set(sets.map((set) => set.weight))) {
    if (found.size >= MOST) break;
    const alike = sets
      .filter((set) => set.weight === weight)
      .flatMap(({ key }) => latest.get(`${post.lang}\0${key}`) ?? [])
      .filter((one) => one !== post)
      .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    for (const one of alike) if (found.size < MOST) found.add(one);
  }
  return [...found];
}

/**
 * Groups hold the texts that name each other by `translationOf`, or a common group by `lang-ref`: withheld ones too, so that a
 * draft's name is not reported as unknown; only published texts are linked.
 */
function linkTranslations(
  made: Made,
  published: ReadonlySet<Entry>,
  named: Named,
  problems: Problem[],
): void {
  const groups = new Map<Entry, readonly Entry[]>();
  const join = (one: Entry, other: Entry): void => {
    const all = [...new Set([...(groups.get(one) ?? [one]), ...(groups.get(other) ?? [other])])];
    for (const each of all) groups.set(each, all);
  };
  const references = new Map<string, Entry>();
  const raws = new Map<Entry, RawEntry>();
  for (const [raw, entry] of made) {
    const { translationOf, "lang-ref": reference } = raw.data;
    raws.set(entry, raw);
    if (reference !== undefined) {
      join(references.get(reference) ?? entry, entry);
      references.set(reference, entry);
    } else if (translationOf !== undefined) {
      const all = named.get(nameKey(translationOf));
      const isOfSort = (one: Entry): boolean =>
        one.kind === "term" || entry.kind === "term"
          ? one.kind === entry.kind && one.file.split("/")[1] === entry.file.split("/")[1]
          : true;
      const others = all?.filter((one) => one !== entry && isOfSort(one)) ?? [];
      const original = others.find(({ lang }) => lang !== entry.lang) ?? others[0];
      if (original !== undefined) join(entry, original);
      else if (all === undefined || all.length > 0) {
        // A text's own names are never suggested.
        const known = [...named].flatMap(([key, some]) => (some.some((one) => one !== entry) ? key : []));
        const meant = nearest(nameKey(translationOf), known);
        const fix = meant && `translationOf: ${meant}`;
        problems.push(problem("translation", entry.placeOf("translationOf"), { found: translationOf }, fix));
      }
    }
  }
  for (const group of new Set(groups.values())) {
    // If a group has two texts in one language, the one that readers see is linked.
    const ordered = [...raws.keys()].filter((entry) => group.includes(entry));
    const byLang = new Map<string, Entry>();
    for (const entry of [...ordered].sort((a, b) => Number(published.has(b)) - Number(published.has(a)))) {
      const { "lang-ref": reference, translationOf = "" } = raws.get(entry)?.data ?? {};
      if (!byLang.has(entry.lang)) byLang.set(entry.lang, entry);
      else {
        const place = entry.placeOf(reference === undefined ? "translationOf" : "lang-ref");
        problems.push(problem("translation", place, { found: reference ?? translationOf }));
      }
    }
    const shown = [...byLang.values()]
      .filter((entry) => published.has(entry))
      .sort((a, b) => byCodeUnit(a.lang, b.lang));
    for (const entry of byLang.values())
      entry.translations = shown
        .filter((other) => other !== entry)
        .map(({ lang, url, title }) => ({ lang, url, title }));
  }
}
