// Terms of a taxonomy: tags as posts write them → one term per meaning, with its label, slug and address in each language.
// Spellings that differ by case, accent or plural are one term. Which spelling is kept depends on all posts, so terms are made
// last.
import { addressPattern, langPrefix, type Site } from "../site.ts";
import { byCodeUnit, slugOf } from "./text.ts";
import type { KnownTerm } from "../term-schema.ts";
import type { Places } from "./yaml/locate.ts";
import { meaning, readTag, readTagList, type BadTag, type WrittenTag } from "./tag-values.ts";
import { typesetterFor } from "./typeset.ts";
import type { Term } from "./types.ts";
import { wordingIn } from "./wording.ts";

export interface KnownTerms {
  terms: ReadonlyMap<string, KnownTerm>;
  /** True if the site has a list at all: only then is a tag outside it reported. */
  listed: boolean;
  closed: boolean;
}

/** What writes terms: a post, or a person of `people.yaml`. */
export interface Writer {
  source: { file: string };
  /** Place of a value inside a key: `["tags", 2]`. */
  placeIn: Places;
}

/** Two spellings of one term, with the file that uses each, and who writes the other one first. */
export interface Spellings {
  kept: string;
  keptFile?: string;
  other: string;
  by: Writer;
  index: number;
}

export interface Taxonomy {
  name: string;
  known: KnownTerms;
  /** Reads the value of its key in the front matter of a post, or in the lines of a person. */
  read: (value: unknown, by: Writer) => { tags: WrittenTag[]; bad: BadTag[] };
  /** A term in a language. Call it only once every post has been read. */
  term: (key: string, lang: string) => Term;
  isKnown: (key: string) => boolean;
  /** Labels to suggest. */
  labels: readonly string[];
  /** Spellings that were merged. */
  variants: () => Spellings[];
}

/** How often a spelling is used, and where first. */
interface Way {
  count: number;
  by: Writer;
  index: number;
}

export function taxonomy(name: string, known: KnownTerms, site: Site): Taxonomy {
  const aliases = aliasKeys(known.terms);
  const spellings = new Map<string, Map<string, Way>>();
  const cache = new Map<string, WrittenTag | BadTag>();
  const terms = new Map<string, Term>();
  const labels = [...known.terms].map(([slug, term]) => term.label ?? slug);
  let slugs: ReadonlyMap<string, string> | undefined;
  const readOne = (item: unknown, index: number): WrittenTag | BadTag => {
    if (typeof item !== "string") return readTag(item, index, aliases);
    let found = cache.get(item);
    if (found === undefined) cache.set(item, (found = readTag(item, 0, aliases)));
    return { ...found, index };
  };
  return {
    name,
    known,
    read(value, by) {
      const { tags, bad } = readTagList(value, readOne);
      for (const tag of tags) remember(spellings, tag, by);
      return { tags, bad };
    },
    term(key, lang) {
      const id = `${lang}\0${key}`;
      let term = terms.get(id);
      slugs ??= slugsOf(known.terms, spellings);
      if (term === undefined)
        terms.set(
          id,
          (term = makeTerm(
            name,
            key,
            lang,
            site,
            known.terms.get(key),
            slugs.get(key) ?? key,
            usual(spellings.get(key)),
          )),
        );
      return term;
    },
    isKnown: (key) => known.terms.has(key),
    labels,
    variants: () => variantsOf(known.terms, spellings),
  };
}

function aliasKeys(terms: ReadonlyMap<string, KnownTerm>): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [slug, term] of terms) {
    for (const name of namesOf(slug, term)) if (!keys.has(meaning(name))) keys.set(meaning(name), slug);
  }
  return keys;
}

/** Every way of writing a known term: slug, label, aliases, labels in other languages. */
export function namesOf(slug: string, term: KnownTerm): string[] {
  return [
    slug,
    term.label ?? slug,
    ...term.aliases,
    ...wordings(term).flatMap(([, wording]) => wording.label ?? []),
  ];
}

interface Wording {
  label?: string | undefined;
  description?: string | undefined;
}

function wordings(term: KnownTerm): [string, Wording][] {
  return Object.entries(term).flatMap(([key, value]) =>
    typeof value === "object" && !Array.isArray(value) ? [[key, value]] : [],
  );
}

function remember(spellings: Map<string, Map<string, Way>>, tag: WrittenTag, by: Writer): void {
  let ways = spellings.get(tag.key);
  if (ways === undefined) spellings.set(tag.key, (ways = new Map<string, Way>()));
  const way = ways.get(tag.text);
  if (way === undefined) ways.set(tag.text, { count: 1, by, index: tag.index });
  else way.count++;
}

/**
 * The most frequent spelling; among equals the one with more accents, then the last by code unit (lower case before upper
 * case).
 */
function usual(ways: ReadonlyMap<string, { count: number }> | undefined): string | undefined {
  const accents = (text: string): number => text.normalize("NFD").match(/\p{M}/gu)?.length ?? 0;
  const [first] = [...(ways ?? [])].sort(
    ([a, m], [b, n]) => n.count - m.count || accents(b) - accents(a) || byCodeUnit(b, a),
  );
  return first?.[0];
}

/** A unique slug for each key: known terms keep theirs, others follow in code-unit order. */
function slugsOf(
  known: ReadonlyMap<string, KnownTerm>,
  spellings: ReadonlyMap<string, ReadonlyMap<string, { count: number }>>,
): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  const add = (key: string, wanted: string): void => {
    let slug = wanted;
    for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${String(n)}`;
    taken.add(slug);
    slugs.set(key, slug);
  };
  for (const key of known.keys()) add(key, slugOf(key));
  for (const key of [...spellings.keys()].sort(byCodeUnit))
    if (!slugs.has(key)) add(key, slugOf(usual(spellings.get(key)) ?? key));
  return slugs;
}

/** Address pattern of the terms of a taxonomy; its index is the part before `:slug`. */
export function termPattern(site: Site, taxonomy: string, lang: string): string {
  if (taxonomy === "tags") return addressPattern(site, "tag", lang);
  return langPrefix(site, lang) + (site.taxonomies[taxonomy]?.address ?? `/${slugOf(taxonomy)}/:slug/`);
}

function makeTerm(
  name: string,
  key: string,
  lang: string,
  site: Site,
  known: KnownTerm | undefined,
  slug: string,
  written: string | undefined,
): Term {
  const own = known === undefined ? undefined : wordingIn(wordings(known), lang);
  const label = own?.label ?? known?.label ?? (known === undefined ? (written ?? key) : key);
  const description = own?.description ?? known?.description;
  const url = termPattern(site, name, lang).replaceAll(":slug", slug);
  return {
    taxonomy: name,
    slug,
    label,
    url,
    ...(description !== undefined && {
      description: typesetterFor(lang, site.typography)(description),
    }),
    toString: () => label,
  };
}

function variantsOf(
  known: ReadonlyMap<string, KnownTerm>,
  spellings: ReadonlyMap<string, ReadonlyMap<string, Way>>,
): Spellings[] {
  const found: Spellings[] = [];
  for (const [key, ways] of spellings) {
    const term = known.get(key);
    const fine = term === undefined ? undefined : namesOf(key, term);
    const kept = term === undefined ? usual(ways) : (term.label ?? key);
    if (kept === undefined) continue;
    const keptFile = ways.get(kept)?.by.source.file;
    for (const [other, { by, index }] of ways) {
      if (other === kept || fine?.includes(other) === true) continue;
      found.push({ kept, other, by, index, ...(keptFile === undefined ? {} : { keptFile }) });
    }
  }
  return found;
}
