// `notice` of `site.yaml` → what is wrong with it, and whether it is shown today. The end of its last day is a moment at which
// to build again, like a deadline: nobody has to remove the notice.
import { noticeIn, type Notice } from "../../site/notice.ts";
import { problem, type Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import type { SiteSettings } from "../../site/schema.ts";
import { endOfDay } from "../dates.ts";
import type { Day, NextChange } from "../types.ts";
import type { KeyPath, Places } from "../yaml/locate.ts";
import { checkLanguageKeys } from "./language-keys.ts";
import { checkPlainWords } from "./plain-words.ts";
import { isRealDay } from "./real-day.ts";
import type { SettingsFile } from "./settings-file.ts";

/** A last day that does not exist is refused, and the notice with it: it would never end, or end on a guessed day. */
export function checkNotice(settings: SiteSettings, loaded: SettingsFile): void {
  const { notice } = settings;
  if (notice === undefined) return;
  tellWords(notice, loaded);
  const { until } = notice;
  if (until !== undefined && !isRealDay(until, ["notice", "until"], loaded)) delete settings.notice;
}

/** A warning for each text with markup, which means nothing there, and for each key that is not a language. */
function tellWords(notice: Notice, loaded: SettingsFile): void {
  for (const key of ["text", "url"] as const) {
    const value = notice[key];
    if (typeof value === "object") checkLanguageKeys(Object.keys(value), ["notice", key], loaded);
  }
  checkPlainWords(valuesOf(notice, "text", loaded), loaded);
}

/** The values of one of its keys, by language or for all languages, each with its path. The notice may be its text alone. */
export function valuesOf(
  notice: Notice,
  key: "text" | "url",
  { data }: Pick<SettingsFile, "data">,
): { path: KeyPath; value: string }[] {
  const value = notice[key];
  const path = typeof data["notice"] === "string" ? ["notice"] : ["notice", key];
  if (value === undefined) return [];
  if (typeof value === "string") return [{ path, value }];
  return Object.entries(value).map(([lang, one]) => ({ path: [...path, lang], value: one }));
}

/** A warning if it has no words in the site's language: the pages in that language would not show it. */
export function checkNoticeWords({ notice, lang }: Site, placeOf: Places): Problem[] {
  if (notice === undefined || noticeIn(notice, lang, lang) !== undefined) return [];
  return [problem("language/notice", placeOf(["notice", "text"]), { lang })];
}

/**
 * The site, without its notice after the last day, and the end of that day. `today` is the day of this run in the site's zone.
 */
export function settleNotice(site: Site, today: Day, placeOf: Places): { site: Site; next?: NextChange } {
  const { until } = site.notice ?? {};
  if (until === undefined) return { site };
  if (until < today) return { site: { ...site, notice: undefined } };
  const { file } = placeOf(["notice"]);
  return { site, next: { at: endOfDay(until, site.timeZone), file, what: "notice" } };
}
