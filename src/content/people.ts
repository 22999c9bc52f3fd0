// Everyone who signs: matches the signatures of posts with `people.yaml`, and makes a person for each name that it does not
// know.
// A person has one page however the name is spelt, so people are made only once every post has been read.
import { nearest, ofSameNumbers } from "../nearest.ts";
import { addressPattern, type Site } from "../site/site.ts";
import type { FrontMatter, KnownPerson, Signature } from "./schema.ts";
import { ownerOf } from "./signatures/handles.ts";
import { withoutBrackets } from "./signatures/name-shapes.ts";
import { parseSignature, parseSignatures, type Signed } from "./signatures/signatures.ts";
import { byCodeUnit, fold, oneLine, slugOf, uniqueSlug, unquoted } from "./text.ts";
import type { Typesetter } from "./typeset.ts";
import type { Author, Person } from "./types.ts";
import { personIn } from "./wording.ts";

/** An author as written, with the key of the person. */
export interface SignedBy extends Signed {
  key: string;
  /** True for an `id` that `people.yaml` does not have, or for a name that can only be one. */
  isUnknownId?: true;
}

export interface Directory {
  /** Reads the signatures of one post in a language. */
  read(data: Pick<FrontMatter, "author" | "authors">, lang?: string): SignedBy[];
  /** The name in `people.yaml` that a signature nearly spells; undefined if it spells one exactly, or is near none. */
  meant(signed: SignedBy): string | undefined;
  /** Makes a person for each signature read so far. Call it once, after the last `read` of what may be shown. */
  people(): ReadonlyMap<string, Person>;
}

/** A directory that starts from `people.yaml`. */
export function directory(known: Readonly<Record<string, KnownPerson>>): Directory {
  const keys = new Map<string, string>();
  for (const [id, person] of Object.entries(known)) {
    for (const name of [id, person.name, ...person.aliases])
      if (!keys.has(fold(name))) keys.set(fold(name), id);
  }
  const spellings = new Map<string, Map<string, number>>();
  const cache = new Map<string, SignedBy[]>();
  const knows = (name: string): boolean => keys.has(fold(name));
  const named = (signed: Signed): SignedBy => {
    const id = keys.get(fold(signed.name)) ?? keys.get(fold(withoutBrackets(signed.name)));
    if (id === undefined) return { ...signed, key: `name:${fold(withoutBrackets(signed.name))}` };
    const full = known[id]?.name ?? signed.name;
    const same = [id, full].some((name) => fold(name) === fold(signed.name));
    return { ...signed, name: same ? full : signed.name, key: `id:${id}` };
  };
  const asId = (one: SignedBy): SignedBy =>
    ID.test(one.name) && !knows(one.name) ? { ...one, isUnknownId: true } : one;
  const readText = (text: string, lang?: string): SignedBy[] => {
    const key = `${lang ?? ""} ${text}`;
    let found = cache.get(key);
    if (found === undefined)
      cache.set(key, (found = parseSignatures(oneLine(text), knows, lang).map((one) => asId(named(one)))));
    return found;
  };
  const readItem = (item: Signature): SignedBy => {
    if (typeof item === "string") return asId(named(parseSignature(oneLine(item), knows)));
    const name = unquoted(oneLine(item.name ?? item.id ?? ""));
    const signed = named(item.role === undefined ? { name } : { name, role: oneLine(item.role) });
    return item.name === undefined && !knows(name) ? { ...signed, isUnknownId: true } : signed;
  };
  return {
    read(data, lang) {
      const written = data.authors ?? data.author ?? "";
      const signed = (typeof written === "string" ? readText(written, lang) : written.map(readItem)).filter(
        (one) => one.name !== "" && one.key !== "name:",
      );
      for (const one of signed) count(spellings, one);
      return eachOnce(signed);
    },
    meant({ key, name }) {
      if (!key.startsWith("name:")) return undefined;
      const folded = fold(withoutBrackets(name));
      // Teams with different numbers are different teams; short names are never near each other.
      const alike = ofSameNumbers(folded, keys.keys());
      const near = folded.length < SHORT ? undefined : nearest(folded, alike, 2);
      return near === undefined ? undefined : (known[keys.get(near) ?? ""]?.name ?? near);
    },
    people: () => makePeople(known, spellings),
  };
}

/** A person who is named twice signs once, with all the roles written. */
function eachOnce(signed: readonly SignedBy[]): SignedBy[] {
  const found = new Map<string, SignedBy>();
  for (const one of signed) {
    const first = found.get(one.key);
    const roles = new Set([first?.role, one.role].filter((role) => role !== undefined));
    if (first === undefined) found.set(one.key, one);
    else if (roles.size > 0) found.set(one.key, { ...first, role: [...roles].join(", ") });
  }
  return [...found.values()];
}

const SHORT = 6;

/** `prenom.nom` or `prenom_nom`, a key of another tool's file of people; not a site's name, such as `pix.fr`. */
const ID =
  /^(?=.*[._])[a-z]{2,}(?:[._-][a-z]{2,})*[._](?!(?:fr|eu|org|com|net|info|gouv|app|io|dev|tech|coop|paris|bzh|social|ca|be|ch|lu|uk)$)[a-z]{2,}$/;

/** Authors as a post shows them; the handle goes to the author that it resembles. */
export function makeAuthors(
  signed: readonly SignedBy[],
  people: ReadonlyMap<string, Person>,
  site: Site,
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
    return [
      {
        name: one.name,
        person,
        url,
        ...(role !== undefined && { role: typeset(role) }),
        ...(i === owner && handle !== undefined ? { twitter: handle } : {}),
      },
    ];
  });
}

function count(spellings: Map<string, Map<string, number>>, signed: SignedBy): void {
  const name = withoutBrackets(signed.name);
  const names = spellings.get(signed.key);
  if (names === undefined) spellings.set(signed.key, new Map([[name, 1]]));
  else names.set(name, (names.get(name) ?? 0) + 1);
}

/** The slug of someone whose name has no Latin letter. */
const NAMELESS = "x";

function makePeople(
  known: Readonly<Record<string, KnownPerson>>,
  spellings: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Map<string, Person> {
  const people = new Map<string, Person>();
  const slugs = new Set<string>();
  for (const [id, person] of Object.entries(known))
    people.set(
      `id:${id}`,
      knownPerson(id, person, uniqueSlug(slugOf(id) || slugOf(person.name) || NAMELESS, slugs)),
    );
  for (const key of [...spellings.keys()].sort(byCodeUnit)) {
    if (people.has(key)) continue;
    const name = usual(spellings.get(key) ?? new Map());
    const slug = uniqueSlug(slugOf(name).slice(0, 80).replace(/-$/, "") || NAMELESS, slugs);
    people.set(key, { id: slug, slug, name, links: [], handles: {}, known: false });
  }
  return people;
}

function knownPerson(id: string, person: KnownPerson, slug: string): Person {
  const { name, team, role, description, photo, links, handles, since, until, translations } = person;
  const optional = Object.fromEntries(
    Object.entries({ team, role, description, photo, since, until, translations }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  return { id, slug, name, links, handles, known: true, ...optional };
}

/** The most frequent spelling; among equals the one with the fewest capitals ("Le" before "LE"), then by code unit. */
function usual(names: ReadonlyMap<string, number>): string {
  const capitals = (name: string): number => name.match(/\p{Lu}/gu)?.length ?? 0;
  const [first] = [...names].sort(([a, m], [b, n]) => n - m || capitals(a) - capitals(b) || byCodeUnit(a, b));
  return first?.[0] ?? "";
}
