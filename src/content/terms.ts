// Terms: what posts write in tags and in the site's own taxonomies, which are treated alike → one term per meaning,
// with its label, slug and address in each language.
// Spellings that differ by case, accent or plural are one term. Which spelling is kept depends on all posts, so terms are made
// last. No written name is looked up in an object, so that a tag may be called `constructor`.
import { excerpt } from "../text.ts";
import { addTo } from "../iterate.ts";
import { nearest, ofSameNumbers } from "../nearest.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import type { KnownTerm } from "../site/schema.ts";
import { addressPattern, descriptionIn, langPrefix, PEOPLE, wordingIn, type Site } from "../site/site.ts";
import type { TermFiles } from "./term-files.ts";
import { byCodeUnit, commaParts, fold, oneLine, slugOf, spell, uniqueSlug, unquoted } from "./text.ts";
import type { Term } from "./types.ts";
import { typesetterFor } from "./typeset.ts";
import { yamlOf, type Places } from "./yaml.ts";

/** Limit of tags or authors per post. Every page of a tag shows them all, so without a limit pages would grow with its square. */
export const MOST_VALUES = 200;
/** In characters. */
const LONGEST_TERM = 80;

/** The terms that `tags.yaml` or `site.yaml` lists. */
export interface KnownTerms {
  /** By slug. */
  terms: ReadonlyMap<string, KnownTerm>;
  /** True if the site has a list at all: only then is a term outside it reported. */
  listed: boolean;
  closed: boolean;
}

/** A text, with what it writes in each taxonomy. */
export interface Tagged {
  taxonomies: ReadonlyMap<string, unknown>;
  /** Place of a value inside a key: `["tags", 2]`. */
  placeIn: Places;
}

/** The keys of the terms of a post. */
export type TermKeys = ReadonlyMap<Taxonomy, readonly string[]>;

export function readTerms(taxonomies: readonly Taxonomy[], tagged: Tagged): TermKeys {
  return new Map(taxonomies.map((one) => [one, one.read(tagged)]));
}

export class Taxonomy {
  readonly name: string;
  readonly known: KnownTerms;
  readonly #site: Site;
  readonly #problems: Problem[];
  readonly #files: TermFiles | undefined;
  /** Meaning of each name that settings give a term → its slug; the first term that has a name keeps it. */
  readonly #slugsByMeaning = new Map<string, string>();
  /** By the key of a term, then by spelling: where it is written. */
  readonly #uses = new Map<string, Map<string, (() => Place)[]>>();
  /** Keys of the spellings that were read; undefined for one that cannot be a term. */
  readonly #keys = new Map<string, string | undefined>();
  readonly #terms = new Map<string, Term>();
  #slugs: ReadonlyMap<string, string> | undefined;

  /** `files`: of its terms, which are among the known ones. */
  constructor(name: string, known: KnownTerms, site: Site, problems: Problem[], files?: TermFiles) {
    this.name = name;
    this.known = known;
    this.#files = files;
    this.#site = site;
    this.#problems = problems;
    for (const [slug, term] of known.terms)
      for (const one of namesOf(slug, term))
        if (!this.#slugsByMeaning.has(meaning(one))) this.#slugsByMeaning.set(meaning(one), slug);
  }

  /** The keys of the terms that someone writes, each once. A value that cannot be a term is reported and left out. */
  read({ taxonomies, placeIn }: Tagged): string[] {
    const { name } = this;
    const written = taxonomies.get(name);
    // The title of a term may have a comma.
    const isOne = typeof written === "string" && this.#slugsByMeaning.has(meaning(oneLine(written)));
    const items = isOne ? [written] : itemsOf(written);
    if (items.length > MOST_VALUES) {
      this.#problems.push(problem("value/limit", placeIn([name]), { path: name, limit: MOST_VALUES }));
      return [];
    }
    const keys = new Set<string>();
    for (const [index, item] of items.entries()) {
      const text = typeof item === "string" ? unquoted(oneLine(item)) : JSON.stringify(item ?? "");
      if (text === "" || text === '""') continue;
      const place = (): Place => placeIn([name, index]);
      const path = `${name}.${String(index + 1)}`;
      const key = typeof item === "object" ? undefined : this.#keyOf(text);
      const isLong = text.length > LONGEST_TERM && !(key !== undefined && this.known.terms.has(key));
      if (isLong && typeof item !== "object")
        this.#problems.push(problem("value/limit", place(), { path, limit: LONGEST_TERM }));
      else if (key === undefined)
        this.#problems.push(problem("value", place(), { path, found: excerpt(text) }));
      else if (!keys.has(key)) {
        keys.add(key);
        const uses = this.#uses.get(key) ?? new Map<string, (() => Place)[]>();
        addTo(uses, text, place);
        this.#uses.set(key, uses);
      }
    }
    return [...keys];
  }

  /** Reports, once all are read, spellings that give way to another one of the same term, and terms that are not in the list. */
  report(): void {
    const { name: taxonomy, known } = this;
    const labels = [...known.terms].map(([slug, term]) => term.label ?? slug);
    const folder = this.#site.taxonomies[taxonomy]?.folder;
    const listIn = taxonomy === "tags" ? "content/tags.yaml" : "content/site.yaml";
    const file = folder === undefined ? listIn : `content/${folder}/`;
    for (const [key, uses] of this.#uses) {
      const term = known.terms.get(key);
      const name = term === undefined ? usual(uses) : (term.label ?? key);
      const right = term === undefined ? [name] : namesOf(key, term);
      for (const [other, [first]] of uses)
        if (first && !right.includes(other))
          this.#problems.push(problem("near-duplicate-tag", first(), { name, other }));
      if (term !== undefined || !known.listed) continue;
      const places = [...uses.values()].flat();
      const [tag = key] = uses.keys();
      const meant = nearest(tag, ofSameNumbers(tag, labels));
      const added =
        folder === undefined
          ? `# ${file}\n${slugOf(tag)}: ${yamlOf(tag)}`
          : `# ${file}${slugOf(tag)}.md\n---\ntitle: ${yamlOf(tag)}\n---`;
      const fix = meant ?? added;
      const params = { tag, file, count: places.length };
      // Each use of a closed list is an error of its text.
      if (known.closed)
        for (const place of places)
          this.#problems.push(problem("unknown-tag/closed", place(), { tag, file }, meant));
      else
        for (const place of places.slice(0, 1))
          this.#problems.push(problem("unknown-tag", place(), params, fix));
    }
  }

  /** A term in a language. Call it only once every text has been read. */
  term(key: string, lang: string): Term {
    const id = `${lang}\0${key}`;
    let term = this.#terms.get(id);
    if (term === undefined) this.#terms.set(id, (term = this.#made(key, lang)));
    return term;
  }

  /** What a tag means, or the slug of the listed term that has that name; undefined if no address can be made from it. */
  #keyOf(text: string): string | undefined {
    if (!this.#keys.has(text)) {
      const key = meaning(text);
      this.#keys.set(text, slugOf(text) === "" ? undefined : (this.#slugsByMeaning.get(key) ?? key));
    }
    return this.#keys.get(text);
  }

