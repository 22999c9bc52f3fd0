// Dates in the formats of people and other generators → those that Carnet reads.
// The day is read in the old site's time zone, as for its addresses.
import { calendar } from "../content/dates.ts";
import type { Day } from "../content/types.ts";
import { text } from "./values.ts";

export type DateReading =
  /** Carnet reads it as it is. */
  | { as: "written"; day: Day }
  | { as: "rewritten"; day: Day; value: string }
  /** Two days are possible; `day` is the European reading. */
  | { as: "ambiguous"; day: Day; value: string }
  /** One of Eleventy's words for the date of the file itself. */
  | { as: "clock" }
  | { as: "nothing" };

/**
 * `known` is the day in the file name, which resolves an ambiguous date. Without a zone, the day is the written one, whatever
 * the offset after it.
 */
export function readDate(written: string, zone: string | undefined, known?: Day): DateReading {
  const value = written.trim();
  const days = calendar(zone ?? "UTC");
  const dayIn = (text: string): ReturnType<typeof days.read> => {
    const read = days.read(text);
    return read.ok && zone === undefined && read.clock ? days.read(text.replace(/(\d)[T\s].*$/, "$1")) : read;
  };
  const read = dayIn(value);
  if (read.ok) return { as: "written", day: read.day };
  if (/^(git )?(last modified|created)$/i.test(value)) return { as: "clock" };
  const tidy = tidied(value);
  const again = tidy === undefined ? undefined : dayIn(tidy);
  if (tidy !== undefined && again?.ok === true) return { as: "rewritten", day: again.day, value: tidy };
  const { suggestion } = read;
  const day = suggestion?.slice(0, 10);
  if (read.reason === "impossible") {
    // An hour skipped by the change to summer time: its day exists.
    const [alone = ""] = value.split(/[T\s]/);
    const whole = days.read(alone);
    return whole.ok ? { as: "rewritten", day: whole.day, value: whole.day } : { as: "nothing" };
  }
  if (day === undefined || suggestion === undefined) return { as: "nothing" };
  if (read.reason === "ambiguous") {
    const [, first = "", second = "", year = ""] = /^(\d{1,2})\D(\d{1,2})\D(\d{4})/.exec(value) ?? [];
    const american = `${year}-${first.padStart(2, "0")}-${second.padStart(2, "0")}`;
    if (known === american || known === day) return { as: "rewritten", day: known, value: known };
    return { as: "ambiguous", day, value: suggestion };
  }
  return { as: "rewritten", day, value: suggestion };
}

/** The day of a value of front matter; undefined if it has none. `zone` and `known` are those of `readDate`. */
export function dayWritten(value: unknown, zone: string | undefined, known?: Day): Day | undefined {
  const written = text(value);
  const reading = written === undefined ? undefined : readDate(written, zone, known);
  return reading !== undefined && "day" in reading ? reading.day : undefined;
}

/** Programs write these formats in English. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const HOUR = String.raw`(?<hour>\d{1,2}:\d{2}(?::\d{2})?)`;
const OFFSET = String.raw`(?:\s*(?:GMT|UTC)?\s*(?<offset>[+-]\d{2}:?\d{2})|\s*(?<utc>GMT|UTC|Z))?`;

/** RFC 2822, JavaScript's own format, dates with slashes and hours, named offsets. */
const FORMS = [
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?(?<day>\d{1,2})\s+(?<name>[A-Za-z]{3})[a-z]*\.?,?\s+(?<year>\d{4})\s+${HOUR}${OFFSET}`,
  String.raw`^[A-Za-z]{3,9}\s+(?<name>[A-Za-z]{3})[a-z]*\s+(?<day>\d{1,2})\s+(?<year>\d{4})\s+${HOUR}${OFFSET}`,
  String.raw`^(?<year>\d{4})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})(?:[T\s]+${HOUR}(?:\.\d+)?${OFFSET})?`,
  // Only with a day that is no month.
  String.raw`^(?<day>1[3-9]|[2-9]\d)[/.](?<month>\d{1,2})[/.](?<year>\d{4})\s+${HOUR}$`,
].map((form) => new RegExp(form));

function tidied(value: string): string | undefined {
  const found = FORMS.map((form) => form.exec(value)?.groups).find((groups) => groups !== undefined);
  if (found === undefined) return undefined;
  const { year = "", day = "", hour, offset, utc, name = "" } = found;
  const { month = String(MONTHS.indexOf(name.toLowerCase()) + 1) } = found;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (hour === undefined) return date;
  const zone = utc === undefined ? offset : "+0000";
  return `${date} ${hour.padStart(5, "0")}${zone === undefined ? "" : ` ${zone}`}`;
}
