// The settings of `site.yaml` and the options of this run → the site as all other code sees it, on the day of this run.
import type { Problem } from "../../problems.ts";
import { resolveSite, type Site } from "../../site/site.ts";
import type { SourceFile } from "../../source-file.ts";
import { checkAccessibility } from "./accessibility-checks.ts";
import { settleArchived } from "./archived.ts";
import { checkMeasured } from "./audience-checks.ts";
import { dayOf } from "../dates.ts";
import { checkIcon } from "./icon-check.ts";
import { checkNoticeWords, settleNotice } from "./notice.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { typesetSettings } from "../typeset.ts";
import type { NextChange } from "../types.ts";

/** The options of a run that affect its site. */
export interface Asked {
  /** Absolute path of the site root. */
  root: string;
  now: Date;
  /** Also show drafts and expired posts. */
  drafts?: boolean;
  /** Also show future posts. */
  future?: boolean;
  url?: string;
  basePath?: string;
}

/** `changes`: the future moments at which the site is archived and its notice ends. */
export function settleSite(
  settings: Settings,
  publicFiles: readonly SourceFile[],
  asked: Asked,
  problems: Problem[],
): { site: Site; changes: NextChange[] } {
  const { root, url, basePath, drafts, future } = asked;
  const resolved = resolveSite(typesetSettings(settings.site ?? defaultSettings()), {
    root,
    preview: drafts === true || future === true,
    ...(url !== undefined && { url }),
    ...(basePath !== undefined && { basePath }),
  });
  const noIcon = checkIcon(resolved, publicFiles, settings.placeOf);
  const sound = noIcon.length > 0 ? { ...resolved, icon: undefined } : resolved;
  const today = dayOf(asked.now, sound.timeZone);
  const archived = settleArchived(sound, today, settings.placeOf);
  const noticed = settleNotice(archived.site, today, settings.placeOf);
  const { site } = noticed;
  problems.push(...noIcon);
  problems.push(...checkAccessibility(site, today, settings), ...checkMeasured(site, settings.placeOf));
  problems.push(...checkNoticeWords(site, settings.placeOf));
  return { site, changes: [archived.next ?? [], noticed.next ?? []].flat() };
}
