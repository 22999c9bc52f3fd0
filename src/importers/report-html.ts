// The report as one page that needs nothing else: no script, no other file, readable without styles.
import { escapeHtml } from "../html.ts";
import { importWords, type ImportWords } from "../strings/import.ts";
import type { EntryReport, ImportReport } from "./report.ts";
import { allManual, manualLine, repairsOf } from "./report-text.ts";

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}code{font-size:.9em}";

export function reportHtml(report: ImportReport, lang: "fr" | "en"): string {
  const words = importWords(lang);
  const { entries, written } = report;
  const posts = entries.filter(({ kind }) => kind === "post");
  const old = entries.filter((one) => one.old !== null);
  const { before, lost, added } = report.words;
  const summary = [
    words.imported(
      posts.filter(({ draft }) => !draft).length,
      posts.filter(({ draft }) => draft).length,
      entries.length - posts.length,
    ),
    words.written(written.added.length, written.updated.length, written.removed.length, written.same),
    words.addresses(old.filter(({ sameAddress }) => sameAddress).length, old.length),
    words.words(before, lost, added),
    words.feeds(report.feeds.path, report.feeds.ids),
  ];
  const manual = allManual(report).map((one) => manualLine(one, words));
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(words.title)}</title><style>${STYLE}</style></head>
<body><main>
<h1>${escapeHtml(words.title)}</h1>
${list(summary)}
${section(words.needsPerson, manual.length === 0 ? [words.nothingToDo] : manual)}
${section(
  words.refusing,
  report.errors.map(({ file, line, message }) => `${file}:${String(line)} ${message}`),
)}
${section(words.repairs, repairsOf(report, words))}
${section(words.unanswered, report.unanswered)}
${section(
  words.missingPictures,
  report.missingPictures.map(({ file, line, found }) => `${file}:${String(line)} ${found}`),
)}
${section(words.elsewhere, report.alsoServed.length === 0 ? [] : [`${words.elsewhereHint} alsoServed: [${report.alsoServed.join(", ")}]`])}
${section(
  words.redirected,
  report.redirected.map(({ from, to }) => `${from} → ${to}`),
)}
${section(
  words.problems,
  Object.entries(report.problems).map(
    ([code, { severity, count }]) => `${code} (${severity}): ${String(count)}`,
  ),
)}
<h2>${escapeHtml(words.entries)}</h2>
<table><thead><tr><th scope="col">${escapeHtml(words.old)}</th><th scope="col">${escapeHtml(words.new)}</th><th scope="col">${escapeHtml(words.changed)}</th></tr></thead>
<tbody>
${entries.map((entry) => row(entry, words)).join("\n")}
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

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `<h2>${escapeHtml(title)}</h2>\n${list(lines)}`;
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`;
}
