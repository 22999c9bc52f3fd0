// A clock that moves between builds of a random site, and the dates that its texts name: posts are published, reach their
// deadline and expire while nobody edits anything, as with a nightly build.
import type { Random } from "./random-site.ts";

/** Moments of builds: the second in which one of the days or hours below begins in Paris, and the second before. */
const MOMENTS = [
  "2026-03-02T10:00:00Z",
  "2026-03-02T11:59:59Z",
  "2026-03-02T12:00:00Z",
  "2026-03-02T22:59:59Z",
  "2026-03-02T23:00:00Z",
  // The night when an hour is skipped, and the end of that day of 23 hours.
  "2026-03-29T00:59:59Z",
  "2026-03-29T01:00:00Z",
  "2026-03-29T21:59:59Z",
  "2026-03-29T22:00:00Z",
  // The night when an hour is repeated.
  "2026-10-25T00:30:00Z",
  "2026-10-25T01:30:00Z",
  "2026-12-31T23:00:00Z",
] as const;

/** When every sequence begins. */
export const FIRST_MOMENT: string = MOMENTS[0];

/** Days and hours used for deadlines, publication and expiry. */
export const DAYS = ["2026-02-20", "2026-03-02", "2026-03-03", "2026-03-30", "2026-10-25", "2027-01-01"];
export const HOURS = ["2026-03-02 13:00", "2026-03-29 03:00", "2026-10-25 02:30"];

/** Returns the moment of the next build: usually the same, sometimes later, rarely earlier, as `--now` allows. */
export function laterMoment(random: Random, now: string): string {
  const at = MOMENTS.findIndex((moment) => moment === now);
  const step = random.number(4) > 0 ? 0 : random.number(8) === 0 ? -1 : 1 + random.number(3);
  return MOMENTS[Math.min(Math.max(at + step, 0), MOMENTS.length - 1)] ?? now;
}
