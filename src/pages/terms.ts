// What texts name → a page each, with what names it, and an index of all: tags, the taxonomies of `site.yaml`, and people.
import { termLayout } from "../content/entry.ts";
import { foldersOf, isOff, PEOPLE, taxonomyWords } from "../site/site.ts";
import { ui } from "../strings/ui.ts";
import { addressOf, taxonomyIndexAddress } from "./addresses.ts";
import { listFeeds } from "./feeds.ts";
import { homeCrumb, listPages, pagesOf, taxonomyLabel, type Collection } from "./lists.ts";
import {
  cardOf,
  cardsOf,
  factsOf,
  filtersOf,
  namedIn,
  sectionsOf,
  type CardSection,
  type Named,
  type TermCard,
} from "./named.ts";
import { profilesOf, rolesOf } from "./people.ts";
import { isHidden, type Draft, type GroupView } from "./types.ts";

/** No page for a taxonomy without terms, except `tags`; none for people if `addresses` of `site.yaml` says `person: off`. */
export function taxonomyPages(collection: Collection, taxonomy: string): Draft[] {
  const { site, lang } = collection;
  const isPeople = taxonomy === PEOPLE;
  if (isPeople && isOff(site, "person")) return [];
  const all = namedIn(collection, taxonomy);
  if (all.length === 0 && taxonomy !== "tags" && !isPeople) return [];
  const url = isPeople ? addressOf(site, "people", lang) : taxonomyIndexAddress(site, taxonomy, lang);
  const title = taxonomyLabel(
    site,
    taxonomy,
    lang,
    all.some(({ entry }) => entry !== undefined),
  );
  const trail = [homeCrumb(collection)];
  const index: Draft = {
    kind: isPeople ? "people" : "tags",
    key: isPeople ? "people" : `taxonomy:${taxonomy}`,
    ...{ url, lang, title, trail, layout: indexLayout(collection, taxonomy) },
    description: isPeople ? "" : taxonomyWords(site, taxonomy, lang).description,
    data: { ...(!isPeople && { taxonomy }), groups: all.map((one) => groupOf(one, collection)) },
  };
  const inside = [...trail, { label: title, url }];
  return [
    ...indexPages(index, all, taxonomy, collection),
    ...all.flatMap((one) => listPages(collection, { ...termList(one, taxonomy, collection), trail: inside })),
  ];
}

const indexLayout = ({ layouts }: Collection, taxonomy: string): string => {
  const own = `terms-${taxonomy}`;
  return layouts.includes(own) ? own : "terms";
};

/** A term or a person as a line of the index. */
function groupOf(
  { label, url, term, person, posts, terms, entry }: Named,
  { present }: Collection,
): GroupView {
  const description = entry?.description ?? (person ? present(person).role : term?.description);
  return {
    ...{ label, url, count: posts.length + terms.length },
    ...(terms.length > 0 && { isMixed: true }),
    ...(description && { description }),
  };
}

/** The page of a term: its text, if it has a file, what is known of it, and all that names it, kind by kind. */
function termList(named: Named, taxonomy: string, collection: Collection) {
  const { site, lang, layouts, present } = collection;
  const { key, label, url, term, posts, terms, entry } = named;
  const words = ui(lang, site.lang);
  const person = named.person && present(named.person);
  const isPeople = taxonomy === PEOPLE;
  const described = isPeople ? person?.description : term?.description;
  const usual = isPeople ? words.postsBy(label) : words.taggedWith(label);
  return {
    kind: isPeople ? ("person" as const) : ("tag" as const),
    key: isPeople ? `person:${key}` : `term:${taxonomy}/${key}`,
    url,
    layout: entry?.layout ?? termLayout(layouts, taxonomy),
    title: label,
    description: entry ? entry.description : (described ?? usual),
    noindex: entry ? isHidden(entry) : posts.length + terms.length < 2,
    data: {
      ...(person
        ? { person, roles: rolesOf(person, posts), profiles: profilesOf(person) }
        : { term: term ?? { taxonomy, slug: key, label, url }, taxonomy }),
      ...(entry && { facts: factsOf(entry, collection), isFile: true }),
      ...(terms.length > 0 && { namedBy: namedBy(named, collection) }),
    },
    ...(entry && { entry }),
    ...(!isPeople && posts.length > 0 && { feeds: listFeeds(collection, { label, url }) }),
    posts,
  };
}

/** The files of terms that name a term, by their taxonomy. */
function namedBy({ terms }: Named, collection: Collection) {
  const { site, lang } = collection;
  return [...foldersOf(site).keys()].flatMap((taxonomy) => {
    const own = terms.filter((entry) => entry.taxonomy === taxonomy);
    const label = taxonomyLabel(site, taxonomy, lang, true);
    return own.length > 0 ? { taxonomy, label, cards: cardsOf(own, taxonomy, collection) } : [];
  });
}

// The index of terms with files

/** An index of this many cards is on one page; a longer one is on pages of fewer. */
const ON_ONE_PAGE = 200;
const ON_EACH = 60;

/** Plain terms are lines of one page. If terms have files, they are cards, which a long index divides among its pages. */
function indexPages(index: Draft, all: readonly Named[], taxonomy: string, collection: Collection): Draft[] {
  if (!all.some(({ entry }) => entry !== undefined)) return [index];
  const sections = sectionsOf(all, taxonomy, collection);
  const shown = sections.flatMap(({ cards, ...heading }) => cards.map((card) => ({ heading, card })));
  const size = shown.length > ON_ONE_PAGE ? ON_EACH : shown.length;
  const filters = filtersOf(all, taxonomy, collection);
  return pagesOf(collection, index, shown, size).map(({ items, ...draft }) => ({
    ...draft,
    data: { ...draft.data, sections: regrouped(items), filters, cardCount: all.length },
  }));
}

function regrouped(items: readonly { heading: Omit<CardSection, "cards">; card: TermCard }[]): CardSection[] {
  const sections = new Map<object, TermCard[]>();
  for (const { heading, card } of items) {
    const cards = sections.get(heading) ?? [];
    sections.set(heading, cards);
    cards.push(card);
  }
  return [...sections].map(([heading, cards]) => ({ ...heading, cards }));
}

/** The terms with files that a text names, as cards, by taxonomy: what its page shows of them. */
export function namedTerms(
  terms: TermNames,
  collection: Collection,
): { taxonomy: string; label: string; links: { label: string; url: string }[]; cards: TermCard[] }[] {
  const { site, lang } = collection;
  return [...foldersOf(site).keys()].flatMap((taxonomy) => {
    const own = terms[taxonomy] ?? [];
    const found = own.flatMap(({ slug }) => collection.entryOf(taxonomy, slug) ?? []);
    if (own.length === 0) return [];
    const words = taxonomyWords(site, taxonomy, lang);
    const label = own.length > 1 ? words.plural : words.label;
    const cards = found.map((entry) => cardOf({ ...entry, label: entry.title, entry }, collection));
    return { taxonomy, label, links: own.map(({ label: name, url }) => ({ label: name, url })), cards };
  });
}

type TermNames = Readonly<Record<string, readonly { slug: string; label: string; url: string }[]>>;
