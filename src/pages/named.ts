// What the texts of a language name, in tags, in a taxonomy of the site's or by their signatures → each with what names it. A term
// may have a file of its own, which introduces it and names others; a tag is the plain case.
import { longDate } from "../content/dates.ts";
import type { Person, Post, Term, TermEntry } from "../content/types.ts";
import { groupBy } from "../iterate.ts";
import type { PictureView } from "../images/variants.ts";
import { foldersOf, PEOPLE, taxonomyWords, wordsLang, type Site } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { isWeb } from "../urls.ts";
import { collator, type Collection } from "./lists.ts";

/** A term, or a person, with the posts and the files of terms that name it, in a language. */
export interface Named {
  /** Slug of a term, id of a person: the same in every language. */
  key: string;
  label: string;
  url: string;
  /** Absent for what has only a file, or the other of both. */
  term?: Term;
  person?: Person;
  entry?: TermEntry;
  /** Latest first. */
  posts: Post[];
  terms: TermEntry[];
}

/** All that a taxonomy has, or all people, in the order of their index. What a run withholds has no page. */
export function namedIn(collection: Collection, taxonomy: string): readonly Named[] {
  const known = collection.named.get(taxonomy);
  if (known !== undefined) return known;
  const found = new Map<string, Named>();
  const at = (key: string, one: Pick<Named, "label" | "url" | "term" | "person" | "entry">): Named => {
    const named = found.get(key) ?? { key, ...one, posts: [], terms: [] };
    found.set(key, named);
    return named;
  };
  for (const entry of collection.terms) {
    if (entry.taxonomy !== taxonomy) continue;
    const { key, title: label, url, person } = entry;
    at(key, { label: person?.name ?? label, url, entry, ...(person && { person }) });
  }
  const named = (term: Term): Named => at(term.slug, { label: term.label, url: term.url, term });
  for (const post of collection.posts) {
    const all =
      taxonomy === PEOPLE
        ? post.authors.map(({ person, url }) => at(person.id, { label: person.name, url, person }))
        : (post.terms[taxonomy] ?? []).map(named);
    // A post counts once for a value that it has twice.
    for (const one of all) if (one.posts.at(-1) !== post) one.posts.push(post);
  }
  for (const entry of collection.terms)
    for (const term of entry.terms[taxonomy] ?? []) named(term).terms.push(entry);
  const inOrder = orderOf(collection, taxonomy);
  const sorted = [...found.values()].filter(({ url }) => url !== "").sort(inOrder);
  collection.named.set(taxonomy, sorted);
  return sorted;
}

type Ordered = Pick<Named, "key" | "label" | "entry">;

/** Those who left last, then by weight, then by name, or the newest first: by day, or else from the last name to the first. */
function orderOf({ site, lang }: Pick<Collection, "site" | "lang">, taxonomy: string) {
  const isNewest = foldersOf(site).get(taxonomy)?.index.order === "newest";
  const names = collator(lang);
  const weight = ({ entry }: Ordered): number => entry?.weight ?? Infinity;
  const day = ({ entry }: Ordered): string => entry?.day ?? "";
  return (a: Ordered, b: Ordered): number => {
    const [former, other] = [a, b].map(({ entry }) => Number(entry?.former ?? false));
    const byName = names.compare(a.label, b.label) || (a.key < b.key ? -1 : 1);
    if (former !== other) return (former ?? 0) - (other ?? 0);
    if (weight(a) !== weight(b)) return weight(a) < weight(b) ? -1 : 1;
    if (!isNewest) return byName;
    return day(a) === day(b) ? -byName : day(a) > day(b) ? -1 : 1;
  };
}

// Cards

/** A term or a person, as lists show it. */
export interface TermCard {
  label: string;
  url: string;
  lang: string;
  description?: string;
  picture?: PictureView;
  /** A person has a portrait, or letters that stand for it. */
  isPerson?: true;
  initials?: string;
  role?: string;
  /** Of the terms that it names: `promo/promotion-3`, for the filters of the index. */
  names: readonly string[];
}

/** Files of terms as cards, in the order of the index of their taxonomy. */
export function cardsOf(entries: readonly TermEntry[], taxonomy: string, collection: Collection): TermCard[] {
  const inOrder = orderOf(collection, taxonomy);
  return entries
    .map((entry) => ({ key: entry.key, label: entry.person?.name ?? entry.title, entry }))
    .sort(inOrder)
    .map(({ entry }) => cardOf({ ...entry, label: entry.person?.name ?? entry.title, entry }, collection));
}

export function cardOf(
  { label, url, entry, person, term }: Pick<Named, "label" | "url" | "entry" | "person" | "term">,
  { cover, portrait, lang, present }: Collection,
): TermCard {
  const shown = entry && cover(entry);
  const described = entry ? entry.description : (term?.description ?? "");
  const card = { label, url, lang: entry?.lang ?? lang, names: entry ? namesIn(entry) : [] };
  if (person === undefined)
    return {
      ...card,
      ...(described !== "" && { description: described }),
      ...(shown && { picture: shown.card }),
    };
  const { role, photo } = present(person);
  const listed = photo === undefined ? undefined : portrait?.(photo);
  const picture = shown?.portrait ?? (listed === false ? undefined : listed);
  return {
    ...card,
    isPerson: true,
    ...(picture ? { picture } : { initials: initialsOf(label) }),
    ...(role !== undefined && { role }),
  };
}

