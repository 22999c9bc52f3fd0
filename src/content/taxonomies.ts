// The taxonomies of a site (tags and those that `site.yaml` declares), and the problems in what posts and people write in them.
// Every taxonomy is treated like tags: same spelling rules, same messages.
import { excerpt } from "../text.ts";
import { addTo } from "../iterate.ts";
import { nearest, ofSameNumbers } from "../nearest.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import type { Site } from "../site/site.ts";
import { termsOf } from "../site/term-schema.ts";
import { exampleOf, type FrontMatter } from "./schema.ts";
import type { Membership } from "./settings/people.ts";
import type { Settings } from "./settings/settings.ts";
import { LONGEST_TAG, MOST_VALUES, tagItems, type BadTag, type WrittenTag } from "./terms.ts";
import { Taxonomy, type Writer } from "./tags.ts";
import { slugOf } from "./text.ts";
import type { Member, Person, Term } from "./types.ts";
import { yamlOf } from "./yaml/quoting.ts";

export function taxonomiesOf(settings: Settings, site: Site): Taxonomy[] {
  // A refused term is missing from its list, although its author sees it there. Its refusal is reported, which is enough.
  const isWhole = (file: string): boolean => !settings.refused.has(file);
  const own = Object.entries(site.taxonomies).map(([name, { terms, closed }]) => {
    const known = termsOf(terms);
    return new Taxonomy(name, { terms: known, listed: known.size > 0 && isWhole(SITE), closed }, site);
  });
  const { tags } = settings;
  return [new Taxonomy("tags", { ...tags, listed: tags.listed && isWhole(TAGS) }, site), ...own];
}

const [SITE, TAGS] = ["content/site.yaml", "content/tags.yaml"];

/**
 * Returns a function that lists the terms that settings declare in a language, whether or not a post uses them: tags first, and
 * each taxonomy in the order of its file. They get their slugs before terms that only posts use.
 */
export function declaredTerms(settings: Settings, site: Site): (lang: string) => readonly Term[] {
  const taxonomies = taxonomiesOf(settings, site);
  return (lang) => taxonomies.flatMap((one) => [...one.known.terms.keys()].map((key) => one.term(key, lang)));
}

/** A post, or a person of `people.yaml`, with what they write in each taxonomy. */
export interface Tagged extends Writer {
  data: Pick<FrontMatter, "tags">;
  taxonomies: Readonly<Record<string, unknown>>;
}

/** Tags of a post or person by taxonomy. */
export type TagsOf = ReadonlyMap<string, readonly WrittenTag[]>;

/** Reads tags of all posts and people, and reports at the end what concerns several of them. */
export class TagReader {
  readonly taxonomies: readonly Taxonomy[];
  readonly #problems: Problem[];
  /** Where each tag that is not in its list is written, by taxonomy and tag. */
  readonly #unknown = new Map<string, { tag: WrittenTag; in: Taxonomy; place: () => Place }[]>();

  constructor(taxonomies: readonly Taxonomy[], problems: Problem[]) {
    this.taxonomies = taxonomies;
    this.#problems = problems;
  }

  /** A value that cannot be a tag is reported and left out. */
  read(entry: Tagged): TagsOf {
    return new Map(this.taxonomies.map((one) => [one.name, this.#readOne(entry, one)]));
  }

  #readOne(entry: Tagged, taxonomy: Taxonomy): WrittenTag[] {
    const { name, known } = taxonomy;
    // A taxonomy may have the name of a property that all objects have: `toString`.
    const own = Object.hasOwn(entry.taxonomies, name) ? entry.taxonomies[name] : undefined;
    const items = tagItems(name === "tags" ? entry.data.tags : own);
    if (items.length > MOST_VALUES) {
      const params = { path: name, limit: MOST_VALUES };
      this.#problems.push(problem("value/limit", entry.placeIn([name]), params));
      return [];
    }
    const tags: WrittenTag[] = [];
    for (const [index, item] of items.entries()) {
      const tag = taxonomy.read(item, index);
      if (tag === undefined) continue;
      if ("kind" in tag) this.#problems.push(badTag(tag, name, entry));
      else if (!tags.some(({ key }) => key === tag.key)) tags.push(tag);
    }
    for (const tag of tags) {
      taxonomy.add(tag, entry);
      if (!known.listed || known.terms.has(tag.key)) continue;
      const place = (): Place => entry.placeIn([name, tag.index]);
      addTo(this.#unknown, `${name}\0${tag.key}`, { tag, in: taxonomy, place });
    }
    return tags;
  }

  /** Warns once for each tag that is not in its list, and for each spelling that another one of the same meaning replaces. */
  report(): void {
    for (const { name, other, by, index, in: taxonomy } of this.taxonomies.flatMap((one) =>
      one.variants().map((variant) => ({ ...variant, in: one })),
    ))
      this.#problems.push(problem("near-duplicate-tag", by.placeIn([taxonomy.name, index]), { name, other }));
    for (const uses of this.#unknown.values()) {
      const [first] = uses;
      if (first === undefined) continue;
      const { tag, in: taxonomy } = first;
      const file = taxonomy.name === "tags" ? TAGS : SITE;
      const meant = nearest(tag.text, ofSameNumbers(tag.text, taxonomy.labels));
      if (taxonomy.known.closed)
        // Each of them is an error of its text.
        for (const { place } of uses)
          this.#problems.push(problem("unknown-tag/closed", place(), { tag: tag.text, file }, meant));
      else
        this.#problems.push(
          problem(
            "unknown-tag",
            first.place(),
            { tag: tag.text, file, count: uses.length },
            meant ?? `${slugOf(tag.text)}: ${yamlOf(tag.text)}`,
          ),
        );
    }
  }
}

function badTag({ kind, found, index }: BadTag, name: string, entry: Tagged): Problem {
  const place = entry.placeIn([name, index]);
  const path = `${name}.${String(index + 1)}`;
  if (kind === "too-long") return problem("value/limit", place, { path, limit: LONGEST_TAG });
  return problem("value", place, { path, found: excerpt(found) }, exampleOf(name));
}

/**
 * People with terms: the cohort that someone belongs to, the present team. They are read with the posts, since all of them together
 * settle how a term is spelt, and made once the languages are known, by the function returned: in the order of `people.yaml`,
 * without those who have no valid term.
 */
export function readMembers(
  memberships: readonly Membership[],
  reader: TagReader,
): (people: ReadonlyMap<string, Person>, languages: readonly string[]) => Member[] {
  const readings: [id: string, tags: TagsOf][] = memberships.map((one) => [one.id, reader.read(one)]);
  return (people, languages) =>
    readings.flatMap(([id, tags]) => {
      const person = people.get(`id:${id}`);
      const termsIn = (lang: string): Term[] =>
        reader.taxonomies.flatMap((one) => (tags.get(one.name) ?? []).map(({ key }) => one.term(key, lang)));
      const terms = Object.fromEntries(languages.map((lang) => [lang, termsIn(lang)]));
      const hasSome = Object.values(terms).some((some) => some.length > 0);
      return person !== undefined && hasSome ? { person, terms } : [];
    });
}
