// Dates as people and other generators write them → a day, and what Carnet reads as the same date.
import { calendar, dayFrom } from "../content/dates.ts";
import { readFileName } from "../content/file-names.ts";
import type { Day } from "../content/types.ts";
import { text } from "./values.ts";

export interface OldDate {
  day: Day;
  /** For the new front matter. */
  written: string;
  /** True if two days are possible, of which this is the European one. */
  isAmbiguous: boolean;
}

/** What the name of a file says, and the day of its text, which front matter may set otherwise. */
export function datedName(
  name: string,
  written: unknown,
  zone?: string,
): { isDated: boolean; slug: string; day: Day | undefined } {
  const { day: inName, slug } = readFileName(`content/posts/${name}.md`, new Set());
  const day = readDate(written, zone, inName)?.day ?? inName;
  return { isDated: inName !== undefined, slug, day };
}

/** Programs write these in English. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Undefined for what is no date. `zone`: that in which the generator read dates, without which the day is the written one
 * whatever the offset; `named`: the day in the file name, which decides between two readings.
 */
export function readDate(value: unknown, zone: string | undefined, named?: Day): OldDate | undefined {
  const written = text(value);
  if (written === undefined) return undefined;
  const [iso] = /^\d{4}-\d{1,2}-\d{1,2}(?=$|[T ])/.exec(written) ?? [];
  const read = calendar(zone ?? "UTC").read(written);
  if (read.ok) {
    const day = zone === undefined && iso !== undefined ? dayIn(iso.split("-")) : read.day;
    return { day: day ?? read.day, written, isAmbiguous: false };
  }
  const [, year, month, date] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(written) ?? [];
  const plain = year === undefined ? undefined : dayIn([year, month, date]);
  if (plain !== undefined) return { day: plain, written: plain, isAmbiguous: false };
  const spoken =
    /(?:^|\s)(?<date>\d{1,2})\s+(?<month>[A-Za-z]{3})[a-z]*\.?,?\s+(?<year>\d{4})/.exec(written)?.groups ??
    /(?:^|\s)(?<month>[A-Za-z]{3})[a-z]*\.?\s+(?<date>\d{1,2}),?\s+(?<year>\d{4})/.exec(written)?.groups;
  const number = MONTHS.indexOf(spoken?.["month"]?.toLowerCase() ?? "") + 1;
  const day = dayIn([spoken?.["year"], String(number), spoken?.["date"]]);
  if (day !== undefined) return { day, written: day, isAmbiguous: false };
  return withSlashes(written, named);
}

/** `02/03/2020` is 2 March, unless the file name says otherwise; `14/07/2021` and `07/14/2021` are one day each. */
function withSlashes(written: string, named: Day | undefined): OldDate | undefined {
  const [, item, two, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(written) ?? [];
  const days = [dayIn([year, two, item]), dayIn([year, item, two])].filter((day) => day !== undefined);
  const day = days.find((possible) => possible === named) ?? days[0];
  return day === undefined
    ? undefined
    : { day, written: day, isAmbiguous: new Set(days).size > 1 && day !== named };
}

const dayIn = ([year = "", month = "", date = ""]: readonly (string | undefined)[]): Day | undefined =>
  dayFrom(Number.parseInt(year) || 0, Number.parseInt(month) || 0, Number.parseInt(date) || 0);
