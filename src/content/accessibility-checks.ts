// `accessibility` of `site.yaml` → what it says that its audit does not allow, or that time has undone.
// The statement is built from what is allowed in any case; an error only stops a site from claiming more.
import { allowedConformity, isAbove, isExpired } from "../accessibility.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { addressPattern, type SiteSettings } from "../site.ts";
import { dayFrom } from "./dates.ts";
import type { KeyPath } from "./locate.ts";
import type { Day, StaticPage } from "./types.ts";

const DAYS = ["auditedOn", "declaredOn", "updatedOn"] as const;

/** `today` is the day of this run in the site's zone. */
export function checkAccessibility(
  { accessibility }: SiteSettings,
  today: Day,
  place: (path: KeyPath) => Place,
): Problem[] {
  if (accessibility === undefined) return [];
  const problems: Problem[] = [];
  const at = (key: string): Place => place(["accessibility", key]);
  for (const key of DAYS) {
    const found = accessibility[key];
    if (found !== undefined && !(isDay(found) && found <= today))
      problems.push(problem("accessibility/bad-day", at(key), { key, found }));
  }
  const { status, auditedOn } = accessibility;
  const allowed = allowedConformity(accessibility);
  if (status !== undefined && isAbove(status, allowed))
    problems.push(problem("accessibility/flattering", at("status"), { found: status, allowed }));
  const isClaimed = allowed !== "none" && status !== "none";
  if (auditedOn !== undefined && isClaimed && isExpired(auditedOn, today))
    problems.push(problem("accessibility/expired", at("auditedOn"), { day: auditedOn }));
  return problems;
}

/** A page that stands in the place of the statement: an owner may write one, but not beside the data of another. */
export function checkOwnStatement(pages: readonly StaticPage[], site: SiteSettings): Problem[] {
  if (site.accessibility === undefined) return [];
  return pages
    .filter(({ url, lang }) => url === addressPattern(site, "accessibility", lang))
    .map(({ file, url, addressKey, placeOf }) =>
      problem("accessibility/own-page", placeOf(addressKey ?? "title"), { file, url }),
    );
}

function isDay(written: string): boolean {
  const [year, month, date] = written.split("-").map(Number);
  return dayFrom(year ?? 0, month ?? 0, date ?? 0) === written;
}
