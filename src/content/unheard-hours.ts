// An hour in `date` has no effect: the text is withheld only until its day begins → a warning while that hour is in the future,
// since its author is waiting for it. Old blogs have an hour in every date, so past hours are not reported.
import { problem, type Problem } from "../problems.ts";
import type { Made } from "./make-entries.ts";
import { excerpt } from "../excerpt.ts";

/** Marks such entries, so that a build knows when the warning ends. */
export function tellUnheardHours(made: Made, now: Date): Problem[] {
  return [...made].flatMap(([{ data, hour, placeOf }, one]) => {
    if (hour === undefined || hour <= now) return [];
    one.unheardHour = hour;
    return problem("no-effect/hour", placeOf("date"), {
      fix: `publishAt: ${excerpt(String(data.date), 40)}`,
    });
  });
}
