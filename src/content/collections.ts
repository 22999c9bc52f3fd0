// Sorts posts, withholds drafts, future and expired ones, and links neighbours.
// Posts are sorted by instant, latest first, then by path, so that two posts of one day never change places.
import { codeOf, type Problem } from "../problems.ts";
import { isDraftByName } from "./file-names.ts";
import { byCodeUnit } from "./text.ts";
import type { Addressed } from "./addresses.ts";
import type { Made } from "./load.ts";
import type { Content, Day, Entry, Person, Post, StaticPage } from "./types.ts";

export interface Showing {
  now: Date;
  drafts: boolean;
  future: boolean;
}

/** Why an entry is not public at `now`; undefined if it is public. */
function unpublishedAs(
  entry: Pick<Addressed, "draft" | "date" | "expires">,
  now: Date,
): "draft" | "future" | "expired" | undefined {
  if (entry.draft) return "draft";
  if (entry.date !== undefined && entry.date.getTime() > now.getTime()) return "future";
  return entry.expires !== undefined && entry.expires.getTime() <= now.getTime() ? "expired" : undefined;
}

/** True if this run leaves the entry out. */
function isWithheld(state: ReturnType<typeof unpublishedAs>, showing: Showing): boolean {
  if (state === undefined) return false;
  return state === "future" ? !showing.future : !showing.drafts;
}

/** Separates the entries that this run shows, posts latest first, from those that it leaves out. */
export function sortOut(
  made: Made,
  showing: Showing,
): { posts: Post[]; pages: StaticPage[]; withheld: Entry[] } {
  const posts: Post[] = [];
  const pages: StaticPage[] = [];
  const withheld: Entry[] = [];
  for (const [entry, one] of made) {
    const state = unpublishedAs(entry, showing.now);
    if (state !== undefined) one.unpublished = state;
    if (isWithheld(state, showing)) withheld.push(one);
    else if (one.kind === "post") posts.push(one);
    else pages.push(one);
  }
  return { posts: posts.sort(byDate), pages, withheld };
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
  posts,
  pages,
  withheld,
  unsound,
}: Pick<Content, "posts" | "pages" | "withheld" | "unsound">): Entry[] {
  return [...posts, ...pages, ...withheld, ...unsound];
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
  { withheld, unreadDrafts = [] }: Drafts,
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