const namesIn = ({ terms }: TermEntry): string[] =>
  Object.entries(terms).flatMap(([taxonomy, of]) => of.map(({ slug }) => `${taxonomy}/${slug}`));

/** The first letters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
  return [words[0], words.length > 1 ? words.at(-1) : ""].join("").toUpperCase();
}

// What is known of a term

/** A fact with its name: words, or links. */
export interface Fact {
  label: string;
  values: readonly { label: string; url?: string }[];
}

/** The fields of a term's file, then the terms that it names. What has no value to show is left out. */
export function factsOf(entry: TermEntry, { site, lang }: Pick<Collection, "site" | "lang">): Fact[] {
  const declared = Object.entries(foldersOf(site).get(entry.taxonomy)?.fields ?? {});
  const fields = declared.map(([name, { label = name, type }]) => ({
    label,
    values: [entry.fields[name]].flat().flatMap((value) => valueOf(value, type, site, lang)),
  }));
  const terms = Object.entries(entry.terms).map(([name, of]) => ({
    label:
      name === "tags"
        ? ui(lang, site.lang).tags
        : taxonomyWords(site, name, lang)[of.length > 1 ? "plural" : "label"],
    values: of.map(({ label, url }) => ({ label, ...(url !== "" && { url }) })),
  }));
  return [...fields, ...terms].filter(({ values }) => values.length > 0);
}

function valueOf(value: unknown, type: string, site: Site, lang: string): Fact["values"] {
  if (value === true) return [{ label: ui(lang, site.lang).yes }];
  if (typeof value === "number") return [{ label: value.toLocaleString(wordsLang(site, lang)) }];
  if (typeof value !== "string" || value === "") return [];
  if (type === "date") return [{ label: longDate(value, wordsLang(site, lang)) }];
  if (type !== "url") return [{ label: value }];
  const label = isWeb(value)
    ? value.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/$/g, "").replace(/\/$/, "")
    : value;
  return [{ label, url: value }];
}

// The index

/** Cards under a heading; without one, those that belong under none. */
export interface CardSection {
  label?: string;
  url?: string;
  id?: string;
  cards: readonly TermCard[];
}

/** The cards of an index under the headings of the term, or the value, that each has; a card is under each of its headings. */
export function sectionsOf(all: readonly Named[], taxonomy: string, collection: Collection): CardSection[] {
  const { site, lang } = collection;
  const { group } = foldersOf(site).get(taxonomy)?.index ?? {};
  const words = ui(lang, site.lang);
  const here = all.filter(({ entry }) => entry?.former !== true);
  const former = all.filter(({ entry }) => entry?.former === true);
  const cards = (of: readonly Named[]): TermCard[] => of.map((one) => cardOf(one, collection));
  const left = former.length > 0 ? [{ label: words.former, id: "page--former", cards: cards(former) }] : [];
  if (group === undefined) return [{ cards: cards(here) }, ...left];
  const valuesIn = ({ entry }: Named): string[] =>
    Object.hasOwn(site.taxonomies, group)
      ? (entry?.terms[group] ?? []).map(({ slug }) => slug)
      : [entry?.fields[group] ?? []].flat().map(String);
  const groups = groupBy(
    here.flatMap((one) => valuesIn(one).map((value) => ({ value, one }))),
    ({ value }) => value,
  );
  const headings = Object.hasOwn(site.taxonomies, group)
    ? namedIn(collection, group).map(({ key, label, url }) => ({ key, label, url }))
    : valuesOf(group, taxonomy, [...groups.keys()], collection).map((key) => ({ key, label: key }));
  const sections = headings.flatMap(({ key, ...heading }, i): CardSection[] => {
    const own = groups.get(key) ?? [];
    const id = `page--group-${String(i + 1)}`;
    return own.length === 0 ? [] : [{ ...heading, id, cards: cards(own.map(({ one }) => one)) }];
  });
  const others = here.filter((one) => valuesIn(one).length === 0);
  const rest =
    others.length > 0
      ? [{ ...(sections.length > 0 && { label: words.others, id: "page--others" }), cards: cards(others) }]
      : [];
  return [...sections, ...rest, ...left];
}

/** The values of a field by which an index is grouped: as its options say, or in alphabetical order. */
function valuesOf(field: string, taxonomy: string, found: string[], { site, lang }: Collection): string[] {
  const options = foldersOf(site).get(taxonomy)?.fields[field]?.options ?? [];
  return [...new Set([...options, ...found.sort(collator(lang).compare)])];
}

/** A choice by which readers narrow an index down: the terms of a taxonomy that its cards name. */
export interface CardFilter {
  name: string;
  label: string;
  /** `value` is among the `names` of cards. */
  options: readonly { value: string; label: string }[];
}

/** From this many cards on, an index has filters. */
const FILTERED = 24;

export function filtersOf(all: readonly Named[], taxonomy: string, collection: Collection): CardFilter[] {
  const { site, lang } = collection;
  if (all.length < FILTERED) return [];
  return Object.keys(site.taxonomies).flatMap((name) => {
    const used = new Set(all.flatMap(({ entry }) => (entry?.terms[name] ?? []).map(({ slug }) => slug)));
    const options = namedIn(collection, name)
      .filter(({ key }) => used.has(key))
      .map(({ key, label }) => ({ value: `${name}/${key}`, label }));
    if (name === taxonomy || options.length < 2) return [];
    return { name, label: taxonomyWords(site, name, lang).label, options };
  });
}
