// Terms of a taxonomy: tags as posts write them → one term per meaning, with its label, slug and address in each language.
// Spellings that differ by case, accent or plural are one term. Which spelling is kept depends on all posts, so terms are made
// last.
import { addressPattern, langPrefix, type Site } from "../site/site.ts";
import {
  namesOf,
  readTag,
  slugsByMeaning,
  wordingOf,
  type BadTag,
  type KnownTerms,
  type WrittenTag,
} from "./terms.ts";
import { byCodeUnit, slugOf, uniqueSlug } from "./text.ts";
import { typesetterFor } from "./typeset.ts";
import type { Term } from "./types.ts";
import type { Places } from "./yaml/locate.ts";

/** What writes terms: a post, or a person of `people.yaml`. */
export interface Writer {
  source: { file: string };
  /** Place of a value inside a key: `["tags", 2]`. */
  placeIn: Places;
}

/** A spelling that gives way to another one of the same term. */
export interface Variant {
  name: string;
  other: string;
  /** Who writes the other one first, and where in their list. */
  by: Writer;
  index: number;
}

/** How often a spelling is used, and where first. */
interface Use {
  count: number;
  by: Writer;
  index: number;
}

export class Taxonomy {
  readonly name: string;
  readonly known: KnownTerms;
  /** Labels to suggest. */
  readonly labels: readonly string[];
  readonly #site: Site;
  readonly #aliases: ReadonlyMap<string, string>;
  /** By the key of a term, then by spelling. */
  readonly #uses = new Map<string, Map<string, Use>>();
  readonly #read = new Map<string, WrittenTag | BadTag | undefined>();
  readonly #terms = new Map<string, Term>();
  #settled: ReadonlySet<string> | undefined;
  #slugs: ReadonlyMap<string, string> | undefined;

  constructor(name: string, known: KnownTerms, site: Site) {
    this.name = name;
    this.known = known;
    this.#site = site;
    this.#aliases = slugsByMeaning(known.terms);
    this.labels = [...known.terms].map(([slug, term]) => term.label ?? slug);
  }

  /** Reads one item of what a post or person writes under the taxonomy's key. */
  read(item: unknown, index: number): WrittenTag | BadTag | undefined {
    if (typeof item !== "string") return readTag(item, index, this.#aliases);
    if (!this.#read.has(item)) this.#read.set(item, readTag(item, 0, this.#aliases));
    const found = this.#read.get(item);
    return found && { ...found, index };
  }

  /** Counts a tag that was read. */
  add({ key, text, index }: WrittenTag, by: Writer): void {
    let uses = this.#uses.get(key);
    if (uses === undefined) this.#uses.set(key, (uses = new Map<string, Use>()));
    const use = uses.get(text);
    const counted = this.#settled === undefined ? 1 : 0;
    if (use === undefined) uses.set(text, { count: counted, by, index });
    else use.count += counted;
  }

  /** Called before what may change no page is read: from here on, spellings change neither those read so far nor their slugs. */
  settle(): void {
    this.#settled = new Set(this.#uses.keys());
  }

  /** A term in a language. Call it only once every post has been read. */
  term(key: string, lang: string): Term {
    const id = `${lang}\0${key}`;
    let term = this.#terms.get(id);
    if (term === undefined) this.#terms.set(id, (term = this.#made(key, lang)));
    return term;
  }

  /** A known term keeps its label, and all the names that the settings give it are right. */
  variants(): Variant[] {
    return [...this.#uses].flatMap(([key, uses]) => {
      const term = this.known.terms.get(key);
      const name = term === undefined ? this.#usual(key) : (term.label ?? key);
      if (name === undefined) return [];
      const right = [name, ...(term === undefined ? [] : namesOf(key, term))];
      return [...uses]
        .filter(([spelling]) => !right.includes(spelling))
        .map(([other, { by, index }]) => ({ name, other, by, index }));
    });
  }

  #made(key: string, lang: string): Term {
    const site = this.#site;
    const slug = (this.#slugs ??= this.#allSlugs()).get(key) ?? key;
    const listed = this.known.terms.get(key);
    const { label, description } = listed
      ? wordingOf(key, listed, lang, site)
      : { label: this.#usual(key) ?? key, description: undefined };
    return {
      taxonomy: this.name,
      slug,
      label,
      url: termPattern(site, this.name, lang).replaceAll(":slug", slug),
      ...(description !== undefined && { description: typesetterFor(lang, site.typography)(description) }),
      toString: () => label,
    };
  }

  /** A unique slug for each key: known terms keep theirs, others follow in code-unit order, settled ones first. */
  #allSlugs(): Map<string, string> {
    const isLate = (key: string): number => (this.#settled?.has(key) === false ? 1 : 0);
    const written = [...this.#uses.keys()].sort((a, b) => isLate(a) - isLate(b) || byCodeUnit(a, b));
    const slugs = new Map<string, string>();
    const taken = new Set<string>();
    for (const key of this.known.terms.keys()) slugs.set(key, uniqueSlug(slugOf(key), taken));
    for (const key of written)
      if (!slugs.has(key)) slugs.set(key, uniqueSlug(slugOf(this.#usual(key) ?? key), taken));
    return slugs;
  }

  /**
   * The most frequent spelling of a term; among equals the one with more accents, then the last by code unit (lower case
   * before upper case). Undefined if nobody writes it.
   */
  #usual(key: string): string | undefined {
    const [first] = [...(this.#uses.get(key) ?? [])].sort(
      ([a, m], [b, n]) => n.count - m.count || accents(b) - accents(a) || byCodeUnit(b, a),
    );
    return first?.[0];
  }
}

function accents(text: string): number {
  return text.normalize("NFD").match(/\p{M}/gu)?.length ?? 0;
}

/** Address pattern of the terms of a taxonomy; its index is the part before `:slug`. */
export function termPattern(site: Site, taxonomy: string, lang: string): string {
  if (taxonomy === "tags") return addressPattern(site, "tag", lang);
  return langPrefix(site, lang) + (site.taxonomies[taxonomy]?.address ?? `/${slugOf(taxonomy)}/:slug/`);
}
