// The report in a terminal: counts of what was done, and everything left for a person to do.
// Long lists are truncated, since the page written with the site has them in full. Lines quote the old blog: its control
// characters never reach the terminal.
import { printable } from "../../printable.ts";
import { importWords } from "../../strings/import.ts";
import type { UiLang } from "../../ui-lang.ts";
import type { ImportReport } from "./report.ts";
import { reportSections, reportSummary, type Section } from "./words.ts";

const LONGEST = 30;

export function reportText(report: ImportReport, lang: UiLang, dest: string): string {
  const words = importWords(lang);
  const sections = reportSections(report, words).flatMap(sectionLines);
  const lines = [...reportSummary(report, words), ...sections].map((line) => printable(line));
  return `${[...lines, "", words.next(dest)].join("\n")}\n`;
}

function sectionLines({ title, lines }: Section): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LONGEST).map((line) => `  ${line}`);
  return [
    "",
    title,
    ...shown,
    ...(lines.length > LONGEST ? [`  … (+ ${String(lines.length - LONGEST)})`] : []),
  ];
}
