// Makes posts and pages of read entries: authors, terms, picture, layout, redirects.
// It runs once every entry has been read, since names and spellings are settled by all of them together.
import { problem, type Problem } from "../problems.ts";
import type { Site } from "../site.ts";
import type { Addressed } from "./addresses.ts";
import type { Calendar } from "./dates.ts";
import { readHandle } from "./handles.ts";
import { makeAuthors, type SignedBy } from "./people.ts";
import type { FrontMatter } from "./schema.ts";
import type { WrittenTag } from "./tag-values.ts";
import type { Taxonomy } from "./tags.ts";
import { excerpt, nearest, oneLine } from "./text.ts";
import type { Entry, Person, Post, PostImage, StaticPage, Term } from "./types.ts";

/** What is read of an entry before posts are made: who signs, and its tags by taxonomy. */
export interface Reading {
  signed: readonly SignedBy[];
  tags: ReadonlyMap<string, readonly WrittenTag[]>;
}

export interface Making {
  site: Site;
  dates: Calendar;
  people: ReadonlyMap<string, Person>;
  taxonomies: readonly Taxonomy[];
  layouts: ReadonlySet<string>;
  problems: Problem[];
}

/** A post, or `undefined` where its layout is unknown. */
export function makePost(entry: Addressed, reading: Reading, making: Making): Post | undefined {
  const common = makeEntry(entry, "post", making);
  if (common === undefined || entry.day === undefined || entry.date === undefined) return undefined;
  const { data, lang } = entry;
  const authors = makeAuthors(reading.signed, making.people, making.site, lang, common.twitter);
  const terms: Record<string, readonly Term[]> = {};
  for (const taxonomy of making.taxonomies)
    terms[taxonomy.name] = (reading.tags.get(taxonomy.name) ?? []).map((tag) => taxonomy.term(tag.key, lang));
  const { day, date, updated } = entry;
  return {
    ...common,
    kind: "post",
    day,
    date,
    authors,
    terms,
    related: [],
    ...(updated === undefined ? {} : { updated }),
    ...(data.license === undefined ? {} : { license: oneLine(data.license) }),
  };
}

export function makePage(entry: Addressed, making: Making): StaticPage | undefined {
  const common = makeEntry(entry, "page", making);
  return common === undefined
    ? undefined
    : { ...common, kind: "page", ...(entry.updated === undefined ? {} : { updated: entry.updated }) };
}

function makeEntry(entry: Addressed, defaultLayout: string, making: Making): Omit<Entry, "kind"> | undefined {
  const { data, source, lang, title, slug, url, body, bodyLine, fields, placeOf } = entry;
  const layout = readLayout(data, defaultLayout, entry, making);
  if (layout === undefined) return undefined;
  const image = readImage(data);
  const twitter = readTwitter(data.twitter, entry, making.problems);
  return {
    file: source.file,
    lang,
    title,
    description: oneLine(data.description ?? ""),
    slug,
    url,
    ...addressKey(data),
    layout,
    body: Buffer.from(body),
    bodyLine,
    fields,
    placeOf,
    redirectFrom: [data.redirect_from ?? [], data.aliases ?? []].flat(),
    noindex: data.noindex ?? false,
    typography: data.typography ?? true,
    corrections: readCorrections(data, entry, making),
    translations: [],
    ...(image === undefined ? {} : { image }),
    ...(twitter === undefined ? {} : { twitter }),
  };
}

function addressKey(data: FrontMatter): Pick<Entry, "addressKey"> {
  if (data.permalink !== undefined) return { addressKey: "permalink" };
  return data.slug === undefined ? {} : { addressKey: "slug" };
}

/** A layout by its name; nothing else is ever looked up, least of all a path. */
function readLayout(
  data: FrontMatter,
  fallback: string,
  entry: Addressed,
  making: Making,
): string | undefined {
  const layout = data.layout?.trim() ?? "";
  if (layout === "") return fallback;
  if (making.layouts.has(layout)) return layout;
  const allowed = [...making.layouts];
  making.problems.push(
    problem("unknown-layout", entry.placeOf("layout"), {
      layout: excerpt(layout),
      allowed,
      suggestion: nearest(layout.replace(/\.\w+$/, ""), allowed) ?? fallback,
    }),
  );
  return undefined;
}

function readImage(data: FrontMatter): PostImage | undefined {
  const src = data.image?.trim() ?? "";
  if (src === "") return undefined;
  const credit = data.imageCredit === undefined ? {} : { credit: oneLine(data.imageCredit) };
  return {
    src,
    alt: oneLine(data.imageAlt ?? ""),
    remote: /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(src),
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

function readCorrections(data: FrontMatter, entry: Addressed, making: Making): Entry["corrections"] {
  return (data.corrections ?? []).map((one) => {
    if (typeof one === "string") return { text: oneLine(one) };
    const date = making.dates.read(one.date);
    if (date.ok) return { day: date.day, text: oneLine(one.text) };
    making.problems.push(
      problem(`bad-date/${date.reason}`, entry.placeOf("corrections"), {
        field: "corrections",
        found: excerpt(one.date, 40),
        fix: `date: ${date.suggestion ?? entry.day ?? "2026-03-02"}`,
      }),
    );
    return { text: oneLine(one.text) };
  });
}
