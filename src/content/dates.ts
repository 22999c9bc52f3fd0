// What an author wrote → a day in the site's zone and an instant; also converts one into the other.
// The only file that imports Luxon. The zone is always an argument: a day never depends on the machine.
import { DateTime, IANAZone } from "luxon";
import type { UiLang } from "../ui-lang.ts";
import { dayAndHour, dayFrom, monthNamed } from "./days.ts";
import type { Day } from "./types.ts";

/** A date as read. `clock` is true if an hour was written; `suggestion` is the day that another form names without doubt. */
export type ReadDate =
  | { ok: true; day: Day; instant: Date; clock: boolean }
  | { ok: false; suggestion?: Day | undefined };

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
  if (match === null) return { ok: false, suggestion: dayIn(written) };
  const [, year = "", month = "", date = "", hour, minute = "0", second = "0", offset] = match;
  const day = dayFrom(Number(year), Number(month), Number(date));
  if (day === undefined) return { ok: false };
  if (hour === undefined) return { ok: true, day, instant: startOf(day), clock: false };
  const own = offset === undefined ? "" : offset.toUpperCase().replace("UTC", "Z");
  const clock = `${hour.padStart(2, "0")}:${minute}`;
  const parsed = DateTime.fromISO(`${day}T${clock}:${second.padStart(2, "0")}${own}`, { zone });
  const moment = own === "" ? earliest(parsed) : parsed;
  // Luxon accepts offsets that no place uses, and silently moves an hour that the change to summer time skips.
  const isReal = own === "" ? moment.isValid && moment.toFormat("HH:mm") === clock : OFFSET.test(own);
  if (!moment.isValid || !isReal) return { ok: false };
  return { ok: true, day: moment.toFormat("yyyy-MM-dd"), instant: moment.toJSDate(), clock: true };
}

const OFFSET = /^(?:Z|[+-](?:(?:0\d|1[0-3]):?[0-5]\d|14:?00))$/;

/** The day of two forms that people write: `14/07/2021`, if it cannot be read in the American order, and "2 mars 2026". */
function dayIn(written: string): Day | undefined {
  const [, first = "", second = "", last = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written) ?? [];
  if (last !== "") {
    const days = [
      dayFrom(Number(last), Number(second), Number(first)),
      dayFrom(Number(last), Number(first), Number(second)),
    ];
    return days[0] !== undefined && days[1] !== undefined && days[0] !== days[1]
      ? undefined
      : (days[0] ?? days[1]);
  }
  const [, date, month = "", year] = /^(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4})$/u.exec(written) ?? [];
  return year === undefined ? undefined : dayFrom(Number(year), monthNamed(month), Number(date));
}

/** If an hour comes twice, when summer time ends, takes the first: Luxon's choice depends on the machine's current day. */
function earliest(moment: DateTime): DateTime {
  return moment.isValid ? (moment.getPossibleOffsets()[0] ?? moment) : moment;
}

/** The instant at which a day begins in a zone, even if midnight does not exist on that day. */
export function startOfDay(day: Day, zone: string): Date {
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

/** The hour of an instant in a zone, `09:00`. */
export function hourOf(date: Date, zone: string): string {
  return DateTime.fromJSDate(date, { zone }).toFormat("HH:mm");
}

/** RFC 3339 with the zone's offset, as feeds need it: `2021-04-01T00:00:00+02:00`. */
export function rfc3339(date: Date, zone: string): string {
  return DateTime.fromJSDate(date, { zone }).toISO({ suppressMilliseconds: true }) ?? date.toISOString();
}

/** An instant in words, in a zone: "2 juin 2026 à 9 h 00", "2 June 2026 at 09:00". */
export function longMoment(date: Date, zone: string, lang: UiLang): string {
  return dayAndHour(dayOf(date, zone), hourOf(date, zone), lang);
}
