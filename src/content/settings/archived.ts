// `archived` of `site.yaml` and today → whether the site is archived now, and when it will be.
// A day in the future changes nothing yet: it is a moment at which to build again, like the date of a scheduled post.
import { problem, type Place, type Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import { startOfDay } from "../dates.ts";
import { isDay } from "../days.ts";
import type { KeyPath } from "../yaml/locate.ts";
import type { Day, NextChange, Post, StaticPage } from "../types.ts";

export interface Settled {
  /** Its `archived` is set only from that day on. */
  site: Site;
  next?: NextChange;
  problems: Problem[];
}

/** `today` is the day of this run in the site's zone. */
export function settleArchived(site: Site, today: Day, placeOf: (path: KeyPath) => Place): Settled {
  const { archived } = site;
  if (archived === undefined) return { site, problems: [] };
  const bare = { ...site, archived: undefined };
  const place = placeOf(["archived"]);
  if (!isDay(archived.date))
    return { site: bare, problems: [problem("settings/archived-day", place, { found: archived.date })] };
  if (archived.date <= today) return { site, problems: [] };
  const at = startOfDay(archived.date, site.timeZone);
  return { site: bare, next: { at, file: place.file, what: "archived" }, problems: [] };
}

/** Reports posts dated after the day of `archived`, whether or not it has come. Drafts may wait for a change of mind. */
export function latePosts(entries: readonly (Post | StaticPage)[], archived: Site["archived"]): Problem[] {
  if (archived === undefined) return [];
  return entries.flatMap((entry) => {
    if (entry.kind !== "post" || entry.unpublished === "draft" || entry.day <= archived.date) return [];
    return problem("late-post", entry.placeOf("date"), { day: entry.day, archived: archived.date });
  });
}
