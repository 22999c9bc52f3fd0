// The day on which a text last changed: what its author says of it, never what a file or a clock does.
// A correction changes a text as much as `updated` does, whoever forgets to write both.
import type { Day, Entry } from "./types.ts";

/** Latest of `updated` and the days of the corrections; none for a text that has not changed since it was published. */
export function changedOn(entry: Pick<Entry, "corrections"> & { updated?: Day; day?: Day }): Day | undefined {
  const days = [entry.updated, ...entry.corrections.map(({ day }) => day)].filter((day) => day !== undefined);
  const latest = days.reduce((last, day) => (day > last ? day : last), entry.day ?? "");
  return latest === "" || (latest === entry.day && !days.includes(latest)) ? undefined : latest;
}
