// What an author wrote → a day in the site's zone and an instant; converts one into the other, and puts them into words.
// The only file that imports Luxon. The zone is always an argument: a day never depends on the machine.
import { DateTime, IANAZone } from "luxon";
import { excerpt } from "../text.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { MONTHS } from "../strings/phrases.ts";
import type { Translated, UiLang } from "../ui-lang.ts";
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
  const [, first, second, last] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written) ?? [];
  if (last !== undefined) {
    const [year, a, b] = [last, first, second].map(Number) as [number, number, number];
    const days = new Set([dayFrom(year, b, a), dayFrom(year, a, b)].filter((day) => day !== undefined));
    return days.size === 1 ? [...days][0] : undefined;
  }
  const [, date, month = "", year] = /^(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4})$/u.exec(written) ?? [];
  return year === undefined ? undefined : dayFrom(Number(year), monthNamed(month), Number(date));
}

/** Reports a date in another form. A guess could publish a text too soon: without a suggestion, the line shows the form of a date. */
export function badDate(
  field: string,
  written: string,
  { suggestion }: ReadDate & { ok: false },
  place: Place,
): Problem {
  const fix = suggestion === undefined ? formLine(field) : `${field}: ${suggestion}`;
  const key = suggestion === undefined ? badDateKey(written) : "bad-date";
  return problem(key, place, { found: excerpt(written, 40) }, fix);
}

/** The right form, or `31/02/2026`, which can only be read in one order: a day that could not be read then does not exist. */
const CLEAR = /^(?:\d{4}|\d{2})-\d{1,2}-\d{1,2}$|^(?=.*\b(?:1[3-9]|[2-9]\d)[/.])\d{1,2}[/.]\d{1,2}[/.]\d{4}$/;

export const badDateKey = (written: string): "bad-date" | "bad-date/unreal" =>
  CLEAR.test(written.trim()) ? "bad-date/unreal" : "bad-date";

/** The form of a date, with letters instead of digits. */
export const formLine = (field: string, hour = ""): Translated => ({
  fr: `${field}: AAAA-MM-JJ${hour}`,
  en: `${field}: YYYY-MM-DD${hour}`,
});

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
  const [day, hour] = [longDate(dayOf(date, zone), lang), hourOf(date, zone)];
  const [hours = "", minutes = ""] = hour.split(":");
  return lang === "fr" ? `${day} à ${String(Number(hours))}\u00a0h\u00a0${minutes}` : `${day} at ${hour}`;
}

/** A day, if it exists and its year is one that a blog can have (1900 to 2199); otherwise undefined. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const day = DateTime.utc(year, month, date);
  return day.isValid && year >= 1900 && year <= 2199 ? day.toISODate() : undefined;
}

/** Year, month and day, zero-padded, as addresses use them. */
export function dayParts(day: Day): { year: string; month: string; day: string } {
  return { year: day.slice(0, 4), month: day.slice(5, 7), day: day.slice(8, 10) };
}

/** The number of a month by its name, or by at least its first three letters; 0 if there is none. */
export function monthNamed(name: string): number {
  const start = name.toLowerCase();
  const isNamed = (month: string): boolean => start.length > 2 && month.toLowerCase().startsWith(start);
  return Math.max(...Object.values(MONTHS).map((names) => names.findIndex(isNamed))) + 1;
}

/** A day in words: "1er avril 2021", "1 April 2021". */
export function longDate(day: Day, lang: UiLang): string {
  const { year, month, day: date } = dayParts(day);
  const number = String(Number(date));
  const name = MONTHS[lang][Number(month) - 1] ?? "";
  return lang === "fr"
    ? `${number === "1" ? "1er" : number} ${name.toLowerCase()} ${year}`
    : `${number} ${name} ${year}`;
}
