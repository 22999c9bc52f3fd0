// A clock that moves between two builds of a random site, and the days and hours that its texts name: a post comes out, its
// deadline passes and it expires while nobody edits anything, as under a build that runs each night.
import type { Random } from "./random-site.ts";

/** Moments at which a site is built, in Paris: just before, and from the second in which, one of the days or hours below is there. */
const MOMENTS = [
  "2026-03-02T10:00:00Z",
  "2026-03-02T11:59:59Z",
  "2026-03-02T12:00:00Z",
  "2026-03-02T22:59:59Z",
  "2026-03-02T23:00:00Z",
  // The night in which an hour is missing, and the end of a day of 23 hours.
  "2026-03-29T00:59:59Z",
  "2026-03-29T01:00:00Z",
  "2026-03-29T21:59:59Z",
  "2026-03-29T22:00:00Z",
  // The night in which an hour comes twice.
  "2026-10-25T00:30:00Z",
  "2026-10-25T01:30:00Z",
  "2026-12-31T23:00:00Z",
] as const;

/** At which every sequence begins. */
export const FIRST_MOMENT: string = MOMENTS[0];

/** Days, and hours of a day, that deadlines, publications and ends of texts name. */
export const DAYS = ["2026-02-20", "2026-03-02", "2026-03-03", "2026-03-30", "2026-10-25", "2027-01-01"];
export const HOURS = ["2026-03-02 13:00", "2026-03-29 03:00", "2026-10-25 02:30"];

/** The moment of the next build: mostly the same, often a later one; seldom an earlier one, as `--now` may say. */
export function laterMoment(random: Random, now: string): string {
  const at = MOMENTS.findIndex((moment) => moment === now);
  const step = random.number(4) > 0 ? 0 : random.number(8) === 0 ? -1 : 1 + random.number(3);
  return MOMENTS[Math.min(Math.max(at + step, 0), MOMENTS.length - 1)] ?? now;
}
