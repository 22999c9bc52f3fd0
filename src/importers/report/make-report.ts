// What was made, and which addresses the new site serves → the report of an import.
import { isSameAddress } from "../../content/permalinks.ts";
import { byCodeUnit } from "../../content/text.ts";
import { isError } from "../../problems.ts";
import type { Counted } from "../comparison.ts";
import type { Made } from "../make-entries.ts";
import type { Manual, OldSite } from "../model.ts";
import { decoded } from "../new-address.ts";
import { countRepairs, type EntryReport, type ImportReport, type Total } from "./report.ts";
import type { Survey } from "../survey.ts";
import { map, text } from "../values.ts";
import type { Written } from "../write.ts";

export function makeReport(
  site: OldSite,
  { entries, old }: Made,
  survey: Survey,
  { written, alsoServed }: { written: Written; alsoServed: string[] },
): ImportReport {
  const reports = entries.map((one) => entryReport(one, survey));
  const addresses = new Set([
    ...reports.flatMap((one) => one.old ?? []),
    ...old.map(decoded),
    ...entries.flatMap(({ made }) => made.entry.aliases.map(decoded)),
    ...site.assets.map(({ target }) => target.replace(/^public/, "")),
    ...survey.redirects.map(({ from }) => decoded(from)),
  ]);
  const problems: Record<string, ImportReport["problems"][string]> = {};
  for (const { code, severity } of survey.problems)
    problems[code] = { severity, count: (problems[code]?.count ?? 0) + 1 };
  return {
    kind: site.kind,
    entries: reports,
    repairs: countRepairs(reports),
    words: totalOf(reports.map(({ words }) => words)),
    pictures: totalOf(reports.map(({ pictures }) => pictures)),
    links: totalOf(reports.map(({ links }) => links)),
    manual: sorted(site.manual),
    unanswered: unansweredOf([...addresses], survey, alsoServed),
    redirected: survey.redirects,
    missingPictures: survey.missingPictures,
    alsoServed,
    feeds: {
      path: text(map(site.settings["addresses"])["feed"]) ?? "/feed.xml",
      ids: site.settings["feeds"] === undefined ? "address" : "jekyll",
    },
    written,
    problems,
    errors: survey.problems.filter(isError),
  };
}

function entryReport({ made, compared }: Made["entries"][number], { urls }: Survey): EntryReport {
  const { entry, changes, manual, data, target } = made;
  const before = entry.oldUrl === undefined ? null : decoded(entry.oldUrl);
  const now = urls.get(target) ?? null;
  return {
    kind: entry.kind,
    source: entry.source,
    file: target,
    title: text(data["title"]) ?? entry.title,
    draft: entry.draft,
    old: before,
    new: now === null ? null : decoded(now),
    sameAddress: before !== null && now !== null && isSameAddress(before, now),
    changes,
    manual,
    ...compared,
  };
}

function totalOf(counted: readonly Counted[]): Total {
  const sum = (numberOf: (one: Counted) => number): number =>
    counted.reduce((all, one) => all + numberOf(one), 0);
  return {
    before: sum(({ before }) => before),
    after: sum(({ after }) => after),
    lost: sum(({ lost }) => lost.length),
    added: sum(({ added }) => added.length),
  };
}

/** Addresses that nothing serves, or that redirect to one that nothing serves, here or on another site of the host. */
function unansweredOf(
  addresses: readonly string[],
  { answer }: Survey,
  alsoServed: readonly string[],
): string[] {
  const elsewhere = (path: string): boolean =>
    !path.startsWith("/") || alsoServed.some((folder) => path.startsWith(folder));
  return addresses
    .filter((url) => {
      const found = answer(url);
      if (found === undefined) return true;
      return found !== "same" && !elsewhere(found.to) && answer(found.to.replace(/#.*$/, "")) === undefined;
    })
    .sort();
}

const sorted = (manual: readonly Manual[]): Manual[] =>
  [...manual].sort((a, b) => byCodeUnit(a.file, b.file) || a.line - b.line);
