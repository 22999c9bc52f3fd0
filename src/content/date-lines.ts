// A date that cannot be read → the line to paste in its place.
// Where the date holds a text back or takes it away, nothing is offered but the moment that its author wrote in other signs:
// a day that is nearly meant would publish the text too soon. So it is where the date tells readers until when they may act. Without one, the line shows the form, and cannot be pasted unread.
import { uiLang } from "../site.ts";
import type { Example } from "../strings/problems-yaml.ts";
import type { Calendar, ReadDate } from "./dates.ts";
import type { Day } from "./types.ts";

export interface LineContext {
  /** The day of the file's name. */
  named?: Day | undefined;
  /** The day of this run. */
  today: Day;
  /** The site's. */
  lang: string;
}

/** `date` holds a text back where it is to come. */
type HoldingDate = "date" | "publishAt" | "expires" | "deadline";
type Unread = ReadDate & { ok: false };

/** In figures, as `03/02/2026`. Only of French is it known. */
const isDayFirst = (lang: string): boolean => uiLang(lang) === "fr";

/** The moment that a text says for sure. */
export function momentMeant({ exact, suggestion, reason }: Unread, lang: string): string | undefined {
  return exact && (reason !== "ambiguous" || isDayFirst(lang)) ? suggestion : undefined;
}

/** The line of a date that holds a text back, takes it away, or says until when it calls. */
export function holdingLine(field: HoldingDate, read: Unread, { named, today, lang }: LineContext): Example {
  const { hour } = read;
  const meant = momentMeant(read, lang);
  if (meant !== undefined) return `${field}: ${meant}`;
  const isToCome = field === "publishAt" && named !== undefined && named > today;
  if (hour !== undefined && isToCome) return `${field}: ${named} ${hour}`;
  return formLine(field, hour ?? (field === "deadline" ? undefined : "HH:MM"));
}

/** The line of another date; `known` is the day that it says where it says none itself. */
export function dateLine(
  field: string,
  { suggestion, hour, reason }: Unread,
  { known, lang }: { known?: Day | undefined; lang: string },
): Example {
  const day = reason === "ambiguous" && !isDayFirst(lang) ? undefined : (suggestion ?? known);
  const behind = suggestion === undefined && hour !== undefined ? ` ${hour}` : "";
  return day === undefined ? formLine(field, hour) : `${field}: ${day}${behind}`;
}

/** As a date is written, with letters for its figures. */
export function formLine(field: string, hour?: string): Example {
  const behind = hour === undefined ? "" : ` ${hour}`;
  return { fr: `${field}: AAAA-MM-JJ${behind}`, en: `${field}: YYYY-MM-DD${behind}` };
}

/** The value of such a line, in the line that `lineIn` puts around it. */
export function lineAround(line: Example, lineIn: (value: string) => string): Example {
  const around = (one: string): string => lineIn(one.slice(one.indexOf(": ") + 2));
  return typeof line === "string" ? around(line) : { fr: around(line.fr), en: around(line.en) };
}

/** The same with a value that was written under another key. */
export function movedLine(
  field: HoldingDate,
  written: unknown,
  context: LineContext & { dates: Calendar },
): Example {
  if (typeof written !== "string" && typeof written !== "number") return formLine(field, "HH:MM");
  const read = context.dates.read(String(written));
  return read.ok ? `${field}: ${String(written).trim()}` : holdingLine(field, read, context);
}
