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

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

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

/** RFC 2822, JavaScript's own format, dates with slashes and hours, named offsets. */
function tidied(value: string): string | undefined {
  const hour = String.raw`(\d{1,2}:\d{2}(?::\d{2})?)`;
  const offset = String.raw`(?:\s*(?:GMT|UTC)?\s*([+-]\d{2}:?\d{2})|\s*(GMT|UTC|Z))?`;
  const mail = new RegExp(
    String.raw`^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\s+${hour}${offset}`,
  ).exec(value);
  if (mail !== null) return stamp(mail[3], month(mail[2]), mail[1], mail[4], mail[5] ?? mail[6]);
  const script = new RegExp(
    String.raw`^[A-Za-z]{3,9}\s+([A-Za-z]{3})[a-z]*\s+(\d{1,2})\s+(\d{4})\s+${hour}${offset}`,
  ).exec(value);
  if (script !== null)
    return stamp(script[3], month(script[1]), script[2], script[4], script[5] ?? script[6]);
  const slashes = new RegExp(
    String.raw`^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T\s]+${hour}(?:\.\d+)?${offset})?`,
  ).exec(value);
  if (slashes !== null)
    return stamp(slashes[1], slashes[2], slashes[3], slashes[4], slashes[5] ?? slashes[6]);
  const european = new RegExp(String.raw`^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\s+${hour}$`).exec(value);
  return european !== null && Number(european[1]) > 12
    ? stamp(european[3], european[2], european[1], european[4], undefined)
    : undefined;
}

function month(name: string | undefined): string | undefined {
  const index = MONTHS.indexOf((name ?? "").toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

function stamp(
  year: string | undefined,
  monthNumber: string | undefined,
  day: string | undefined,
  hour: string | undefined,
  offset: string | undefined,
): string | undefined {
  if (year === undefined || monthNumber === undefined || day === undefined) return undefined;
  const date = `${year}-${monthNumber.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (hour === undefined) return date;
  const zone = offset === undefined ? "" : /^(GMT|UTC|Z)$/i.test(offset) ? " +0000" : ` ${offset}`;
  return `${date} ${hour.padStart(5, "0")}${zone}`;
}
