// Measurements → a readable table. Ratios are Carnet's figure divided by the peer's: below 1, Carnet takes less.
// Only ratios are meaningful on another machine, as the first line says.
import { verdicts } from "./asked.mjs";

export function formatReport({ machine, markdown, rows, dev, notRun }) {
  const lines = [
    `Node ${machine.node}, ${machine.cores} × ${machine.processor}, ${machine.memory}, ${machine.system}, load ${machine.load} when it began; compare ratios, not seconds.`,
    ...Object.entries(machine.peers).map(([name, version]) => `${name}: ${version}`),
    "",
  ];
  if (markdown) lines.push(markdownLine(markdown), "");
  if (rows.length > 0) lines.push(...table(rows), "", ...NOTES, "");
  if (dev.length > 0) lines.push(...dev.map(devLine), "");
  const asked = verdicts({ rows, dev });
  if (asked.length > 0) lines.push(...asked.map(verdictLine), "");
  lines.push(notRun.length === 0 ? "not run: nothing" : `not run: ${notRun.join("; ")}`);
  return `${lines.join("\n")}\n`;
}

/** Explanations of the figures. */
const NOTES = [
  "pages: HTML pages of the output; written: its files, of any kind, that a build wrote. Carnet's has more: people, archives,",
  "a feed for each tag, previews; and its pages of posts are some 20 kB. Peers make a page a post, lists by eight, a list a tag",
  "and one feed, in bare layouts; all are built cold and after an edit alike, and make the whole site again at each build.",
  "memory: resident, of a process and its children together, looked at every 20 ms; pages that two share count twice.",
];

function markdownLine({ ratio, asked, texts, carnet, markdownIt }) {
  const each = (all) => `${((all * 1000) / texts).toFixed(0)} µs`;
  return `markdown: ${ratio.toFixed(2)} × bare markdown-it (asked: at most ${asked}); ${each(carnet)} and ${each(markdownIt)} a text, of ${texts}`;
}

function devLine({ posts, saves, wall, slowest }) {
  const milliseconds = (value) => `${(value * 1000).toFixed(0)} ms`;
  return `dev, ${posts} posts: ${milliseconds(wall)} from save to page reloaded, the median of ${saves} (at most ${milliseconds(slowest)})`;
}

function verdictLine({ what, measured, must, hope }) {
  const met = measured <= hope ? "better than hoped" : measured <= must ? "met" : "NOT MET";
  return `asked: ${what}: ${measured.toPrecision(2)} (at most ${must}, hoped ${hope}): ${met}`;
}

const COLUMNS = [
  "scenario",
  "generator",
  "pages",
  "written",
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
    String(row.written),
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
