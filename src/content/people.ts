// Everyone who signs: matches the signatures of posts with `people.yaml`, and makes a person for each name that it does not
// know. A person has one page however the name is spelt, so people are made only once every post has been read.
import { nearest } from "../nearest.ts";
import { problem, type Problem } from "../problems.ts";
import { addressPattern, descriptionIn, wordingIn, type Site } from "../site/site.ts";
import type { RawEntry } from "./entry.ts";
import { PERSON_KEYS, type FrontMatter, type KnownPerson, type Signature } from "./schema.ts";
import {
  isDoubtful,
  ownerOf,
  parseSignature,
  parseSignatures,
  withoutBrackets,
  type Signed,
} from "./signatures.ts";
import type { TermFiles } from "./term-files.ts";
import { MOST_VALUES } from "./terms.ts";
import { byCodeUnit, fold, oneLine, slugOf, uniqueSlug, unquoted } from "./text.ts";
import type { Typesetter } from "./typeset.ts";
import type { Author, Person } from "./types.ts";

/** An author as written, with the key of the person. */
export interface SignedBy extends Signed {
  key: string;
  /** The name that `people.yaml` knows, if that of someone whom it does not know differs from it by one letter. */
  near?: string | undefined;
}

export class Directory {
  readonly #known: Readonly<Record<string, KnownPerson>>;
  readonly #files: TermFiles | undefined;
  /** Folded ids, names and aliases → ids of `people.yaml`. */
  readonly #ids = new Map<string, string>();
  /** By key of a person, how often each spelling of the name is used. */
  readonly #spellings = new Map<string, Map<string, number>>();
  readonly #read = new Map<string, SignedBy[]>();

