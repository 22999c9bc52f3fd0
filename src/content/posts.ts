// Makes posts and pages from the entries that were read: authors, terms, picture, layout, redirects.
// It runs once every entry has been read, since all of them together settle names and spellings.
import { nearest } from "../nearest.ts";
import { problem, type Problem } from "../problems.ts";
import { hasHost } from "../schemes.ts";
import { ownPath, type Home, type Site } from "../site/site.ts";
import type { Addressed } from "./addresses.ts";
import { dateLine, lineAround } from "./date-lines.ts";
import type { Calendar } from "./dates.ts";
import { readHandle } from "./signatures/handles.ts";
import { makeAuthors, type SignedBy } from "./people.ts";
import type { FrontMatter } from "./schema.ts";
import type { WrittenTag } from "./tag-values.ts";
import type { Taxonomy } from "./tags.ts";
import { excerpt } from "../excerpt.ts";
import { oneLine } from "./text.ts";
import { typesetterFor, type Typesetter } from "./typeset.ts";
import type { Entry, EntryBase, Person, Post, PostImage, StaticPage, Term } from "./types.ts";

/** What is read from a post before posts are made: its authors, and its tags by taxonomy. */
export interface Reading {
  signed: readonly SignedBy[];
  tags: ReadonlyMap<string, readonly WrittenTag[]>;
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
  if (entry.day === undefined || entry.date === undefined) return undefined;
  const common = makeEntry(entry, "post", making);
  const { data, lang } = entry;
  const authors = makeAuthors(reading.signed, making.people, making.site, lang, {
    handle: common.twitter,
    // As on the pages of people, which show the same roles.
    typeset: typesetterFor(lang, making.site.typography),
  });
  const terms: Record<string, readonly Term[]> = {};
  for (const taxonomy of making.taxonomies)
    terms[taxonomy.name] = (reading.tags.get(taxonomy.name) ?? []).map((tag) => taxonomy.term(tag.key, lang));
  const { day, date, updated, deadline } = entry;
  const post: Post = Object.assign(common, { kind: "post" as const, day, date, authors, terms, related: [] });
  if (updated !== undefined) post.updated = updated;
  if (deadline !== undefined) post.deadline = { ...deadline, closed: deadline.closes <= making.now };
  if (data.feedId !== undefined) post.feedId = data.feedId;
  if (data.license !== undefined) post.license = oneLine(data.license);
  return post;
}

export function makePage(entry: Addressed, making: Making): StaticPage {
  const common = makeEntry(entry, "page", making);
  return { ...common, kind: "page", ...(entry.updated !== undefined && { updated: entry.updated }) };
}

/**
 * What posts and pages share. Filled in place: copying objects of this size for every post costs more than everything else
 * here.
 */
function makeEntry(entry: Addressed, defaultLayout: string, making: Making): Omit<EntryBase, "kind"> {
  const { data, source, lang, title, slug, url, text, bodyLine, fields, placeOf } = entry;
  const layout = readLayout(data, defaultLayout, entry, making);
  const typography = data.typography ?? making.site.typography;
  const typeset = typesetterFor(lang, typography);
  const image = readImage(data, making.site.homes, typeset);
  const twitter = readTwitter(data.twitter, entry, making.problems);
  const made: Omit<EntryBase, "kind"> = {
    file: source.file,
    lang,
    title: typeset(title),
    description: typeset(oneLine(data.description ?? "")),
    slug,
    url,
    layout,
    text,
    bodyLine,
    fields,
    placeOf,
    redirectFrom: [data.redirect_from ?? [], data.aliases ?? []].flat(),
    noindex: data.noindex ?? false,
    typography,
    corrections: readCorrections(data, entry, making, typeset),
    translations: [],
  };
  if (data.permalink !== undefined) made.addressKey = "permalink";
  else if (data.slug !== undefined) made.addressKey = "slug";
  if (image !== undefined) made.image = image;
  if (twitter !== undefined) made.twitter = twitter;
  return made;
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
function readLayout(data: FrontMatter, fallback: string, entry: Addressed, making: Making): string {
  const layout = data.layout?.trim() ?? "";
  if (layout === "") return fallback;
  const allowed = layoutsFor(entry, making.layouts);
  if (allowed.includes(layout)) return layout;
  making.refused.add(entry);
  making.problems.push(
    problem(
      "unknown-layout",
      entry.placeOf("layout"),
      { layout: excerpt(layout), allowed },
      `layout: ${layout === "post" ? fallback : (nearest(layout.replace(/\.\w+$/, ""), allowed) ?? fallback)}`,
    ),
  );
  return fallback;
}

function readImage(data: FrontMatter, homes: readonly Home[], typeset: Typesetter): PostImage | undefined {
  const src = ownPath(homes, data.image?.trim() ?? "");
  if (src === "") return undefined;
  const credit = data.imageCredit === undefined ? {} : { credit: typeset(oneLine(data.imageCredit)) };
  return {
    src,
    alt: typeset(oneLine(data.imageAlt ?? "")),
    ...(data.imageAlt === undefined && { undescribed: true as const }),
    // An address with any other scheme is not a picture: it is reported as missing, and no page links to it.
    remote: hasHost(src),
    ...credit,
  };
}

function readTwitter(written: string | undefined, entry: Addressed, problems: Problem[]): string | undefined {
  const read = readHandle(written ?? "");
  if (read === undefined) return undefined;
  if ("bad" in read) {
    problems.push(problem("handle/bad", entry.placeOf("twitter"), { found: excerpt(read.bad) }));
    return undefined;
  }
  if (read.form !== "bare")
    problems.push(
      problem("handle/address", entry.placeOf("twitter"), {
        found: excerpt(written ?? ""),
        handle: read.handle,
      }),
    );
  return read.handle;
}

function readCorrections(
  data: FrontMatter,
  entry: Addressed,
  making: Making,
  typeset: Typesetter,
): Entry["corrections"] {
  return (data.corrections ?? []).map((one, i) => {
    if (typeof one === "string") return { text: typeset(oneLine(one)) };
    const date = making.dates.read(one.date);
    if (date.ok) return { day: date.day, text: typeset(oneLine(one.text)) };
    const path = ["corrections", i, "date"];
    making.problems.push(
      problem(`bad-date/${date.reason}`, entry.placeIn(path), {
        field: "corrections",
        found: excerpt(one.date, 40),
        fix: lineAround(dateLine("date", date, { lang: making.site.lang }), (day) => entry.lineIn(path, day)),
      }),
    );
    return { text: typeset(oneLine(one.text)) };
  });
}
