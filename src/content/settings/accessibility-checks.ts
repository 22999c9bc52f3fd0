// `accessibility` of `site.yaml` → claims that its audit does not allow, or that are out of date.
// The statement is built from what is allowed in any case; an error only stops a site from claiming more.
import { allowedConformity, isAbove, isExpired, type Accessibility } from "../../site/accessibility.ts";
import { problem, topOf, type Place, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site/schema.ts";
import { addressPattern } from "../../site/site.ts";
import { conformityNames } from "../../strings/accessibility.ts";
import type { MissingKey } from "../../strings/problems-accessibility.ts";
import { isDay, lastDayMeant } from "../days.ts";
import { outputFile } from "../permalinks.ts";
import type { SourceFile } from "../../source-file.ts";
import type { UiLang } from "../../ui-lang.ts";
import type { Settings } from "./settings.ts";
import type { Day, StaticPage } from "../types.ts";

const DAYS = ["auditedOn", "declaredOn", "updatedOn"] as const;

/** `today` is the day of this run in the site's zone. */
export function checkAccessibility(
  { accessibility, email }: SiteSettings,
  today: Day,
  { placeOf, lineOf }: Pick<Settings, "placeOf" | "lineOf">,
): Problem[] {
  if (accessibility === undefined) return [];
  const problems: Problem[] = [];
  const at = (key: string): Place => placeOf(["accessibility", key]);
  for (const key of DAYS) {
    const found = accessibility[key];
    if (found !== undefined && !(isDay(found) && found <= today))
      problems.push(
        problem("accessibility/bad-day", at(key), {
          key,
          found,
          fix: lineOf(["accessibility", key], past(found, today)),
        }),
      );
  }
  const { status, auditedOn } = accessibility;
  const allowed = allowedConformity(accessibility);
  const line = (lang: UiLang): string => lineOf(["accessibility", "status"], conformityNames[lang][allowed]);
  if (status !== undefined && isAbove(status, allowed))
    problems.push(problem("accessibility/flattering", at("status"), {}, { fr: line("fr"), en: line("en") }));
  const isClaimed = allowed !== "none" && status !== "none";
  if (auditedOn !== undefined && isClaimed && isExpired(auditedOn, today))
    problems.push(problem("accessibility/expired", at("auditedOn"), { day: auditedOn }));
  const missing = missingKeys(accessibility, email);
  if (missing.length > 0)
    problems.push(problem("accessibility/incomplete", placeOf(["accessibility"]), { missing }));
  return problems;
}

/** What a statement must say and this one does not (decree 2019-768, article 7); only an audit can tell some of it. */
function missingKeys(accessibility: Accessibility, email: string | undefined): MissingKey[] {
  const { declaredOn, auditedOn, rate, contact } = accessibility;
  const ways = [email, contact.email, contact.form, contact.phone, contact.address];
  const isAudited = auditedOn !== undefined && rate !== undefined;
  const ofAudit = isAudited ? (["nonConformities", "environment", "tools", "sample"] as const) : [];
  return [
    ...(declaredOn === undefined ? (["declaredOn"] as const) : []),
    ...(ways.every((way) => way === undefined) ? (["contact"] as const) : []),
    ...ofAudit.filter(
      (key) => accessibility[key].length === 0 && !(key === "nonConformities" && rate === 100),
    ),
  ];
}

/**
 * Reports a page, or a file of `public/`, at the address of the statement: an owner may write one, but not beside the data of
 * another.
 */
export function checkOwnStatement(
  { pages, publicFiles, languages }: OwnFiles,
  site: SiteSettings,
): Problem[] {
  if (site.accessibility === undefined) return [];
  const urls = languages.map((lang) => addressPattern(site, "accessibility", lang));
  const ofPublic = urls.flatMap((url) => {
    const file = `public/${outputFile(url)}`;
    const isThere = publicFiles.some((one) => one.file === file);
    return isThere ? problem("accessibility/own-page", topOf(file), { file, url }) : [];
  });
  const ofContent = pages
    .filter(({ url, lang }) => url === addressPattern(site, "accessibility", lang))
    .map(({ file, url, addressKey, placeOf }) =>
      problem("accessibility/own-page", placeOf(addressKey ?? "title"), { file, url }),
    );
  return [...ofPublic, ...ofContent];
}

interface OwnFiles {
  pages: readonly StaticPage[];
  publicFiles: readonly Pick<SourceFile, "file">[];
  languages: readonly string[];
}

/**
 * For a day that does not exist, the last day of that month. A day in the future has no fix: only the auditor knows the right
 * one.
 */
function past(found: string, today: Day): string | undefined {
  const day = isDay(found) ? undefined : lastDayMeant(found);
  return day !== undefined && day <= today ? day : undefined;
}
