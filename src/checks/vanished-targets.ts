// An address that no longer answers → the current pages to which it should lead, most likely first.
// The same file or the same title is the same page, moved; everything else is a guess, and is reported as one.
import type { KnownAddress, Recorded } from "../content/address-book.ts";
import { otherNameKey, type OtherNames } from "../content/other-names.ts";
import { fold } from "../content/text.ts";
import { groupBy } from "../group.ts";
import { folderIn } from "../paths.ts";
import { besideAddress } from "../pages/addresses.ts";
import { createFindNear, type FindNear } from "./near.ts";

interface Targets {
  /** The same page at its new address. */
  moved?: Recorded;
  /** Other pages that may serve its readers, most likely first. */
  others: readonly Recorded[];
}

export type FindTargets = (gone: KnownAddress) => Targets;

/**
 * `today`: what the site publishes now. `known`: what the book remembers. `names`: aliases of names that have a page. Each call
 * takes a bounded time.
 */
export function createFindTargets(
  today: readonly Recorded[],
  known: readonly KnownAddress[],
  names: OtherNames,
): FindTargets {
  const index = { ...createIndex(today, known), names };
  return (gone) => {
    const moved = movedTo(gone, index);
    const all = [
      ...(gone.source === "month" ? monthOrYear(gone, index) : guesses(gone, index)),
      ...lists(gone, index),
    ];
    const others = new Map(all.map((one) => [one.url, one]));
    if (moved) others.delete(moved.url);
    return { ...(moved && { moved }), others: [...others.values()].slice(0, MOST) };
  };
}

const MOST = 3;

/** The group of texts that the book does not know yet. */
const NEW = "new";

/** True for the recorded source of a post or page. */
export function isText(source: string): boolean {
  return source.includes("/");
}

interface Index {
  byUrl: ReadonlyMap<string, Recorded>;
  bySource: ReadonlyMap<string, readonly Recorded[]>;
  byTitle: ReadonlyMap<string, readonly Recorded[]>;
  /** Texts that the book does not know yet, by the day in their file's name. */
  newByDay: ReadonlyMap<string, readonly Recorded[]>;
  /** Feeds of all posts, not of one tag or person. */
  wholeFeeds: readonly Recorded[];
  near: (group: string) => FindNear;
  known: ReadonlyMap<string, KnownAddress>;
  names: OtherNames;
}

function createIndex(today: readonly Recorded[], known: readonly KnownAddress[]): Omit<Index, "names"> {
  const remembered = new Map(known.map((one) => [one.url, one]));
  const byUrl = new Map(today.map((one) => [one.url, one]));
  const bySource = groupBy(today, ({ source }) => source);
  const finders = new Map<string, FindNear>();
  return {
    byUrl,
    bySource,
    byTitle: groupBy(today, titleKey),
    newByDay: groupBy(
      today.filter(({ url, source }) => isText(source) && !remembered.has(url)),
      ({ source }) => dayIn(source),
    ),
    wholeFeeds: (bySource.get("feed") ?? []).filter(
      ({ url }) => !["tag", "person"].includes(byUrl.get(folderIn(url))?.source ?? ""),
    ),
    near(group) {
      const isOf = ({ url, source }: Recorded): boolean =>
        group === NEW ? isText(source) && !remembered.has(url) : groupOf(source) === group;
      const finder = finders.get(group) ?? nearIn(today.filter(isOf));
      finders.set(group, finder);
      return finder;
    },
    known: remembered,
  };
}

function movedTo(gone: Recorded, { bySource, byTitle, byUrl, names }: Index): Recorded | undefined {
  if (gone.source === "redirect") return byUrl.get(gone.title);
  const now = byUrl.get(gone.url);
  if (now?.source === "redirect") return byUrl.get(now.title);
  const [same] = isText(gone.source) ? (bySource.get(gone.source) ?? []) : [];
  if (same) return same;
  // If two pages have the same title, nothing says which one it was.
  const [titled, second] = gone.title === "" ? [] : (byTitle.get(titleKey(gone)) ?? []);
  if (titled) return second === undefined ? titled : undefined;
  const renamed = names.get(otherNameKey(gone.source, gone.title)) ?? [];
  return inSameLanguage(gone.url, present(renamed.map((url) => byUrl.get(url))));
}

