// Makes posts and pages from the entries that were read: authors, terms, picture, layout, redirects.
// It runs once every entry has been read, since all of them together settle names and spellings.
import { excerpt } from "../text.ts";
import { nearest } from "../nearest.ts";
import { problem, type Problem } from "../problems.ts";
import { hasHost } from "../urls.ts";
import { ownPath, type Home, type Site } from "../site/site.ts";
import type { Addressed } from "./addresses.ts";
import type { Calendar } from "./dates.ts";
import { badDate } from "./entries/dates.ts";
import { makeAuthors, type SignedBy } from "./people.ts";
import type { FrontMatter } from "./schema.ts";
import { readHandle } from "./signatures/handles.ts";
import type { TagsOf } from "./taxonomies.ts";
import type { Taxonomy } from "./tags.ts";
import { oneLine } from "./text.ts";
import { typesetterFor, type Typesetter } from "./typeset.ts";
import type { Entry, EntryBase, Person, Post, PostImage, StaticPage, Term } from "./types.ts";

/** What is read from a post before posts are made: its authors, and its tags by taxonomy. */
export interface Reading {
  signed: readonly SignedBy[];
  tags: TagsOf;
}

export interface Making {
  site: Site;
  dates: Calendar;
  now: Date;
  people: ReadonlyMap<string, Person>;
  taxonomies: readonly Taxonomy[];
  /** Names of layouts that show a text. */
  layouts: ReadonlySet<string>;
  /** Entries that an error keeps out. One whose layout is unknown is added. */
  refused: Set<Addressed>;
  problems: Problem[];
}

/** Undefined if it has no day. */
export function makePost(entry: Addressed, reading: Reading, making: Making): Post | undefined {
  const { data, lang, day, date, updated, deadline } = entry;
  if (day === undefined || date === undefined) return undefined;
  const common = makeEntry(entry, "post", making);
  const authors = makeAuthors(reading.signed, making.people, making.site, lang, {
    handle: common.twitter,
    // As on the pages of people, which show the same roles.
    typeset: typesetterFor(lang, making.site.typography),
  });
  const terms: Record<string, readonly Term[]> = {};
  for (const taxonomy of making.taxonomies)
    terms[taxonomy.name] = (reading.tags.get(taxonomy.name) ?? []).map((tag) => taxonomy.term(tag.key, lang));
  return {
    ...common,
    ...{ kind: "post", day, date, authors, terms, related: [] },
    ...(updated !== undefined && { updated }),
    ...(deadline !== undefined && { deadline: { ...deadline, closed: deadline.closes <= making.now } }),
    ...(data.feedId !== undefined && { feedId: data.feedId }),
    ...(data.license !== undefined && { license: oneLine(data.license) }),
  };
}

export function makePage(entry: Addressed, making: Making): StaticPage {
  const common = makeEntry(entry, "page", making);
  return { ...common, kind: "page", ...(entry.updated !== undefined && { updated: entry.updated }) };
}

/** What posts and pages share. */
function makeEntry(entry: Addressed, defaultLayout: string, making: Making): Omit<EntryBase, "kind"> {
  const { data, source, lang, title, slug, url, text, bodyLine, fields, placeOf } = entry;
  const typography = data.typography ?? making.site.typography;
  const typeset = typesetterFor(lang, typography);
  const image = readImage(data, making.site.homes, typeset);
  const twitter = readHandle(data.twitter ?? "");
  const addressKey =
    data.permalink === undefined ? (data.slug === undefined ? undefined : "slug") : "permalink";
  return {
    ...{ file: source.file, lang, slug, url, text, bodyLine, fields, placeOf, typography },
    title: typeset(title),
    description: typeset(oneLine(data.description ?? "")),
    layout: readLayout(defaultLayout, entry, making),
    redirectFrom: [data.redirect_from ?? [], data.aliases ?? []].flat(),
    noindex: data.noindex ?? false,
    corrections: readCorrections(entry, making, typeset),
    translations: [],
    ...(addressKey !== undefined && { addressKey }),
    ...(image !== undefined && { image }),
    ...(twitter !== undefined && { twitter }),
  };
}

/** True if an error keeps an entry out, which may only be known once posts are made. */
export function isKeptOut(
  entry: Addressed,
  { refused, layouts }: Pick<Making, "refused" | "layouts">,
): boolean {
  const layout = entry.data.layout?.trim() ?? "";
  return refused.has(entry) || (layout !== "" && !layoutsFor(entry, layouts).includes(layout));
}

/** The layout `post` shows a day, which a page does not have. */
function layoutsFor({ kind }: Addressed, layouts: Making["layouts"]): string[] {
  return [...layouts].filter((name) => kind === "post" || name !== "post");
}

/** Finds a layout by its name; nothing else is ever looked up, least of all a path. */
function readLayout(fallback: string, entry: Addressed, making: Making): string {
  const layout = entry.data.layout?.trim() ?? "";
  if (layout === "") return fallback;
  const allowed = layoutsFor(entry, making.layouts);
  if (allowed.includes(layout)) return layout;
  making.refused.add(entry);
  const meant = layout === "post" ? fallback : (nearest(layout.replace(/\.\w+$/, ""), allowed) ?? fallback);
  const params = { layout: excerpt(layout), allowed };
  making.problems.push(problem("unknown-layout", entry.placeOf("layout"), params, `layout: ${meant}`));
  return fallback;
}

function readImage(data: FrontMatter, homes: readonly Home[], typeset: Typesetter): PostImage | undefined {
  const src = ownPath(homes, data.image?.trim() ?? "");
  if (src === "") return undefined;
  return {
    src,
    alt: typeset(oneLine(data.imageAlt ?? "")),
    ...(data.imageAlt === undefined && { undescribed: true as const }),
    // An address with any other scheme is not a picture: it is reported as missing, and no page links to it.
    remote: hasHost(src),
    ...(data.imageCredit !== undefined && { credit: typeset(oneLine(data.imageCredit)) }),
  };
}

function readCorrections(
  { data, placeIn }: Addressed,
  making: Making,
  typeset: Typesetter,
): Entry["corrections"] {
  return (data.corrections ?? []).map((one, i) => {
    if (typeof one === "string") return { text: typeset(oneLine(one)) };
    const date = making.dates.read(one.date);
    const text = typeset(oneLine(one.text));
    if (date.ok) return { day: date.day, text };
    making.problems.push(badDate("date", one.date, date, placeIn(["corrections", i, "date"])));
    return { text };
  });
}
