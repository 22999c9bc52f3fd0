// The report in a terminal: what was done, counted, and everything that a person has to look at.
// Long lists are cut, since the page beside the site has all of them.
import { importWords, type ImportWords } from "../strings/import.ts";
import type { Manual } from "./model.ts";
import type { ImportReport } from "./report.ts";

const LONGEST = 30;

export function reportText(report: ImportReport, lang: "fr" | "en", dest: string): string {
  const words = importWords(lang);
  const { entries, written, alsoServed } = report;
  const posts = entries.filter(({ kind }) => kind === "post");
  const old = entries.filter((one) => one.old !== null);
  const { before, lost, added } = report.words;
  const lines = [
    words.imported(
      posts.filter(({ draft }) => !draft).length,
      posts.filter(({ draft }) => draft).length,
      entries.length - posts.length,
    ),
    words.written(written.added.length, written.updated.length, written.removed.length, written.same),
    words.addresses(old.filter(({ sameAddress }) => sameAddress).length, old.length),
    words.words(before, lost, added),
    words.feeds(report.feeds.path, report.feeds.ids),
    ...section(words.repairs, repairsOf(report, words)),
    ...section(
      words.needsPerson,
      allManual(report).map((one) => manualLine(one, words)),
    ),
    ...section(words.unanswered, report.unanswered),
    ...section(
      words.missingPictures,
      report.missingPictures.map(({ file, line, found }) => `${file}:${String(line)} ${found}`),
    ),
    ...section(
      words.elsewhere,
      alsoServed.length === 0 ? [] : [`${words.elsewhereHint} alsoServed: [${alsoServed.join(", ")}]`],
    ),
    ...section(
      words.refusing,
      report.errors.map(({ file, line, message }) => `${file}:${String(line)} ${message}`),
    ),
    ...section(
      words.problems,
      Object.entries(report.problems).map(
        ([code, { severity, count }]) => `${code} (${severity}): ${String(count)}`,
      ),
    ),
    "",
    words.next(dest),
  ];
  return `${lines.join("\n")}\n`;
}

export function repairsOf(report: ImportReport, words: ImportWords): string[] {
  return Object.entries(words.kinds).flatMap(([kind, label]) => {
    const count = Object.entries(report.repairs).find(([name]) => name === kind)?.[1];
    return count === undefined ? [] : [`${label}: ${String(count)}`];
  });
}

export function allManual(report: ImportReport): Manual[] {
  return [...report.manual, ...report.entries.flatMap(({ manual }) => manual)];
}

export function manualLine({ kind, file, line, found }: Manual, words: ImportWords): string {
  const place = file === "" ? "" : `${file}${line > 0 ? `:${String(line)}` : ""} `;
  return `${place}${words.manual[kind]}${found === "" || found === file ? "" : ` (${found.replace(/\s+/g, " ").slice(0, 160)})`}`;
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LONGEST).map((line) => `  ${line}`);
  return [
    "",
    title,
    ...shown,
    ...(lines.length > LONGEST ? [`  … (+ ${String(lines.length - LONGEST)})`] : []),
  ];
}
