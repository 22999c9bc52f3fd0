// Posts that announce an event → an iCalendar file (RFC 5545), of one event or of all. Everything comes from the posts: identifiers
// are those of feeds, and an event was last changed when its post was. Hours are in UTC, which every calendar converts.
import ical from "ical-generator";
import { dayAfter, endOfDay } from "../content/dates.ts";
import type { Post, PostEvent } from "../content/types.ts";
import { absoluteUrl, type Site } from "../site/site.ts";
import { entryId, lastChange } from "./entries.ts";

export type Announcing = Post & { event: PostEvent };

export const CALENDAR = "text/calendar";

/** The text of a file. `url`, of one to subscribe to, is where it stays; `title` is the calendar's name there. */
export function calendarText(
  posts: readonly Announcing[],
  site: Site,
  { title, url }: { title?: string; url?: string } = {},
): string {
  const calendar = ical({
    prodId: { company: "Carnet", product: "carnet-blog" },
    ...(title !== undefined && { name: title }),
    ...(url !== undefined && { url: absoluteUrl(site, url) }),
  });
  for (const post of posts) {
    const { place, url: link } = post.event;
    const more = link === undefined ? "" : fullAddress(link, site);
    calendar.createEvent({
      id: entryId(post, site),
      stamp: lastChange(post, site.timeZone),
      ...timesOf(post.event, site),
      summary: post.title,
      description: [post.description, more].filter(Boolean).join("\n\n") || null,
      location: place ?? null,
      url: absoluteUrl(site, post.url),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** The address to which an event leads, for those who read of it elsewhere. */
export function fullAddress(address: string, site: Site): string {
  return address.startsWith("/") ? absoluteUrl(site, address) : address;
}

/** Whole days are written as days, of which the end is the day after the last one. */
function timesOf(
  { start, end }: PostEvent,
  { timeZone }: Site,
): { start: Date; end?: Date; allDay?: boolean } {
  if (start.hour === undefined && end?.hour === undefined)
    return { start: midnight(start.day), end: midnight(dayAfter((end ?? start).day)), allDay: true };
  if (end === undefined) return { start: start.instant };
  return {
    start: start.instant,
    end: end.hour === undefined ? endOfDay(end.day, timeZone) : end.instant,
  };
}

/** `ical-generator` writes the day that a moment has in UTC. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
