// The report as one page that needs nothing else: no script, no other file, readable without styles.
import { escapeHtml } from "../html.ts";
import { importWords, type ImportWords } from "../strings/import.ts";
import type { EntryReport, ImportReport } from "./report.ts";
import { manualLine, reportSections, reportSummary, type Section } from "./report-words.ts";

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}code{font-size:.9em}";

export function reportHtml(report: ImportReport, lang: "fr" | "en"): string {
  const words = importWords(lang);
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(words.title)}</title><style>${STYLE}</style></head>
<body><main>
<h1>${escapeHtml(words.title)}</h1>
${list(reportSummary(report, words))}
${reportSections(report, words).map(section).join("\n")}
<h2>${escapeHtml(words.entries)}</h2>
<table><thead><tr><th scope="col">${escapeHtml(words.old)}</th><th scope="col">${escapeHtml(words.new)}</th><th scope="col">${escapeHtml(words.changed)}</th></tr></thead>
<tbody>
${report.entries.map((entry) => row(entry, words)).join("\n")}
</tbody></table>
</main></body></html>
`;
}

function row(
  { title, source, old, new: now, sameAddress, changes, manual, words: counted }: EntryReport,
  words: ImportWords,
): string {
  const lines = [
    ...changes.map(
      ({ kind, line, from, to }) =>
        `${words.kinds[kind]}${line > 0 ? ` (${words.line(line)})` : ""}${from === "" && to === "" ? "" : ` : ${from} → ${to}`}`,
    ),
    ...manual.map((one) => manualLine(one, words)),
    words.words(counted.before, counted.lost.length, counted.added.length),
  ];
  const address = (url: string | null): string =>
    url === null ? escapeHtml(words.noAddress) : `<code>${escapeHtml(url)}</code>`;
  return `<tr><td>${address(old)}<br>${escapeHtml(title)}<br><small>${escapeHtml(source)}</small></td><td>${sameAddress ? escapeHtml(words.same) : address(now)}</td><td>${list(lines)}</td></tr>`;
}

function section({ title, lines }: Section): string {
  return lines.length === 0 ? "" : `<h2>${escapeHtml(title)}</h2>\n${list(lines)}`;
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`;
}
