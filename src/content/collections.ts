// Sorts posts, withholds drafts, future and expired ones, links neighbours, and says when the same content makes another site.
// Posts are sorted by instant, latest first, then by path, so that two posts of one day never change places.
import { codeOf, type Problem } from "../problems.ts";
import { dayOf, endOfDay } from "./dates.ts";
import type { RawEntry } from "./entry.ts";
import { isDraftByName } from "./file-names.ts";
import type { Made } from "./load.ts";
import { byCodeUnit } from "./text.ts";
import type { Content, Day, Entry, NextChange, Person, Post, StaticPage, TermEntry } from "./types.ts";

/** What a run shows besides what is published. */
export interface Showing {
  now: Date;
  drafts: boolean;
  future: boolean;
}

/** Separates the entries that this run shows, posts latest first, from those that it leaves out. */
export function sortOut(
  made: Made,
  showing: Showing,
): Pick<Content, "texts"> & { posts: Post[]; pages: StaticPage[]; terms: TermEntry[]; withheld: Entry[] } {
  const posts: Post[] = [];
  const pages: StaticPage[] = [];
  const terms: TermEntry[] = [];
  const withheld: Entry[] = [];
  for (const [raw, one] of made) {
    const state = stateOf(raw, showing.now);
    if (state) one.unpublished = state;
    if (!isShown(raw, showing)) withheld.push(one);
    else if (one.kind === "post") posts.push(one);
    else if (one.kind === "page") pages.push(one);
    else terms.push(one);
  }
  posts.sort(byDate);
  return { posts, pages, terms, texts: [...posts, ...pages, ...terms], withheld };
}

/** Why a text is not published; undefined if it is. */
function stateOf({ draft, date, expires }: Timed, now: Date): Entry["unpublished"] {
  if (draft) return "draft";
  if (date !== undefined && date > now) return "future";
  return expires !== undefined && expires <= now ? "expired" : undefined;
}

export function isShown(entry: Timed, { now, drafts, future }: Showing): boolean {
  const state = stateOf(entry, now);
  return state === undefined || (state === "future" ? future : drafts);
}

/** Latest first. */
function byDate(a: Post, b: Post): number {
  return b.date.getTime() - a.date.getTime() || byCodeUnit(a.file, b.file);
}

/** Links each post with the previous and the next one in its language. `posts` are sorted, latest first. */
export function linkNeighbours(posts: readonly Post[]): void {
  const later = new Map<string, Post>();
  for (const post of posts) {
    const next = later.get(post.lang);
    if (next !== undefined) {
      post.next = next;
      next.previous = post;
    }
    later.set(post.lang, post);
  }
}

/** All texts that are rendered, at least to be checked. */
export function entriesOf({
  texts,
  withheld,
  unsound,
}: Pick<Content, "texts" | "withheld" | "unsound">): Entry[] {
  return [...texts, ...withheld, ...unsound];
}

/** Languages in use, the site's own first. */
export function languagesOf(entries: readonly Entry[], own: string): string[] {
  const others = new Set(entries.map((entry) => entry.lang));
  others.delete(own);
  return [own, ...[...others].sort(byCodeUnit)];
}

/** People who sign a published post, sorted by slug. */
export function peopleOf(posts: readonly Post[]): Person[] {
  const people = new Set(posts.flatMap((post) => post.authors.map((author) => author.person)));
  return [...people].sort((a, b) => byCodeUnit(a.slug, b.slug));
}

/**
 * The day on which a text last changed, as its author states it: the latest of `updated` and the days of the corrections.
 * Undefined if it has not changed since it was published.
 */
export function changedOn(entry: Pick<Entry, "corrections"> & { updated?: Day; day?: Day }): Day | undefined {
  const days = [entry.updated, ...entry.corrections.map(({ day }) => day)].filter((day) => day !== undefined);
  const latest = days.reduce((last, day) => (day > last ? day : last), entry.day ?? "");
  return latest === "" || (latest === entry.day && !days.includes(latest)) ? undefined : latest;
}

type Drafts = Pick<Content, "withheld" | "unreadDrafts">;

/** Reported at a draft, but about something that readers had and that the site now lacks. */
const OF_SITE: ReadonlySet<string> = new Set(["vanished-url"]);

/**
 * Returns a function that marks the problems of drafts that a run leaves out: the site is sound without them, and an unfinished text
 * must not stop publication. If `shown`, this run shows drafts, and treats them like other texts.
 */
export function createMarkDrafts(
  { withheld, unreadDrafts }: Drafts,
  shown: boolean,
): (problems: readonly Problem[]) => Problem[] {
  if (shown) return (problems) => [...problems];
  const drafts = withheld.filter(({ unpublished }) => unpublished === "draft");
  const files = new Set([...drafts, ...unreadDrafts].map(({ file }) => file));
  // A file whose name cannot be used, or a symbolic link, is in neither list.
  const isOfDraft = ({ file, key }: Problem): boolean =>
    (files.has(file) || isDraftByName(file)) && !OF_SITE.has(codeOf(key));
  return (problems) => problems.map((one) => (isOfDraft(one) ? { ...one, ofDraft: true } : one));
}

type Timed = Pick<RawEntry, "draft" | "date" | "expires" | "source">;

/**
 * The next moment at which the same content makes a different site: a text is published or expires, or one of the `changes` of the
 * whole site; if several share it, the first. Drafts have none, and neither have texts that have expired.
 */
export function nextChange(
  entries: Iterable<Timed>,
  changes: readonly NextChange[],
  now: Date,
): NextChange | undefined {
  return earliest([...[...entries].flatMap((entry) => changeOf(entry, now) ?? []), ...changes]);
}

function changeOf({ draft, date, expires, source: { file } }: Timed, now: Date): NextChange | undefined {
  if (draft) return undefined;
  // An entry that expires before it is due is never published.
  if (date !== undefined && date > now)
    return expires !== undefined && expires <= date ? undefined : { at: date, file, what: "due" };
  return expires !== undefined && expires > now ? { at: expires, file, what: "expires" } : undefined;
}

function earliest(changes: readonly NextChange[]): NextChange | undefined {
  const [first] = [...changes].sort((a, b) => a.at.getTime() - b.at.getTime());
  return first;
}

/**
 * Until when the same sources give the same content and problems: at most the end of the day, since some problems depend on the
 * day.
 */
export function sameUntil({ site, nextChange: next }: Pick<Content, "site" | "nextChange">, now: Date): Date {
  const end = endOfDay(dayOf(now, site.timeZone), site.timeZone);
  return next !== undefined && next.at < end ? next.at : end;
}
