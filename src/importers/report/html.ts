// The report as a self-contained page: no script, no other file, readable without styles.
// What is left to do comes first, grouped by kind; what was done for every text is collapsed.
import { capitalised } from "../../capitalised.ts";
import { escapeHtml } from "../../html.ts";
import { importWords, type ImportWords } from "../../strings/import.ts";
import { GENERATOR_NAMES } from "../../strings/generators.ts";
import type { UiLang } from "../../ui-lang.ts";
import type { ManualKind } from "../model.ts";
import { REPORT_STYLE } from "./style.ts";
import type { EntryReport, ImportReport } from "./report.ts";
import {
  allManual,
  comparedLines,
  found,
  gathered,
  manualLine,
  type Gathered,
  reportSections,
  reportSummary,
  type Section,
} from "./words.ts";

/** Longer lists are collapsed. */
const SHORT = 12;

export function reportHtml(report: ImportReport, lang: UiLang): string {
  const words = importWords(lang);
  const sections = reportSections(report, words).filter(({ title }) => title !== words.needsPerson);
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(words.title)}</title><style>${REPORT_STYLE}</style></head>
<body><main>
<h1>${escapeHtml(words.title)}</h1>
<p class="from">${escapeHtml(words.from(GENERATOR_NAMES[report.kind]))}</p>
${figures(report, words)}
<ul class="facts">${reportSummary(report, words).map(item).join("")}</ul>
${todo(gathered(allManual(report)), words)}
${sections
  .map(section)
  .filter((html) => html !== "")
  .join("\n")}
<section><h2>${escapeHtml(words.entries)}</h2>
<div class="table" role="region" aria-label="${escapeHtml(words.entries)}" tabindex="0"><table><thead><tr>${[words.text, words.address, words.changed].map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join("")}</tr></thead>
<tbody>
${report.entries.map((entry) => row(entry, words)).join("\n")}
</tbody></table></div></section>
</main></body></html>
`;
}

/** The four figures that show whether the migration succeeded. */
function figures(report: ImportReport, words: ImportWords): string {
  const old = report.entries.filter((one) => one.old !== null);
  const kept = old.filter(({ sameAddress }) => sameAddress).length;
  const left = gathered(allManual(report)).length + report.errors.length;
  const lost = [report.words, report.pictures, report.links].reduce(
    (sum, one) => sum + one.lost + one.added,
    0,
  );
  const figure = (number: string, label: string, mark: "" | "good" | "bad"): string =>
    `<li${mark === "" ? "" : ` class="${mark}"`}><b>${number}</b> <span>${escapeHtml(label)}</span></li>`;
  return `<ul class="figures">${[
    figure(String(report.entries.length), words.figures.texts, ""),
    figure(
      `${String(kept)} / ${String(old.length)}`,
      words.figures.addresses,
      kept === old.length ? "good" : "",
    ),
    figure(String(lost), words.figures.compared, lost === 0 ? "good" : "bad"),
    figure(String(left), words.figures.left, left === 0 ? "good" : "bad"),
  ].join("")}</ul>`;
}

function todo(manual: readonly Gathered[], words: ImportWords): string {
  const title = `<h2>${escapeHtml(words.needsPerson)}</h2>`;
  if (manual.length === 0)
    return `<section class="todo none">${title}<p class="done">${escapeHtml(words.nothingToDo)}</p></section>`;
  const group = (kind: ManualKind): string => {
    const lines = manual.filter((one) => one.kind === kind).map((one) => `<li>${place(one, words)}</li>`);
    return `<h3>${escapeHtml(capitalised(words.manual[kind]))}</h3><ul class="lines">${lines.join("")}</ul>`;
  };
  const kinds = [...new Set(manual.map(({ kind }) => kind))];
  return `<section class="todo">${title}${kinds.map(group).join("")}</section>`;
}

function place(one: Gathered, words: ImportWords): string {
  const { file, line, others } = one;
  const where = file === "" ? "" : `<code>${escapeHtml(file)}${line > 0 ? `:${String(line)}` : ""}</code> `;
  const more = others === undefined ? "" : ` <small>${escapeHtml(words.others(others))}</small>`;
  return where + escapeHtml(found(one)) + more;
}

function section({ title, lines }: Section): string {
  if (lines.length === 0) return "";
  const list = `<ul class="lines">${lines.map(item).join("")}</ul>`;
  return lines.length <= SHORT
    ? `<section><h2>${escapeHtml(title)}</h2>${list}</section>`
    : `<details><summary>${escapeHtml(title)} <small>(${String(lines.length)})</small></summary>${list}</details>`;
}

function row(entry: EntryReport, words: ImportWords): string {
  const { title, source, draft, changes, manual } = entry;
  const lines = [
    ...manual.map((one) => manualLine(one, words)),
    ...changes.map(({ kind, line, from, to }) => {
      const what = `${words.kinds[kind]}${line > 0 ? ` (${words.line(line)})` : ""}`;
      return from === "" && to === "" ? what : words.said(what, `${from} → ${to}`);
    }),
    ...comparedLines(entry, words),
  ];
  const done = `<details${manual.length > 0 ? " open" : ""}><summary>${escapeHtml(words.changes(changes.length))}</summary><ul>${lines.map(item).join("")}</ul></details>`;
  const name = `<b>${escapeHtml(title)}</b><small><code>${escapeHtml(source)}</code>${draft ? ` · ${escapeHtml(words.draft)}` : ""}</small>`;
  return `<tr${manual.length > 0 ? ' class="person"' : ""}><td>${name}</td><td>${addresses(entry, words)}</td><td>${done}</td></tr>`;
}

function addresses({ old, new: now, sameAddress }: EntryReport, words: ImportWords): string {
  const code = (url: string): string => `<code>${escapeHtml(url)}</code>`;
  if (now === null) return (old === null ? "" : `${code(old)}<br>`) + escapeHtml(words.noAddress);
  if (sameAddress || old === null)
    return `${code(now)}${sameAddress ? `<small class="done">${escapeHtml(words.kept)}</small>` : ""}`;
  return `${code(old)}<br>→ ${code(now)}`;
}

const item = (line: string): string => `<li>${escapeHtml(line)}</li>`;
