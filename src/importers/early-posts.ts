// Posts that the old blog showed before their date: Eleventy does, and so do Jekyll and Hugo if their settings say so.
// Carnet publishes a post when its day comes: until then its page would be missing.
import { dayOf } from "../content/dates.ts";
import { zoneOf, type Made } from "./make-entries.ts";
import type { OldSite } from "./model.ts";

export function nameEarlyPosts(site: OldSite, { entries }: Pick<Made, "entries">, now: Date): void {
  if (site.showsFuture !== true) return;
  const today = dayOf(now, zoneOf(site));
  for (const { made } of entries) {
    const { day, oldUrl, source } = made.entry;
    if (oldUrl !== undefined && day !== undefined && day > today)
      made.manual.push({ kind: "early-post", file: source, line: 0, found: day });
  }
}
