// What an author wrote → a day in the site's zone and an instant; also converts one into the other.
// The only file that imports Luxon. The zone is always an argument: a day never depends on the machine.
import { DateTime, IANAZone } from "luxon";
import type { UiLang } from "../ui-lang.ts";
import { whyNoDate, type OddDate } from "./date-forms.ts";
import { dayAndHour, dayFrom, dayParts, lastDay } from "./days.ts";
import type { Day } from "./types.ts";

/** A date as read. `clock` is true if an hour was written. */
export type ReadDate =
  | { ok: true; day: Day; instant: Date; clock: boolean }
  | (Omit<OddDate, "reason"> & {
      ok: false;
      reason: OddDate["reason"] | "impossible";
      /** The day that ends at the moment suggested, if the author wrote its 24th hour. */
      ending?: Day;
    });

/** Reads dates in one zone. It remembers the starts of days, since thousands of posts share a few. */
export interface Calendar {
  zone: string;
  startOf(day: Day): Date;
  read(written: string): ReadDate;
}

/** True for a zone of the IANA database, such as `Europe/Paris`. */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

export function calendar(zone: string): Calendar {
  const starts = new Map<Day, Date>();
  const startOf = (day: Day): Date => {
    let start = starts.get(day);
    if (start === undefined) starts.set(day, (start = startOfDay(day, zone)));
    return start;
  };
  return { zone, startOf, read: (written) => readDate(written.trim(), zone, startOf) };
}

const FORM =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?[ \t]*(Z|z|[+-]\d{2}:?\d{2}|UTC)?)?$/;

function readDate(written: string, zone: string, startOf: (day: Day) => Date): ReadDate {
  const match = FORM.exec(written);
  if (match === null) return oddDate(whyNoDate(written), zone, startOf);
  const [, year = "", month = "", date = "", hour, minute = "0", second = "0", offset] = match;
  const day = dayFrom(Number(year), Number(month), Number(date));
  if (day === undefined)
    return {
      ok: false,
      reason: "impossible",
      suggestion: lastDay(Number(year), Number(month), Number(date)),
      exact: false,
    };
  if (hour === undefined) return { ok: true, day, instant: startOf(day), clock: false };
  const iso = `${day}T${hour.padStart(2, "0")}:${minute}:${second.padStart(2, "0")}`;
  const own = offset === undefined ? "" : offset.toUpperCase().replace("UTC", "Z");
  const parsed = DateTime.fromISO(iso + own, { zone });
  const moment = offset === undefined ? earliest(parsed) : parsed;
  if (!moment.isValid || !isOffset(own))
    return { ok: false, reason: "impossible", suggestion: day, exact: false };
  // Luxon would silently move forward an hour that the change to summer time skips.
  if (offset === undefined && moment.toFormat("HH:mm") !== `${hour.padStart(2, "0")}:${minute}`)
    return {
      ok: false,
      reason: "impossible",
      suggestion: moment.toFormat("yyyy-MM-dd HH:mm"),
      exact: true,
      ...(hour === "24" && { ending: day }),
    };
  return { ok: true, day: moment.toFormat("yyyy-MM-dd"), instant: moment.toJSDate(), clock: true };
}

/** False for UTC offsets that no place uses: Luxon accepts `+99:00`, which would change the day. */
function isOffset(own: string): boolean {
  return own === "" || own === "Z" || /^[+-](?:(?:0\d|1[0-3]):?[0-5]\d|14:?00)$/.test(own);
}

/** A suggestion must itself be valid: its hour may be one that does not exist. */
function oddDate(odd: OddDate, zone: string, startOf: (day: Day) => Date): ReadDate & { ok: false } {
  const again = odd.suggestion === undefined ? undefined : readDate(odd.suggestion, zone, startOf);
  return {
    ...odd,
    ...(again?.ok === false && { ...again, reason: odd.reason }),
    ok: false,
  };
}

