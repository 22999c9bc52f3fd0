// `archived` of `site.yaml` and today → whether the site is archived now, and when it will be.
// A day in the future changes nothing yet: it is a moment at which to build again, like the date of a scheduled post.
import { problem, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site/schema.ts";
import type { Site } from "../../site/site.ts";
import { startOfDay } from "../dates.ts";
import type { Day, Entry, NextChange } from "../types.ts";
import type { Places } from "../yaml/locate.ts";
import { isRealDay } from "./real-day.ts";
import type { SettingsFile } from "./settings-file.ts";

export interface Settled {
  /** Its `archived` is set only from that day on. */
  site: Site;
  next?: NextChange;
}

/** A day that does not exist is refused: the posts after it, or before it, are then no mistake. */
export function checkArchived(settings: SiteSettings, loaded: SettingsFile): void {
  const { archived } = settings;
  const path = typeof loaded.data["archived"] === "string" ? ["archived"] : ["archived", "date"];
  if (archived !== undefined && !isRealDay(archived.date, path, loaded)) delete settings.archived;
}

/** `today` is the day of this run in the site's zone. */
export function settleArchived(site: Site, today: Day, placeOf: Places): Settled {
  const { archived } = site;
  if (archived === undefined || archived.date <= today) return { site };
  const { file } = placeOf(["archived"]);
  const at = startOfDay(archived.date, site.timeZone);
  return { site: { ...site, archived: undefined }, next: { at, file, what: "archived" } };
}

/** Reports posts dated after the day of `archived`, whether or not it has come. Drafts may wait for a change of mind. */
export function latePosts(entries: readonly Entry[], archived: Site["archived"]): Problem[] {
  if (archived === undefined) return [];
  return entries.flatMap((entry) => {
    if (entry.kind !== "post" || entry.unpublished === "draft" || entry.day <= archived.date) return [];
    return problem("late-post", entry.placeOf("date"), { day: entry.day, archived: archived.date });
  });
}
