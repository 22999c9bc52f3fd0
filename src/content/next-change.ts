// The next moment at which the same content makes a different site: a post is published, its deadline passes, it expires, the
// site is archived, or the notice on all pages ends.
// Drafts have no such moment, and neither have texts that have expired.
import type { Addressed } from "./addresses.ts";
import { dayOf, endOfDay } from "./dates.ts";
import type { Content, NextChange } from "./types.ts";

type Timed = Pick<Addressed, "draft" | "date" | "expires" | "deadline" | "source">;

/** The earliest such moment after `now`; if entries share it, that of the first. */
export function nextChange(entries: Iterable<Timed>, now: Date): NextChange | undefined {
  return earliest([...entries].flatMap((entry) => changeOf(entry, now) ?? []));
}

function changeOf({ draft, date, expires, deadline, source }: Timed, now: Date): NextChange | undefined {
  if (draft) return undefined;
  const { file } = source;
  // An entry that expires before it is due is never published.
  if (date !== undefined && date > now)
    return expires !== undefined && expires <= date ? undefined : { at: date, file, what: "due" };
  const changes = [
    ...(expires === undefined ? [] : [{ at: expires, file, what: "expires" as const }]),
    ...(deadline === undefined ? [] : [{ at: deadline.closes, file, what: "closes" as const }]),
  ];
  // A text that has expired does not close any more.
  return expires !== undefined && expires <= now ? undefined : earliest(changes.filter(({ at }) => at > now));
}

function earliest(changes: readonly NextChange[]): NextChange | undefined {
  const [first] = [...changes].sort((a, b) => a.at.getTime() - b.at.getTime());
  return first;
}

/** Adds the first change of the whole site, if it comes before those of the entries. */
export function withChanges(content: Content, changes: readonly NextChange[]): Content {
  const first = earliest([...(content.nextChange ? [content.nextChange] : []), ...changes]);
  return first === undefined ? content : { ...content, nextChange: first };
}

/**
 * Until when the same sources give the same content and problems: at most the end of the day, since some problems depend on the
 * day. A preview shows deadlines of drafts, which `nextChange` does not include.
 */
export function sameUntil(
  { site, nextChange: next, posts }: Pick<Content, "site" | "nextChange" | "posts">,
  now: Date,
): Date {
  const end = endOfDay(dayOf(now, site.timeZone), site.timeZone);
  const deadlines = posts.flatMap(({ deadline }) =>
    deadline === undefined || deadline.closed ? [] : deadline.closes,
  );
  return new Date(Math.min(...[end, ...deadlines, next?.at ?? end].map((at) => at.getTime())));
}