  /** A listed term has its label in that language, or else in the site's own. */
  #made(key: string, lang: string): Term {
    const site = this.#site;
    const slug = (this.#slugs ??= this.#allSlugs()).get(key) ?? key;
    const listed = this.known.terms.get(key);
    const own = listed && wordingIn(wordings(listed), lang);
    const label = own?.label ?? (listed ? (listed.label ?? key) : usual(this.#uses.get(key) ?? new Map()));
    const said = { own: own?.description, written: listed?.description };
    const description = descriptionIn(site, lang, said);
    const url = termPattern(site, this.name, lang).replaceAll(":slug", slug);
    return {
      taxonomy: this.name,
      slug,
      label,
      url: this.#files?.addressOf(key, lang, url) ?? url,
      ...(description !== undefined && { description: typesetterFor(lang, site.typography)(description) }),
      toString: () => label,
    };
  }

  /** A unique slug for each key: listed terms keep theirs, others follow in code-unit order. */
  #allSlugs(): Map<string, string> {
    const slugs = new Map<string, string>();
    const taken = new Set<string>();
    for (const key of this.known.terms.keys())
      slugs.set(key, uniqueSlug(this.#files?.has(key) ? key : slugOf(key), taken));
    for (const [key, uses] of [...this.#uses].sort(([a], [b]) => byCodeUnit(a, b)))
      if (!slugs.has(key)) slugs.set(key, uniqueSlug(slugOf(usual(uses)), taken));
    return slugs;
  }
}

/** The items of a list, or of text with commas. */
function itemsOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? commaParts(unquoted(value.trim())) : [value];
}

/** What a name means, ignoring its case, accents, hyphens and plural. */
function meaning(text: string): string {
  return fold(spell(text))
    .split(" ")
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$|(?<=[ae]u)x$/, "") : word))
    .join(" ");
}

/** Every way of writing a listed term: slug, label, labels in other languages, aliases. */
function namesOf(slug: string, term: KnownTerm): string[] {
  const labels = [term.label, ...wordings(term).map(([, { label }]) => label)];
  return [slug, ...labels.filter((label) => label !== undefined), ...term.aliases];
}

type Wording = Partial<Record<"label" | "description", string | undefined>>;

function wordings(term: KnownTerm): [lang: string, wording: Wording][] {
  return Object.entries(term).flatMap(([key, value]) =>
    typeof value === "object" && !Array.isArray(value) ? [[key, value]] : [],
  );
}

/** The most frequent spelling; among equals the one with more accents, then the last by code unit (lower case before upper). */
function usual(uses: ReadonlyMap<string, readonly unknown[]>): string {
  const accents = (text: string): number => text.normalize("NFD").match(/\p{M}/gu)?.length ?? 0;
  const [first] = [...uses].sort(
    ([a, m], [b, n]) => n.length - m.length || accents(b) - accents(a) || byCodeUnit(b, a),
  );
  return first?.[0] ?? "";
}

/** Address pattern of the terms of a taxonomy; its index is the part before `:slug`. */
export function termPattern(site: Site, taxonomy: string, lang: string): string {
  if (taxonomy === "tags") return addressPattern(site, "tag", lang);
  if (taxonomy === PEOPLE) return addressPattern(site, "person", lang);
  return langPrefix(site, lang) + (site.taxonomies[taxonomy]?.address ?? `/${slugOf(taxonomy)}/:slug/`);
}
