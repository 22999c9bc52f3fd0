// Measurements → a table for people. Ratios are Carnet's figure over the peer's: below 1, Carnet takes less.
// Only ratios mean anything on another machine, which the first line says.
import { cpus } from "node:os";

export function formatReport({ markdown, rows, notRun }) {
  const lines = [
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}; compare ratios, not seconds.`,
    "",
  ];
  if (markdown) lines.push(markdownLine(markdown), "");
  if (rows.length > 0) lines.push(...table(rows), "");
  lines.push(notRun.length === 0 ? "not run: nothing" : `not run: ${notRun.join("; ")}`);
  return `${lines.join("\n")}\n`;
}

function markdownLine({ ratio, asked, texts, carnet, markdownIt }) {
  const each = (all) => `${((all * 1000) / texts).toFixed(0)} µs`;
  return `markdown: ${ratio.toFixed(2)} × bare markdown-it (asked: at most ${asked}); ${each(carnet)} and ${each(markdownIt)} a text, of ${texts}`;
}

const COLUMNS = [
  "scenario",
  "generator",
  "pages",
  "wall",
  "cpu",
  "memory",
  "carnet is, wall",
  "cpu",
  "memory",
];

function table(rows) {
  const cells = rows.map((row) => [
    row.scenario,
    row.name,
    row.pages === undefined ? "" : String(row.pages),
    seconds(row.wall),
    seconds(row.cpu),
    row.megabytes === undefined ? "" : `${row.megabytes.toFixed(0)} MB`,
    times(row.ratios?.wall),
    times(row.ratios?.cpu),
    times(row.ratios?.megabytes),
  ]);
  const widths = COLUMNS.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i].length)));
  const line = (row) =>
    row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  return [line(COLUMNS), widths.map((width) => "-".repeat(width)).join("  "), ...cells.map(line)];
}

function seconds(value) {
  return `${value.toFixed(2)} s`;
}

function times(value) {
  return value === undefined ? "" : `${value.toFixed(2)} ×`;
}
