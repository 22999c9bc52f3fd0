// Makes posts, pages and terms from the entries that were read: authors, terms, picture, corrections, redirects.
// It runs once every entry has been read, since all of them together settle names and spellings.
import { problem, type Problem } from "../problems.ts";
import { hasHost } from "../urls.ts";
import { ownPath, type Site } from "../site/site.ts";
import { badDate, type Calendar } from "./dates.ts";
import type { RawEntry } from "./entry.ts";
import { makeEvent } from "./events.ts";
import { makeAuthors, type SignedBy } from "./people.ts";
import { readHandle } from "./signatures.ts";
import type { TermKeys } from "./terms.ts";
import { oneLine } from "./text.ts";
import type { TermFiles } from "./term-files.ts";
import type {
  EntryBase,
  Person,
  Post,
  PostImage,
  SettingLink,
  StaticPage,
  Term,
  TermEntry,
} from "./types.ts";
import { typesetterFor } from "./typeset.ts";

export interface Making {
  site: Site;
  dates: Calendar;
  people: ReadonlyMap<string, Person>;
  /** The files of people. */
  files?: TermFiles | undefined;
  problems: Problem[];
  /** Links in front matter, which are added as texts are made. */
  links: SettingLink[];
}

export function makePost(
  entry: RawEntry,
  signed: readonly SignedBy[],
  written: TermKeys,
  making: Making,
): Post {
  const { data, lang, day = "", date = new Date(0), updated } = entry;
  const { site } = making;
  const common = makeEntry(entry, making);
  const authors = makeAuthors(signed, making, lang, {
    handle: common.twitter,
    // As on the pages of people, which show the same roles.
    typeset: typesetterFor(lang, site.typography),
  });
  const terms = termsIn(written, lang);
  return {
    ...common,
    ...{ kind: "post", day, date, authors, terms, related: [] },
    ...(updated !== undefined && { updated }),
    ...(data.feedId !== undefined && { feedId: data.feedId }),
    ...(data.license !== undefined && { license: oneLine(data.license) }),
    ...makeEvent(entry, making),
  };
}

export function makePage(entry: RawEntry, making: Making): StaticPage {
  const { updated } = entry;
  return { ...makeEntry(entry, making), kind: "page", ...(updated !== undefined && { updated }) };
}

/** `of`: the key of the term, or the person, that the file introduces. */
export function makeTerm(
  entry: RawEntry,
  { key, person }: Pick<TermEntry, "key" | "person">,
  written: TermKeys,
  making: Making,
): TermEntry {
  const { data, lang, day, updated, taxonomy = "" } = entry;
  const { photo, aliases = [], image = photo, redirect_from: old = [] } = data;
  const oldPaths = [aliases].flat().filter((one) => one.startsWith("/"));
  // The name of a person is beside their photo.
  const shown = person ? { ...data, image, imageAlt: data.imageAlt ?? "" } : data;
  return {
    ...makeEntry(
      { ...entry, data: { ...shown, aliases: [], redirect_from: [old, oldPaths].flat() } },
      making,
    ),
    ...{ kind: "term", taxonomy, key, terms: termsIn(written, lang), former: data.former ?? false },
    ...(person !== undefined && { person }),
    ...(day !== undefined && { day }),
    ...(updated !== undefined && { updated }),
    ...(data.weight !== undefined && { weight: data.weight }),
  };
}

function termsIn(written: TermKeys, lang: string): Record<string, readonly Term[]> {
  const terms: Record<string, readonly Term[]> = { tags: [] };
  for (const [one, keys] of written) terms[one.name] = keys.map((key) => one.term(key, lang));
  return terms;
}

/** What all texts share. */
function makeEntry(entry: RawEntry, { site, dates, problems }: Making): Omit<EntryBase, "kind"> {
  const { data, source, lang, title, slug, url, body, bodyLine, fields, layout, placeIn } = entry;
  const typography = data.typography ?? site.typography;
  const typeset = typesetterFor(lang, typography);
  const set = (written: string): string => typeset(oneLine(written));
  const src = ownPath(site.homes, data.image?.trim() ?? "");
  const image: PostImage = {
    src,
    alt: set(data.imageAlt ?? ""),
    ...(data.imageAlt === undefined && { undescribed: true }),
    // An address with any other scheme is not a picture: it is reported as missing, and no page links to it.
    remote: hasHost(src),
    ...(data.imageCredit !== undefined && { credit: set(data.imageCredit) }),
  };
  const corrections = (data.corrections ?? []).map((one, i) => {
    if (typeof one === "string") return { text: set(one) };
    const date = dates.read(one.date);
    if (!date.ok) problems.push(badDate("date", one.date, date, placeIn(["corrections", i, "date"])));
    return { ...(date.ok && { day: date.day }), text: set(one.text) };
  });
  const { twitter: account = "" } = data;
  const twitter = readHandle(account);
  if (account.trim() !== "" && twitter === undefined)
    problems.push(problem("value/handle", placeIn(["twitter"]), { path: "twitter", found: account }));
  const addressKey =
    data.permalink !== undefined ? "permalink" : data.slug !== undefined ? "slug" : undefined;
  return {
    ...{ file: source.file, lang, slug, url, body, bodyLine, fields, layout, typography, corrections },
    placeOf: (field, part) => placeIn([field], part),
    title: typeset(title),
    description: set(data.description ?? ""),
    redirectFrom: [data.redirect_from ?? [], data.aliases ?? []].flat(),
    noindex: data.noindex ?? false,
    translations: [],
    ...(addressKey !== undefined && { addressKey }),
    ...(src !== "" && { image }),
    ...(twitter !== undefined && { twitter }),
  };
}
