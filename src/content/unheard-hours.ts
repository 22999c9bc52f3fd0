// An hour in `date`, which withholds a text until its day begins and no longer → a warning while that hour is to come, since
// whoever wrote it waits for it. Old blogs have one in each of their dates: of those that are past, nothing is said.
import { problem, type Problem } from "../problems.ts";
import type { Made } from "./make-entries.ts";
import { excerpt } from "./text.ts";

/** Marks such entries, so that a build knows when there is no more to be said. */
export function tellUnheardHours(made: Made, now: Date): Problem[] {
  return [...made].flatMap(([{ data, hour, placeOf }, one]) => {
    if (hour === undefined || hour <= now) return [];
    one.unheardHour = hour;
    return problem("no-effect/hour", placeOf("date"), {
      fix: `publishAt: ${excerpt(String(data.date), 40)}`,
    });
  });
}