function guesses(gone: Recorded, index: Index): Recorded[] {
  if (gone.source === "feed") return feeds(gone, index);
  const near = (group: string): Recorded | undefined => {
    const find = index.near(group);
    return index.byUrl.get(find(gone.url) ?? (isText(gone.source) ? find(gone.source) : undefined) ?? "");
  };
  if (!isText(gone.source)) return present([near(groupOf(gone.source))]);
  // A text that had its own address beside that one is another text, however similar: it comes last.
  const [sameDay, second] = index.newByDay.get(dayIn(gone.source)) ?? [];
  return present([second === undefined ? sameDay : undefined, near(NEW), near("text")]);
}

/**
 * Months that share only some digits are not related. The same digits at another address are the same month. Its year is in the
 * folder above.
 */
function monthOrYear(gone: Recorded, { byUrl, bySource }: Index): Recorded[] {
  const digits = ({ url }: Recorded): string => url.match(/\d+/g)?.join("-") ?? "";
  const same = (bySource.get("month") ?? []).filter((one) => digits(one) === digits(gone));
  return present([inSameLanguage(gone.url, same), byUrl.get(folderIn(gone.url.replace(/\/$/, "")))]);
}

/** A feed follows its list; if the list is gone for good, it leads to the feed of all posts. */
function feeds(gone: Recorded, index: Index): Recorded[] {
  const folder = folderIn(gone.url);
  const file = gone.url.slice(folder.length);
  const list = index.known.get(folder);
  const moved = list && movedTo(list, index);
  const extension = /\.\w+$/.exec(file)?.[0] ?? "";
  const whole = index.wholeFeeds.filter(({ url }) => url.endsWith(extension));
  return present([moved && index.byUrl.get(besideAddress(moved.url, file)), inSameLanguage(gone.url, whole)]);
}

/** Kinds of pages to offer instead, by the kind of what is gone. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  tag: ["tags", "blog", "home"],
  person: ["people", "blog", "home"],
  year: ["archives", "blog", "home"],
  month: ["archives", "blog", "home"],
  redirect: ["blog", "home"],
  feed: [],
};

function lists(gone: Recorded, { bySource }: Index): Recorded[] {
  const kinds = LISTS[gone.source] ?? (isText(gone.source) ? ["blog", "home"] : [gone.source, "home"]);
  return present(kinds.map((kind) => inSameLanguage(gone.url, bySource.get(kind) ?? [])));
}

/** On a site with several languages, the page whose address begins with the same language. */
function inSameLanguage(url: string, candidates: readonly Recorded[]): Recorded | undefined {
  const start = (address: string): string => /^\/[a-z]{2,3}(?:-[a-z\d]+)?\//.exec(address)?.[0] ?? "/";
  return candidates.find((one) => start(one.url) === start(url)) ?? candidates[0];
}

function nearIn(group: readonly Recorded[]): FindNear {
  return createFindNear(function* () {
    for (const { url } of group) yield [url, url] as const;
    for (const { url, source } of group) if (isText(source)) yield [source, url] as const;
  });
}

/** Posts and pages may become one another; a tag stays a tag. */
function groupOf(source: string): string {
  return isText(source) || source === "redirect" ? "text" : source;
}

function titleKey({ source, title }: Recorded): string {
  return `${groupOf(source)}\0${fold(title)}`;
}

function dayIn(file: string): string {
  return /\/_?(\d{2,4}-\d\d?-\d\d?)(?=[-_./ ])/.exec(file)?.[1] ?? "";
}

function present(all: readonly (Recorded | undefined)[]): Recorded[] {
  return all.flatMap((one) => one ?? []);
}
