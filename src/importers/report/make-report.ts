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
  more: { written: Written; alsoServed: string[] },
): ImportReport {
  const reports = entries.map(({ made, compared }): EntryReport => {
    const { entry, changes, manual, data, target } = made;
    const at = survey.urls.get(target) ?? null;
    const before = entry.oldUrl === undefined ? null : decoded(entry.oldUrl);
    return {
      kind: entry.kind,
      source: entry.source,
      file: target,
      title: text(data["title"]) ?? entry.title,
      draft: entry.draft,
      old: before,
      new: at === null ? null : decoded(at),
      sameAddress: before !== null && at !== null && isSameAddress(before, at),
      changes,
      manual,
      ...compared,
    };
  });
  const addresses = [
    ...new Set([
      ...reports.flatMap((one) => one.old ?? []),
      ...old.map(decoded),
      ...entries.flatMap(({ made }) => made.entry.aliases.map(decoded)),
      ...site.assets.map(({ target }) => target.replace(/^public/, "")),
    ]),
  ];
  const total = (of: "words" | "pictures" | "links"): Total => {
    const sum = (count: (one: Counted) => number): number =>
      reports.reduce((all, one) => all + count(one[of]), 0);
    return {
      before: sum(({ before }) => before),
      after: sum(({ after }) => after),
      lost: sum(({ lost }) => lost.length),
      added: sum(({ added }) => added.length),
    };
  };
  const problems: Record<string, ImportReport["problems"][string]> = {};
  for (const { code, severity } of survey.problems)
    problems[code] = { severity, count: (problems[code]?.count ?? 0) + 1 };
  const feeds: unknown = site.settings["feeds"];
  return {
    kind: site.kind,
    entries: reports,
    repairs: countRepairs(reports),
    words: total("words"),
    pictures: total("pictures"),
    links: total("links"),
    manual: sorted(site.manual),
    unanswered: unansweredOf(
      [...new Set([...addresses, ...survey.redirects.map(({ from }) => decoded(from))])],
      survey,
      more.alsoServed,
    ),
    redirected: survey.redirects,
    missingPictures: survey.missingPictures,
    alsoServed: more.alsoServed,
    feeds: {
      path: text(map(site.settings["addresses"])["feed"]) ?? "/feed.xml",
      ids: feeds === undefined ? "address" : "jekyll",
    },
    written: more.written,
    problems,
    errors: survey.problems.filter(isError),
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
