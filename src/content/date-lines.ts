// A date that cannot be read → the line to paste instead.
// Some dates hold a text back, take it away, or tell readers how long they may act. For these, the line offers a moment only if
// the author wrote exactly that moment in another form: a guess could publish the text too soon. Otherwise the line shows the
// form of a date, which cannot be pasted unread.
import type { Example } from "../strings/problems-yaml.ts";
import { uiLang } from "../ui-lang.ts";
import type { Calendar, ReadDate } from "./dates.ts";
import type { Day } from "./types.ts";

export interface LineContext {
  /** Day of the file name. */
  named?: Day | undefined;
  /** The day of this run. */
  today: Day;
  /** The site's language. */
  lang: string;
}

/** `date` holds a text back if it is in the future. */
type HoldingDate = "date" | "publishAt" | "expires" | "deadline";
type Unread = ReadDate & { ok: false };

/** True if a date in figures, such as `03/02/2026`, puts the day first. This is certain only in French. */
const isDayFirst = (lang: string): boolean => uiLang(lang) === "fr";

/** The moment that a text certainly means, if any. */
export function momentMeant({ exact, suggestion, reason }: Unread, lang: string): string | undefined {
  return exact && (reason !== "ambiguous" || isDayFirst(lang)) ? suggestion : undefined;
}

/** The line for a date that holds a text back, takes it away, or is a deadline. */
export function holdingLine(field: HoldingDate, read: Unread, { named, today, lang }: LineContext): Example {
  const { hour, ending } = read;
  const meant = momentMeant(read, lang);
  // A deadline that is a day ends with it; at 0:00 of the next day, readers would take it for that day.
  if (meant !== undefined && ending !== undefined && field === "deadline") return `${field}: ${ending}`;
  if (meant !== undefined) return `${field}: ${meant}`;
  const isToCome = field === "publishAt" && named !== undefined && named > today;
  if (hour !== undefined && isToCome) return `${field}: ${named} ${hour}`;
  return formLine(field, hour ?? (field === "deadline" ? undefined : "HH:MM"));
}

/** The line for another date; `known` is the day to use if the text suggests none. */
export function dateLine(
  field: string,
  { suggestion, hour, reason }: Unread,
  { known, lang }: { known?: Day | undefined; lang: string },
): Example {
  const day = reason === "ambiguous" && !isDayFirst(lang) ? undefined : (suggestion ?? known);
  const behind = suggestion === undefined && hour !== undefined ? ` ${hour}` : "";
  return day === undefined ? formLine(field, hour) : `${field}: ${day}${behind}`;
}

/** The form of a date, with letters instead of digits. */
export function formLine(field: string, hour?: string): Example {
  const behind = hour === undefined ? "" : ` ${hour}`;
  return { fr: `${field}: AAAA-MM-JJ${behind}`, en: `${field}: YYYY-MM-DD${behind}` };
}

/** Puts the value of such a line into the line that `lineIn` makes. */
export function lineAround(line: Example, lineIn: (value: string) => string): Example {
  const around = (one: string): string => lineIn(one.slice(one.indexOf(": ") + 2));
  return typeof line === "string" ? around(line) : { fr: around(line.fr), en: around(line.en) };
}

/** The line for a value that was written under another key. */
export function movedLine(
  field: HoldingDate,
  written: unknown,
  context: LineContext & { dates: Calendar },
): Example {
  if (typeof written !== "string" && typeof written !== "number") return formLine(field, "HH:MM");
  const read = context.dates.read(String(written));
  return read.ok ? `${field}: ${String(written).trim()}` : holdingLine(field, read, context);
}
