// The day on which a text last changed, as its author states it; file times and clocks play no part.
// A correction counts as a change even if the author did not also set `updated`.
import type { Day, Entry } from "./types.ts";

/** Latest of `updated` and the days of the corrections; undefined if the text has not changed since it was published. */
export function changedOn(entry: Pick<Entry, "corrections"> & { updated?: Day; day?: Day }): Day | undefined {
  const days = [entry.updated, ...entry.corrections.map(({ day }) => day)].filter((day) => day !== undefined);
  const latest = days.reduce((last, day) => (day > last ? day : last), entry.day ?? "");
  return latest === "" || (latest === entry.day && !days.includes(latest)) ? undefined : latest;
}
