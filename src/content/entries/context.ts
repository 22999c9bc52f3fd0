// What reading a post or page needs to know of its site, the same for all of them.
import type { Problem } from "../../problems.ts";
import type { Site } from "../../site.ts";
import { calendar, dayOf } from "../dates.ts";
import { languageFolders } from "../file-names.ts";
import type { EntryContext, KnownHeads } from "./read.ts";
import { knownKeys } from "./keys.ts";

/** `heads`: what an earlier process read, under the settings that are named. */
export function entryContext(
  site: Site,
  { now, heads }: { now: Date; heads?: ((settings: string) => KnownHeads) | undefined },
  problems: Problem[],
): EntryContext {
  const languages = languageFolders(site);
  const today = dayOf(now, site.timeZone);
  const settings = readingSettings(site, now);
  return {
    ...{ site, languages, today, problems, settings },
    dates: calendar(site.timeZone),
    knownKeys: knownKeys(site),
    heads: heads?.(settings),
  };
}

/** All of a site and a day that decides what front matter is read to say, as one text, wherever the site root lies. */
export function readingSettings(site: Site, now: Date): string {
  return JSON.stringify([{ ...site, root: "" }, dayOf(now, site.timeZone)]);
}
