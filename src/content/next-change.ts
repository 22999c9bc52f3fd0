// The next moment at which the same content makes a different site: a post is published, its deadline passes, it expires, the
// site is archived, or the notice on all pages ends.
// Drafts have no such moment, and neither have texts that have expired.
import type { Addressed } from "./addresses.ts";
import { dayOf, endOfDay } from "./dates.ts";
import type { Content, NextChange } from "./types.ts";

type Timed = Pick<Addressed, "draft" | "date" | "expires" | "deadline" | "source">;

/** The earliest such moment after `now`; if entries share it, that of the first. */
export function nextChange(entries: Iterable<Timed>, now: Date): NextChange | undefined {
  let next: NextChange | undefined;
  for (const entry of entries) {
    const change = changeOf(entry, now);
    if (change !== undefined && (next === undefined || change.at < next.at)) next = change;
  }
  return next;
}

function changeOf({ draft, date, expires, deadline, source }: Timed, now: Date): NextChange | undefined {
  if (draft) return undefined;
  const { file } = source;
  const due = date !== undefined && date > now;
  // An entry that expires before it is due is never published.
  if (due) return expires !== undefined && expires <= date ? undefined : { at: date, file, what: "due" };
  const closes = deadline?.closes;
  const ends = expires !== undefined && expires > now ? expires : undefined;
  if (closes !== undefined && closes > now && (ends === undefined || closes < ends))
    return { at: closes, file, what: "closes" };
  return ends && { at: ends, file, what: "expires" };
}

/** Adds the first change of the whole site, if it comes before those of the entries. */
export function withChanges(content: Content, changes: readonly NextChange[]): Content {
  const { nextChange: known } = content;
  const first = [...(known ? [known] : []), ...changes].reduce<NextChange | undefined>(
    (earliest, one) => (earliest === undefined || one.at < earliest.at ? one : earliest),
    undefined,
  );
  return first === undefined ? content : { ...content, nextChange: first };
}

/**
 * Until when the same sources give the same content and problems: at most the end of the day, since some problems depend on the
 * day, or on an hour, and a text may be published, close or expire before it ends. A preview shows deadlines of drafts, which
 * `nextChange` does not include.
 */
export function sameUntil({ site, nextChange, posts, pages, withheld }: Dated, now: Date): Date {
  const end = endOfDay(dayOf(now, site.timeZone), site.timeZone);
  const hours = [...posts, ...pages, ...withheld].flatMap(({ unheardHour }) => unheardHour ?? []);
  const deadlines = posts.flatMap(({ deadline }) =>
    deadline === undefined || deadline.closed ? [] : deadline.closes,
  );
  const moments = [...hours, ...deadlines, ...(nextChange === undefined ? [] : [nextChange.at])];
  return moments.reduce((first, at) => (at < first ? at : first), end);
}

type Dated = Pick<Content, "site" | "nextChange" | "posts" | "pages" | "withheld">;
