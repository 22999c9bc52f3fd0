// `deadline` of front matter → when the call that a post makes closes: at the end of a day, or at a given moment.
import { problem, type Problem } from "../../problems.ts";
import { formLine } from "../date-lines.ts";
import { dayAfter, endOfDay, hourOf, rfc3339, type ReadDate } from "../dates.ts";
import type { Day, Deadline, FieldPlaces } from "../types.ts";

export function deadlineOf({ day, instant, clock }: ReadDate & { ok: true }, zone: string): Deadline {
  if (!clock) return { day, date: day, closes: endOfDay(day, zone) };
  return { day, hour: hourOf(instant, zone), date: rfc3339(instant, zone), closes: instant };
}

/** The other dates that decide when a text is shown. */
interface Shown {
  day: Day;
  due: Date;
  expires: Date | undefined;
}

/**
 * Reports a call that has closed when it is published, which nobody could answer, and a text that expires before its call
 * closes, where nobody could see that it has closed.
 */
export function deadlineRemarks(
  { day: last, closes }: Deadline,
  { day, due, expires }: Shown,
  placeOf: FieldPlaces,
): Problem[] {
  const problems: Problem[] = [];
  // The intended day is unknown, and a guess would mislead all readers.
  if (closes <= due)
    problems.push(
      problem("early-deadline", placeOf("deadline"), { day, deadline: last, fix: formLine("deadline") }),
    );
  if (expires !== undefined && expires < closes)
    problems.push(
      problem("late-deadline", placeOf("expires"), {
        deadline: last,
        fix: `expires: ${dayAfter(last)}`,
      }),
    );
  return problems;
}
