// Until when one may answer what a post calls for, as its front matter says: a day until its end, or a moment of it.
import { problem, type Problem } from "../../problems.ts";
import { formLine } from "../date-lines.ts";
import { dayAfter, endOfDay, hourOf, rfc3339, type ReadDate } from "../dates.ts";
import type { Day, Deadline, FieldPlaces } from "../types.ts";

export function deadlineOf({ day, instant, clock }: ReadDate & { ok: true }, zone: string): Deadline {
  if (!clock) return { day, date: day, closes: endOfDay(day, zone) };
  return { day, hour: hourOf(instant, zone), date: rfc3339(instant, zone), closes: instant };
}

/** What else is said of when a text is shown. */
interface Shown {
  day: Day;
  due: Date;
  expires: Date | undefined;
}

/** Nobody could answer a call that is closed when it comes out, or be told where one ended that is taken away before. */
export function deadlineRemarks(
  { day: last, closes }: Deadline,
  { day, due, expires }: Shown,
  placeOf: FieldPlaces,
): Problem[] {
  const problems: Problem[] = [];
  // Which day was meant is not known: one that nobody wrote would mislead all readers.
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
