// What reading a post or page needs from its site; the same for all of them.
import type { Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import { calendar, dayOf } from "../dates.ts";
import { languageFolders } from "../file-names.ts";
import type { EntryContext, KnownHeads } from "./read.ts";
import { knownKeys } from "./keys.ts";

/** `heads` returns the front matter that an earlier process read under the given settings. */
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

/**
 * Everything in a site and a day that affects how front matter is read, as one text that does not depend on the site root's
 * path.
 */
export function readingSettings(site: Site, now: Date): string {
  return JSON.stringify([{ ...site, root: "" }, dayOf(now, site.timeZone)]);
}
