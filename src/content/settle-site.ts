// The settings of `site.yaml` and the options of this run → the site as all other code sees it, on the day of this run: archived or
// not yet, with its notice or without it.
import { problem, type Problem } from "../problems.ts";
import { allowedConformity, isAbove, isExpired } from "../site/accessibility.ts";
import type { Accessibility } from "../site/schema.ts";
import { resolveSite, type Site } from "../site/site.ts";
import type { SourceFile } from "../files.ts";
import { conformityNames } from "../strings/accessibility.ts";
import { inEach } from "../ui-lang.ts";
import { dayOf, endOfDay, startOfDay } from "./dates.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import type { Day, NextChange } from "./types.ts";
import { typesetSettings } from "./typeset.ts";

/** The options of a run that affect its site. */
export interface RunOptions {
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
  { root, now, drafts, future, url, basePath }: RunOptions,
  problems: Problem[],
): { site: Site; changes: NextChange[] } {
  const { placeOf } = settings;
  const site = resolveSite(typesetSettings(settings.site ?? defaultSettings()), {
    root,
    preview: drafts === true || future === true,
    ...(url !== undefined && { url }),
    ...(basePath !== undefined && { basePath }),
  });
  if (site.origin === "" && settings.site !== undefined) problems.push(problem("no-url", placeOf([]), {}));
  const { icon } = site;
  if (icon !== undefined && !publicFiles.some(({ file }) => file === `public${icon}`)) {
    // The one that Carnet draws is used.
    problems.push(problem("missing-image", placeOf(["icon"]), { src: icon }));
    site.icon = undefined;
  }
  const today = dayOf(now, site.timeZone);
  problems.push(...accessibilityProblems(site, today, settings));
  const changes: NextChange[] = [];
  const { file } = placeOf([]);
  if (site.archived !== undefined && site.archived.date > today) {
    changes.push({ at: startOfDay(site.archived.date, site.timeZone), file, what: "archived" });
    site.archived = undefined;
  }
  const until = site.notice?.until;
  if (until !== undefined && until < today) site.notice = undefined;
  else if (until !== undefined) changes.push({ at: endOfDay(until, site.timeZone), file, what: "notice" });
  return { site, changes };
}

/**
 * Claims of the accessibility statement that its audit does not allow, or that are out of date. The statement is built from what is
 * allowed in any case; an error only stops a site from claiming more.
 */
function accessibilityProblems(
  { accessibility, email }: Site,
  today: Day,
  { placeOf }: Pick<Settings, "placeOf">,
): Problem[] {
  if (accessibility === undefined) return [];
  const { status, auditedOn } = accessibility;
  const allowed = allowedConformity(accessibility);
  const problems: Problem[] = [];
  if (status !== undefined && isAbove(status, allowed)) {
    const fix = inEach((lang) => `status: ${conformityNames[lang][allowed]}`);
    problems.push(problem("accessibility/flattering", placeOf(["accessibility", "status"]), {}, fix));
  }
  const isClaimed = allowed !== "none" && status !== "none";
  if (auditedOn !== undefined && isClaimed && isExpired(auditedOn, today))
    problems.push(
      problem("accessibility/expired", placeOf(["accessibility", "auditedOn"]), { day: auditedOn }),
    );
  const missing = missingKeys(accessibility, email);
  if (missing.length > 0)
    problems.push(problem("accessibility/incomplete", placeOf(["accessibility"]), { missing }));
  return problems;
}

/** What a statement must say and this one does not (decree 2019-768, article 7); only an audit can tell some of it. */
function missingKeys(accessibility: Accessibility, email: string | undefined): string[] {
  const { declaredOn, auditedOn, rate, contact } = accessibility;
  const ways = [email, contact.email, contact.form, contact.phone, contact.address];
  const isAudited = auditedOn !== undefined && rate !== undefined;
  const ofAudit = isAudited ? (["nonConformities", "environment", "tools", "sample"] as const) : [];
  return [
    ...(declaredOn === undefined ? ["declaredOn"] : []),
    ...(ways.every((way) => way === undefined) ? ["contact"] : []),
    ...ofAudit.filter(
      (key) => accessibility[key].length === 0 && !(key === "nonConformities" && rate === 100),
    ),
  ];
}
