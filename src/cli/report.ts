// `carnet report --base FOLDER`: how the built site differs from another, as Markdown or JSON on standard output.
// Anyone may propose posts and their titles: nothing in a title may act as Markdown, HTML or a mention where it is shown.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { compareSites, type Comparison } from "../build/compare-sites.ts";
import { readSettings } from "../content/settings/settings.ts";
import { readTree } from "../content/tree.ts";
import { reportWords, type ReportWords } from "../strings/report.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { spokenOf } from "./spoken.ts";
import { refuseUse, type Terminal } from "./terminal.ts";

export function report(options: Options, terminal: Terminal): ExitStatus {
  const lang = spokenOf(options, readSettings(readTree(options.site).settings));
  const words = reportWords(lang);
  const refuse = (text: string): ExitStatus => refuseUse(terminal, lang, text);
  const { base, output } = options;
  if (base === undefined) return refuse(words.missingBase);
  for (const folder of [base, output])
    if (!existsSync(join(folder, "index.html"))) return refuse(words.noFolder(folder));
  const comparison = compareSites(base, output);
  terminal.out(
    options.format === "json"
      ? `${JSON.stringify(comparison, null, 2)}\n`
      : asMarkdown(comparison, words, options.url),
  );
  return 0;
}

/**
 * Limits of a list, in lines and characters: forges reject comments longer than 65,536 characters, and there are six lists.
 */
const MOST = { lines: 50, characters: 10_000 };

/** `preview` is the address of the new site's preview. */
export function asMarkdown(comparison: Comparison, words: ReportWords, preview?: string): string {
  const { added, removed, changed, moved, lost, renamed, notices, lists } = comparison;
  const list = (title: string, lines: readonly string[], note = ""): string[] => {
    if (lines.length === 0) return [];
    const shown = firstOf(lines.map((line) => `- ${line}`));
    const rest = lines.length > shown.length ? [`- ${words.more(lines.length - shown.length)}`] : [];
    return [`### ${title}`, ...(note === "" ? [] : [note]), [...shown, ...rest].join("\n")];
  };
  const page = (one: { url: string; title: string }, end: string): string =>
    `${code(one.url)} ${plain(one.title)} (${end})`;
  const isSame = [added, removed, changed, moved, lost, renamed, notices.came, notices.went].every(
    (one) => one.length === 0,
  );
  const blocks = [
    `## ${words.title}`,
    isSame ? words.noChange : words.counts(countsOf(comparison)),
    [words.words(comparison.words.before, comparison.words.after), lists > 0 ? words.lists(lists) : ""]
      .join(" ")
      .trim(),
    ...(preview === undefined ? [] : [words.preview(preview)]),
    ...(renamed.length === 0 ? [] : [words.renamed(renamed.length)]),
    ...list(words.notices, [
      ...notices.came.map((text) => words.came(plain(text))),
      ...notices.went.map((text) => words.went(plain(text))),
    ]),
    ...list(words.lost, lost.map(code), words.lostHint),
    ...list(
      words.added,
      added.map((one) => page(one, words.page(one.words))),
    ),
    ...list(
      words.changed,
      changed.map((one) => page(one, `+${String(one.came)} −${String(one.went)}`)),
    ),
    ...list(
      words.removed,
      removed.map((one) => page(one, words.page(one.words))),
    ),
    ...list(
      words.moved,
      moved.map(({ url, to }) => `${code(url)} → ${code(to)}`),
    ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function firstOf(lines: readonly string[]): string[] {
  let length = 0;
  const fits = (line: string): boolean => (length += line.length) <= MOST.characters;
  return lines.slice(0, MOST.lines).filter(fits);
}

function countsOf({ added, removed, changed, lost }: Comparison): Parameters<ReportWords["counts"]>[0] {
  return { added: added.length, removed: removed.length, changed: changed.length, lost: lost.length };
}

const LONGEST = 200;

/** A single backtick suffices as delimiter: backticks in an address are replaced. */
function code(text: string): string {
  return `\`${cut(text).replaceAll("`", "'")}\``;
}

function plain(text: string): string {
  return (
    cut(text)
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/[\\`*_[\]#|~$!>]/g, "\\$&")
      // A mention would notify whoever has that name, and the address of an issue would add a note there: forges link both by
      // themselves.
      .replaceAll("@", "@\u200b")
      .replaceAll("://", ":\u200b//")
      .replace(/(www)\./gi, "$1\u200b.")
  );
}

/** Characters that reverse the text after them, including the rest of the line: nothing readable needs them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

function cut(text: string): string {
  const line = text
    .replace(TURNING, "")
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ")
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}…` : line;
}
