// A date that cannot be read → the line to paste in its place.
// Where the date holds a text back or takes it away, nothing is offered but the moment that its author wrote in other signs:
// a day that is nearly meant would publish the text too soon. Without one, the line shows the form, and cannot be pasted unread.
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

type Unread = ReadDate & { ok: false };

/** The line of `publishAt` or `expires`. */
export function holdingLine(
  field: "publishAt" | "expires",
  { exact, suggestion, reason, hour }: Unread,
  { named, today, lang }: LineContext,
): Example {
  // Only in French is it known that the day comes first.
  const isMeant = exact && (reason !== "ambiguous" || uiLang(lang) === "fr");
  if (suggestion !== undefined && isMeant) return `${field}: ${suggestion}`;
  const isToCome = field === "publishAt" && named !== undefined && named > today;
  if (hour !== undefined && isToCome) return `${field}: ${named} ${hour}`;
  return formLine(field, hour ?? "HH:MM");
}

/** The line of another date. */
export function dateLine(field: string, { suggestion, hour }: Unread, known: Day | undefined): Example {
  const day = suggestion ?? known;
  const behind = suggestion === undefined && hour !== undefined ? ` ${hour}` : "";
  return day === undefined ? formLine(field, hour) : `${field}: ${day}${behind}`;
}

/** As a date is written, with letters for its figures. */
export function formLine(field: string, hour?: string): Example {
  const behind = hour === undefined ? "" : ` ${hour}`;
  return { fr: `${field}: AAAA-MM-JJ${behind}`, en: `${field}: YYYY-MM-DD${behind}` };
}

/** The line of `publishAt` or `expires` with a value that was written under another key. */
export function movedLine(
  field: "publishAt" | "expires",
  written: unknown,
  context: LineContext & { dates: Calendar },
): Example {
  if (typeof written !== "string" && typeof written !== "number") return formLine(field, "HH:MM");
  const read = context.dates.read(String(written));
  return read.ok ? `${field}: ${String(written).trim()}` : holdingLine(field, read, context);
}
