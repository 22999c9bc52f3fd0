// What a post announces: an event, and until when one may apply. Read from front matter, then put into words. What is over depends
// on the moment of the run, and is decided where pages are planned: the lists that show a post stay the same.
import { problem } from "../problems.ts";
import { ownPath, wordsLang } from "../site/site.ts";
import { MOMENTS } from "../strings/phrases.ts";
import type { UiLang } from "../ui-lang.ts";
import { badDate, endOfDay, hourOf, longDate, rfc3339 } from "./dates.ts";
import type { RawEntry } from "./entry.ts";
import type { DateContext } from "./entry-dates.ts";
import type { Making } from "./posts.ts";
import { oneLine } from "./text.ts";
import type { Moment, NextChange, Post, PostEvent } from "./types.ts";
import { typesetterFor } from "./typeset.ts";

/** The moments in the front matter of a post. */
export interface EventDates {
  event?: Pick<PostEvent, "start" | "end">;
  deadline?: Moment;
}

/** Reads the moments of a post's event, and reports those that are wrong. An event without a start that can be read is left out. */
export function readEvent(
  { data, placeIn }: Pick<RawEntry, "data" | "placeIn">,
  { dates, problems }: DateContext,
): EventDates {
  const read = (written: string | undefined, ...path: string[]): Moment | undefined => {
    if (written === undefined) return undefined;
    const found = dates.read(written);
    if (!found.ok) {
      problems.push(badDate(path.at(-1) ?? "", written, found, placeIn(path)));
      return undefined;
    }
    const { day, instant, clock } = found;
    if (!clock) return { day, iso: day, instant };
    return { day, hour: hourOf(instant, dates.zone), iso: rfc3339(instant, dates.zone), instant };
  };
  const start = read(data.event?.start, "event", "start");
  const end = read(data.event?.end, "event", "end");
  const deadline = read(data.deadline, "deadline");
  if (start !== undefined && end !== undefined && isBefore(end, start))
    problems.push(problem("event-ends-first", placeIn(["event", "end"]), {}, `end: ${start.day}`));
  return {
    ...(start !== undefined && { event: { start, ...(end !== undefined && { end }) } }),
    ...(deadline !== undefined && { deadline }),
  };
}

/** A whole day is not before an hour of the same day. */
function isBefore(end: Moment, start: Moment): boolean {
  return end.day < start.day || (end.hour !== undefined && end.instant < start.instant);
}

/** When a moment has passed: at its hour, or at the end of its day. */
function overAt({ day, hour, instant }: Moment, zone: string): Date {
  return hour === undefined ? endOfDay(day, zone) : instant;
}

/** What a post says of its event and of its deadline. The link is checked like those of settings. */
export function makeEvent(
  entry: RawEntry,
  { site, links }: Pick<Making, "site" | "links">,
): Pick<Post, "event" | "deadline"> {
  const { data, event, deadline, placeIn, lang } = entry;
  const words = wordsLang(site, lang);
  const { place = "", url } = data.event ?? {};
  if (event !== undefined && url !== undefined) {
    const lineWith = (href: string): string => `url: ${href}`;
    links.push({ href: url, lineWith, text: "", place: placeIn(["event", "url"]) });
  }
  const typeset = typesetterFor(lang, data.typography ?? site.typography);
  return {
    ...(event && {
      event: {
        ...event,
        // With only the hour of its start, it lasts, as far as anyone knows, until the end of that day.
        over: event.end ? overAt(event.end, site.timeZone) : endOfDay(event.start.day, site.timeZone),
        ...inWords(event, words),
        ...(place.trim() !== "" && { place: typeset(oneLine(place)) }),
        ...(url !== undefined && { url: ownPath(site.homes, url) }),
      },
    }),
    ...(deadline && {
      deadline: { ...deadline, over: overAt(deadline, site.timeZone), text: momentText(deadline, words) },
    }),
  };
}

/** "3 mars 2026", "3 mars 2026 à 12 h". */
function momentText({ day, hour }: Moment, lang: UiLang): string {
  const { at, hour: hourText } = MOMENTS[lang];
  return hour === undefined ? longDate(day, lang) : at(longDate(day, lang), hourText(hour));
}

/** The days and hours of an event: "10 mars 2026, de 14 h" "à 17 h", "du 10 mars 2026" "au 12 mars 2026". */
function inWords(
  { start, end }: Pick<PostEvent, "start" | "end">,
  lang: UiLang,
): Pick<PostEvent, "from" | "to"> {
  const words = MOMENTS[lang];
  if (end !== undefined && end.day !== start.day)
    return { from: words.fromDay(momentText(start, lang)), to: words.toDay(momentText(end, lang)) };
  if (end?.hour === undefined || end.hour === start.hour) return { from: momentText(start, lang) };
  const day = longDate(start.day, lang);
  return start.hour === undefined
    ? { from: day, to: words.untilHour(words.hour(end.hour)) }
    : { from: words.fromHour(day, words.hour(start.hour)), to: words.toHour(words.hour(end.hour)) };
}

/** The moments, after `now`, at which what a post announces is over. */
export function endsOf({ event, deadline, file }: Post, now: Date): NextChange[] {
  const ends: NextChange[] = [
    ...(event ? [{ at: event.over, file, what: "event" as const }] : []),
    ...(deadline ? [{ at: deadline.over, file, what: "deadline" as const }] : []),
  ];
  return ends.filter(({ at }) => at > now);
}
