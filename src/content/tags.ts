// Terms of a taxonomy: tags as posts write them → one term per meaning, with its label, slug and address in each language.
// Spellings that differ by case, accent or plural are one term. Which spelling is kept depends on all posts, so terms are made
// last.
import { addressPattern, langPrefix, type Site } from "../site/site.ts";
import { slugsByMeaning, wordingOf, type KnownTerms } from "./known-terms.ts";
import { Spellings, type Variant, type Writer } from "./spellings.ts";
import { readTag, readTagList, type BadTag, type WrittenTag } from "./tag-values.ts";
import { slugOf, uniqueSlug } from "./text.ts";
import { typesetterFor } from "./typeset.ts";
import type { Term } from "./types.ts";

export interface Taxonomy {
  name: string;
  known: KnownTerms;
  /** Reads the value of its key in the front matter of a post, or in the lines of a person. */
  read: (value: unknown, by: Writer) => { tags: WrittenTag[]; bad: BadTag[] };
  /** Called before what may change no page is read: how a term is spelt depends on those read so far. */
  settle: () => void;
  /** A term in a language. Call it only once every post has been read. */
  term: (key: string, lang: string) => Term;
  isKnown: (key: string) => boolean;
  /** Labels to suggest. */
  labels: readonly string[];
  /** Spellings that were merged. */
  variants: () => Variant[];
}

export function taxonomy(name: string, known: KnownTerms, site: Site): Taxonomy {
  const aliases = slugsByMeaning(known.terms);
  const spellings = new Spellings();
  const cache = new Map<string, WrittenTag | BadTag>();
  const readOne = (item: unknown, index: number): WrittenTag | BadTag => {
    if (typeof item !== "string") return readTag(item, index, aliases);
    let found = cache.get(item);
    if (found === undefined) cache.set(item, (found = readTag(item, 0, aliases)));
    return { ...found, index };
  };
  const terms = new Map<string, Term>();
  let slugs: ReadonlyMap<string, string> | undefined;
  const makeTerm = (key: string, lang: string): Term => {
    slugs ??= slugsOf(known.terms.keys(), spellings);
    const listed = known.terms.get(key);
    const wording = listed ? wordingOf(key, listed, lang, site) : { label: spellings.usual(key) ?? key };
    return termIn(lang, site, { taxonomy: name, slug: slugs.get(key) ?? key, ...wording });
  };
  return {
    name,
    known,
    read(value, by) {
      const { tags, bad } = readTagList(value, readOne);
      for (const tag of tags) spellings.add(tag, by);
      return { tags, bad };
    },
    settle() {
      spellings.settle();
    },
    term(key, lang) {
      const id = `${lang}\0${key}`;
      let term = terms.get(id);
      if (term === undefined) terms.set(id, (term = makeTerm(key, lang)));
      return term;
    },
    isKnown: (key) => known.terms.has(key),
    labels: [...known.terms].map(([slug, term]) => term.label ?? slug),
    variants: () => spellings.variants(known.terms),
  };
}

/** A unique slug for each key: known terms keep theirs, others follow in code-unit order. */
function slugsOf(known: Iterable<string>, spellings: Spellings): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of known) slugs.set(key, uniqueSlug(slugOf(key), taken));
  for (const key of spellings.keys())
    if (!slugs.has(key)) slugs.set(key, uniqueSlug(slugOf(spellings.usual(key) ?? key), taken));
  return slugs;
}

/** Address pattern of the terms of a taxonomy; its index is the part before `:slug`. */
export function termPattern(site: Site, taxonomy: string, lang: string): string {
  if (taxonomy === "tags") return addressPattern(site, "tag", lang);
  return langPrefix(site, lang) + (site.taxonomies[taxonomy]?.address ?? `/${slugOf(taxonomy)}/:slug/`);
}

interface TermParts extends Pick<Term, "taxonomy" | "slug" | "label"> {
  description?: string | undefined;
}

function termIn(lang: string, site: Site, { taxonomy, slug, label, description }: TermParts): Term {
  return {
    taxonomy,
    slug,
    label,
    url: termPattern(site, taxonomy, lang).replaceAll(":slug", slug),
    ...(description !== undefined && { description: typesetterFor(lang, site.typography)(description) }),
    toString: () => label,
  };
}