  /** `listed`: `people.yaml`. */
  constructor(listed: Readonly<Record<string, KnownPerson>>, files?: TermFiles) {
    const ofFiles = files?.keys().map((key) => [key, files.person(key)] as const) ?? [];
    const known = { ...listed, ...Object.fromEntries(ofFiles) };
    this.#known = known;
    this.#files = files;
    for (const [id, { name, aliases }] of Object.entries(known))
      for (const one of [id, name, ...aliases]) if (!this.#ids.has(fold(one))) this.#ids.set(fold(one), id);
  }

  /** Reads the signatures of one post; each person once, with all the roles written. */
  read({ author, authors }: Pick<FrontMatter, "author" | "authors">): SignedBy[] {
    const written = authors ?? author ?? "";
    const signed =
      typeof written === "string" ? this.#readText(written) : written.map((one) => this.#readItem(one));
    const found = new Map<string, SignedBy>();
    for (const one of signed.filter(({ key }) => key !== "name:")) {
      const first = found.get(one.key);
      const roles = new Set([first?.role, one.role].filter((role) => role !== undefined));
      found.set(one.key, { ...(first ?? one), ...(roles.size > 0 && { role: [...roles].join(", ") }) });
      this.#count(one);
    }
    return [...found.values()];
  }

  /** Makes a person for each signature read so far. Call it once, after the last `read` of what may be shown. */
  people(): Map<string, Person> {
    const people = new Map<string, Person>();
    const slugs = new Set<string>();
    for (const [id, person] of Object.entries(this.#known)) {
      const plain = this.#files?.has(id) ? id : slugOf(id) || slugOf(person.name) || NAMELESS;
      const slug = uniqueSlug(plain, slugs);
      // Other keys are terms.
      const given = PERSON_KEYS.filter((key) => key !== "aliases" && person[key] !== undefined);
      const shown = Object.fromEntries(given.map((key) => [key, person[key]])) as unknown as Person;
      people.set(`id:${id}`, { ...shown, id, slug, name: shownName(person.name), known: true });
    }
    for (const key of [...this.#spellings.keys()].sort(byCodeUnit)) {
      if (people.has(key)) continue;
      const name = usual(this.#spellings.get(key) ?? new Map());
      const slug = uniqueSlug(slugOf(name).slice(0, 80).replace(/-$/, "") || NAMELESS, slugs);
      people.set(key, { id: slug, slug, name: shownName(name), links: [], handles: {}, known: false });
    }
    return people;
  }

  #knows = (name: string): boolean => this.#ids.has(fold(name));

  #readText(text: string): SignedBy[] {
    const found =
      this.#read.get(text) ?? parseSignatures(oneLine(text), this.#knows).map((one) => this.#named(one));
    this.#read.set(text, found);
    return found;
  }

  #readItem(item: Signature): SignedBy {
    if (typeof item === "string") return this.#named(parseSignature(oneLine(item), this.#knows));
    const name = unquoted(oneLine(item.name ?? item.id ?? ""));
    return this.#named(item.role === undefined ? { name } : { name, role: oneLine(item.role) });
  }

  #named(signed: Signed): SignedBy {
    const bare = fold(withoutBrackets(signed.name));
    const id = this.#ids.get(fold(signed.name)) ?? this.#ids.get(bare);
    if (id === undefined) {
      const known = Object.values(this.#known).map(({ name }) => name);
      const near = signed.name.includes(" ") ? nearest(signed.name, known, 1) : undefined;
      return { ...signed, key: `name:${bare}`, near };
    }
    const full = this.#known[id]?.name ?? signed.name;
    const isSame = [id, full].some((name) => fold(name) === fold(signed.name));
    return { ...signed, name: isSame ? full : signed.name, key: `id:${id}` };
  }

  #count({ key, name: signed }: SignedBy): void {
    const name = withoutBrackets(signed);
    const names = this.#spellings.get(key) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    this.#spellings.set(key, names);
  }
}

/** The slug of someone whose name has no Latin letter. */
const NAMELESS = "x";

/** A name with its typographic apostrophe, in any language: `Jeanne d'Arc` → `Jeanne d’Arc`. */
function shownName(name: string): string {
  return name.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
}

/** The most frequent spelling; among equals the one with the fewest capitals ("Le" before "LE"), then by code unit. */
function usual(names: ReadonlyMap<string, number>): string {
  const capitals = (name: string): number => name.match(/\p{Lu}/gu)?.length ?? 0;
  const [first] = [...names].sort(([a, m], [b, n]) => n - m || capitals(a) - capitals(b) || byCodeUnit(a, b));
  return first?.[0] ?? "";
}

/** Reads who signs a post, and reports roles that may be people. */
export function readSigners(entry: RawEntry, directory: Directory, problems: Problem[]): SignedBy[] {
  const signed = directory.read(entry.data);
  const field = entry.data.authors === undefined ? "author" : "authors";
  if (signed.length > MOST_VALUES) {
    problems.push(problem("value/limit", entry.placeIn([field]), { path: field, limit: MOST_VALUES }));
    return [];
  }
  for (const one of signed) {
    const { name, near: other } = one;
    if (other !== undefined)
      problems.push(problem("author-or-role/near", entry.placeIn([field]), { name, other }));
    // In a list, each item is one person.
    if (typeof entry.data[field] !== "string" || !isDoubtful(one)) continue;
    const items = signed.flatMap((each) => (each === one ? [one.name, one.role] : [asWritten(each)]));
    const fix = `${field}: ${JSON.stringify(items).replaceAll('","', '", "')}`;
    problems.push(problem("author-or-role", entry.placeIn([field]), { name: one.name, role: one.role }, fix));
  }
  return signed;
}

const asWritten = ({ name, role }: Signed): string => (role === undefined ? name : `${name}, ${role}`);

/** Authors as a post shows them; the handle goes to the author that it resembles. */
export function makeAuthors(
  signed: readonly SignedBy[],
  { people, files, site }: { people: ReadonlyMap<string, Person>; files?: TermFiles | undefined; site: Site },
  lang: string,
  { handle, typeset }: { handle: string | undefined; typeset: Typesetter },
): Author[] {
  const signers = signed.map((one) => ({
    name: withoutBrackets(one.name),
    handles: Object.values(people.get(one.key)?.handles ?? {}),
  }));
  const owner = handle === undefined ? undefined : ownerOf(handle, signers);
  return signed.flatMap((one, i) => {
    const person = people.get(one.key);
    if (person === undefined) return [];
    const role = one.role ?? personIn(person, lang, site).role;
    const url = addressPattern(site, "person", lang).replaceAll(":slug", person.slug);
    return {
      name: shownName(one.name),
      person,
      url: files?.addressOf(person.id, lang, url) ?? url,
      ...(role !== undefined && { role: typeset(role) }),
      ...(i === owner && handle !== undefined && { twitter: handle }),
    };
  });
}

/** A person, with what `people.yaml` says of them to readers of a language. */
export function personIn(person: Person, lang: string, site: { lang: string }): Person {
  const { description: written, ...named } = person;
  const own = wordingIn(Object.entries(person.translations ?? {}), lang);
  const description = descriptionIn(site, lang, { own: own?.description, written });
  return { ...named, ...own, ...(description !== undefined && { description }) };
}
