// Text that is not a date in Carnet's form, but in a form that people write → the date, and the hour, that may have been meant.
// If both orders are possible, the day comes first, as in French.
import { dayFrom, lastDay, monthMeant } from "./days.ts";
import type { Day } from "./types.ts";

/** Why a text is not a date, and what may have been meant. */
export interface OddDate {
  /** `hour`: what follows the day is not an hour in Carnet's form, or the text is only an hour. */
  reason: "form" | "ambiguous" | "hour";
  /** `2026-12-01`, `2026-12-01 14:30`. */
  suggestion: string | undefined;
  /** True if the whole text was understood: the suggestion then says neither less nor more. */
  exact: boolean;
  /** The hour, `14:30`, if the text is only an hour. */
  hour?: string;
}

const LONGEST = 60;

export function whyNoDate(written: string): OddDate {
  const none: OddDate = { reason: "form", suggestion: undefined, exact: false };
  if (written.length > LONGEST) return none;
  const text = tidied(written);
  const time = timeAtEnd(text);
  if (time?.before === "") return { ...none, reason: "hour", hour: time.hour };
  const hour = time === undefined ? "" : ` ${time.hour}`;
  const read = wholeDay(time?.before ?? text) ?? { reason: "form", day: dayWithin(text), exact: false };
  const { day, exact } = read;
  const reason = /^\d{4}-\d{1,2}-\d{1,2}\D/.test(written) ? "hour" : read.reason;
  return { reason, exact, suggestion: day === undefined ? undefined : day + (exact ? hour : "") };
}

/** Replaces typographic dashes by hyphens and special spaces by plain ones. */
function tidied(written: string): string {
  return written
    .toLowerCase()
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[\s,]+/g, " ")
    .replace(/(\d) ?- ?(?=\d)/g, "$1-")
    .trim();
}

const TIME =
  /(?:^|[ t])(?:(?:à|a|at) )?(\d{1,2})(?: ?(?:h|heures?) ?(\d{2})?(?: ?min)?| ?: ?(\d{2})(?: ?: ?\d{2})?|(?= ?[ap]\.?m))(?: ?([ap])\.?m\.?)?$/;

/** Midnight could be at either end of the day. */
const NOON = /(?:^| )(?:(?:à|a|at) )?(?:midi|noon)$/;

/** Finds `à midi`, `14h30`, `14 h`, `à 14:30`, `2:30 pm`, `2 pm` at the end of a text. */
function timeAtEnd(text: string): { before: string; hour: string } | undefined {
  const noon = NOON.exec(text);
  if (noon !== null) return { before: text.slice(0, noon.index), hour: "12:00" };
  const found = TIME.exec(text);
  if (found === null) return undefined;
  const [, written = "", minute, other, half] = found;
  const hour = half === undefined ? Number(written) : (Number(written) % 12) + (half === "p" ? 12 : 0);
  return {
    before: text.slice(0, found.index).trim(),
    hour: `${String(hour).padStart(2, "0")}:${minute ?? other ?? "00"}`,
  };
}

interface WholeDay extends Pick<OddDate, "exact"> {
  reason: "form" | "ambiguous";
  day: Day | undefined;
}

/** Reads a text that is a day and nothing else. */
function wholeDay(text: string): WholeDay | undefined {
  const [, y, m, d] =
    /^(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (y !== undefined) {
    const day = dayFrom(Number(y), Number(m), Number(d));
    return { reason: "form", day, exact: day !== undefined };
  }
  const [, first, second, year = ""] =
    /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|(?<=[/.])\d{2})$/.exec(text) ?? [];
  if (first !== undefined)
    return inEitherOrder(Number(first), Number(second), Number(year) + (year.length === 2 ? 2000 : 0));
  const [begin = "", ...others] = text.split(" ");
  const weekday = WEEKDAYS.findIndex((names) => names.split(" ").includes(begin));
  const day = named(weekday < 0 ? text : others.join(" "));
  // In "mardi 2 mars" of a year in which that is a Monday, one of the two is wrong.
  const exact = day !== undefined && (weekday < 0 || new Date(day).getUTCDay() === weekday);
  return day === undefined ? undefined : { reason: "form", day, exact };
}

/** Sunday is 0, as in `Date`. */
const WEEKDAYS = [
  "dimanche sunday",
  "lundi monday",
  "mardi tuesday",
  "mercredi wednesday",
  "jeudi thursday",
  "vendredi friday",
  "samedi saturday",
];

function inEitherOrder(first: number, second: number, year: number): WholeDay {
  const european = dayFrom(year, second, first);
  const american = dayFrom(year, first, second);
  const ambiguous = european !== undefined && american !== undefined && european !== american;
  const day = european ?? american;
  return {
    reason: ambiguous ? "ambiguous" : "form",
    day: day ?? lastDay(year, second, first),
    exact: day !== undefined,
  };
}

/** "2 mars 2026", "le 1er déc. 2026", "March 2 2026" → a day. */
function named(text: string): Day | undefined {
  const [, date, month, year] =
    /^(?:le |on )?(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?(\p{L}+)\.? (\d{4})$/u.exec(text) ?? [];
  if (month !== undefined) return dayFrom(Number(year), monthMeant(month), Number(date));
  const [, name, number, of] = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u.exec(text) ?? [];
  return name === undefined ? undefined : dayFrom(Number(of), monthMeant(name), Number(number));
}

/** Finds a day among other words. */
function dayWithin(text: string): Day | undefined {
  const [, y, m, d] = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (y !== undefined) return dayFrom(Number(y), Number(m), Number(d));
  const [found] = /\d{1,2}(?:er)? \p{L}{3,}\.? \d{4}(?!\d)/u.exec(text) ?? [];
  return found === undefined ? undefined : named(found);
}