/** If an hour comes twice, when summer time ends, takes the first: Luxon's choice depends on the machine's current day. */
function earliest(moment: DateTime): DateTime {
  return moment.isValid ? (moment.getPossibleOffsets()[0] ?? moment) : moment;
}

/** The instant at which a day begins in a zone, even if midnight does not exist on that day. */
export function startOfDay(day: Day, zone: string): Date {
  const { year, month, day: date } = dayParts(day);
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  // Twice as fast as a DateTime, which is still used for days on which the clock changes.
  const offset = offsetOf(midnight, zone);
  const start = midnight - offset * 60_000;
  // If clocks were just put back, this may be the second midnight of the day.
  if (offsetOf(start, zone) === offset && offsetOf(start - THREE_HOURS, zone) === offset) {
    WRITTEN.set(keyOf(start, zone), withOffset(start, offset, zone));
    return new Date(start);
  }
  return earliest(DateTime.fromISO(day, { zone }).startOf("day")).toJSDate();
}

/** The instant at which the next day begins. */
export function endOfDay(day: Day, zone: string): Date {
  return startOfDay(dayAfter(day), zone);
}

/** The day that follows another in the calendar. */
export function dayAfter(day: Day): Day {
  return DateTime.fromISO(day, { zone: "utc" }).plus({ days: 1 }).toFormat("yyyy-MM-dd");
}

/** The day of an instant in a zone. */
export function dayOf(date: Date, zone: string): Day {
  return DateTime.fromJSDate(date, { zone }).toFormat("yyyy-MM-dd");
}

/** RFC 3339 with the zone's offset, as feeds need it: `2021-04-01T00:00:00+02:00`. */
export function rfc3339(date: Date, zone: string): string {
  const time = date.getTime();
  const key = keyOf(time, zone);
  let written = WRITTEN.get(key);
  if (written === undefined) WRITTEN.set(key, (written = withOffset(time, offsetOf(time, zone), zone)));
  return written;
}

const THREE_HOURS = 3 * 3_600_000;

/** By zone, what writes an instant with its offset: `02 GMT+02:00`. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** Offset of a zone in minutes: what Luxon finds in ten times as long, since it has every part of the date written. */
function offsetOf(time: number, zone: string): number {
  let clock = CLOCKS.get(zone);
  if (!clock) {
    const options = { timeZone: zone, hour: "2-digit", timeZoneName: "longOffset" } as const;
    CLOCKS.set(zone, (clock = new Intl.DateTimeFormat("en-US", options)));
  }
  // Seconds, in Liberia until 1972.
  const [, sign, hours = 0, minutes = 0, seconds = 0] =
    /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(clock.format(time)) ?? [];
  const offset = 60 * Number(hours) + Number(minutes) + Number(seconds) / 60;
  return sign === "-" ? -offset : offset;
}

/** `offset` is in minutes. Before time zones existed, offsets had fractions of minutes, which RFC 3339 cannot express. */
function withOffset(time: number, offset: number, zone: string): string {
  const local = new Date(time + offset * 60_000).toISOString();
  const two = (value: number): string => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const behind = `${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
  return local.replace(/(?:\.000)?Z$/, /^(?:utc|gmt)$/i.test(zone) ? "Z" : behind);
}

const keyOf = (time: number, zone: string): string => `${zone} ${String(time)}`;

/**
 * Instants already formatted, with the starts of days added as soon as they are known. A post's is needed by its page, its
 * feeds and the sitemap, and looking up the offset of a zone is slow.
 */
const WRITTEN = new Map<string, string>();

/** An instant in words, in a zone: "2 juin 2026 à 9 h 00", "2 June 2026 at 09:00". */
export function longMoment(date: Date, zone: string, lang: UiLang): string {
  return dayAndHour(dayOf(date, zone), hourOf(date, zone), lang);
}

/** The hour of an instant in a zone, `09:00`. */
export function hourOf(date: Date, zone: string): string {
  return DateTime.fromJSDate(date, { zone }).toFormat("HH:mm");
}
