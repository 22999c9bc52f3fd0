// Problems → text for people, JSON for programs, annotations for a forge.
// File names and messages come from content: their control characters are escaped before they reach a terminal.
import { createHash } from "node:crypto";
import { groupBy } from "./group.ts";
import { painter, type Paint } from "./paint.ts";
import { printable, printableJson } from "./printable.ts";
import { isError } from "./problems.ts";
import type { ShownProblem } from "./shown-problems.ts";
import { problemWords } from "./strings/problem-words.ts";
import type { UiLang } from "./ui-lang.ts";

/** In order: for people, for programs, annotations of GitHub, the Code Quality report of GitLab. */
export const FORMATS = ["text", "json", "github", "gitlab"] as const;
export type Format = (typeof FORMATS)[number];

export interface FormatOptions {
  format: Format;
  lang: UiLang;
  /** Errors only. */
  quiet: boolean;
  /** True if the text is for a terminal that shows colours. */
  color: boolean;
  /** Path from the repository's root to the site root, for annotations: `sites/blog`. */
  prefix?: string;
}

const MOST_A_CODE = 50;

/** The whole output, which ends with a line feed; empty as text or annotations if there is nothing to report. */
export function formatProblems(problems: readonly ShownProblem[], options: FormatOptions): string {
  const kept = options.quiet ? problems.filter(isError) : problems;
  if (options.format === "json") return asJson(kept);
  if (options.format === "gitlab") return asCodeQuality(kept, options.prefix ?? "");
  if (options.format === "github") return asAnnotations(kept, options.prefix ?? "");
  return kept.length === 0 ? "" : asText(kept, options);
}

function asJson(problems: readonly ShownProblem[]): string {
  const list = problems.map(({ file, line, column, code, severity, message, hint }) => ({
    file,
    line,
    column,
    code,
    severity,
    message,
    hint,
  }));
  return printableJson(list);
}

/** Errors and warnings by file, then how many were not shown, then notes, then the total. */
function asText(problems: readonly ShownProblem[], { lang, color }: FormatOptions): string {
  const words = problemWords[lang];
  const paint = painter(color);
  const { shown, hidden } = capped(problems);
  const first = shown.filter(({ severity }) => severity !== "note");
  const notes = shown.filter(({ severity }) => severity === "note");
  const rest = [...hidden.values()].map(
    ({ severity, code, count }) => `  … ${words.more(severity, count, code)}`,
  );
  const blocks = [...byFile(first), ...byFile(notes)].map((group) =>
    group.map((one) => textOf(one, words.severity[one.severity], paint)).join("\n"),
  );
  if (rest.length > 0) blocks.push(rest.join("\n"));
  blocks.push(paint("bold", summary(problems, lang)));
  return `${blocks.join("\n\n")}\n`;
}

function textOf(one: ShownProblem, severity: string, paint: Paint): string {
  const place = `${printable(one.file)}:${String(one.line)}:${String(one.column)}`;
  const lines = [
    `${place}  ${paint(one.severity, severity)}  ${one.code}`,
    `  ${indented(one.message, "  ")}`,
  ];
  if (one.hint !== "") lines.push(`  → ${indented(one.hint, "    ")}`);
  return lines.join("\n");
}

function byFile(problems: readonly ShownProblem[]): ShownProblem[][] {
  return [...groupBy(problems, ({ file }) => file).values()];
}

interface Hidden {
  severity: "warn" | "note";
  code: string;
  count: number;
}

/** Keeps every error, and the first `MOST_A_CODE` warnings and notes of each code. */
function capped(problems: readonly ShownProblem[]): { shown: ShownProblem[]; hidden: Map<string, Hidden> } {
  const counts = new Map<string, number>();
  const hidden = new Map<string, Hidden>();
  const shown = problems.filter(({ severity, code }) => {
    if (severity === "error") return true;
    const key = `${severity} ${code}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > MOST_A_CODE) hidden.set(key, { severity, code, count: count - MOST_A_CODE });
    return count <= MOST_A_CODE;
  });
  return { shown, hidden };
}

function summary(problems: readonly ShownProblem[], lang: UiLang): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  return problemWords[lang].inFiles(countsOf(problems, lang), files);
}

/** The number of problems of each severity, in words. */
export function countsOf(problems: readonly ShownProblem[], lang: UiLang): string {
  return (["error", "warn", "note"] as const)
    .map((severity) => ({ severity, count: problems.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => problemWords[lang].count(severity, count))
    .join(", ");
}

/** Workflow commands, escaped as https://github.com/actions/toolkit (packages/core) does. */
function asAnnotations(problems: readonly ShownProblem[], prefix: string): string {
  return problems
    .map(({ file, line, column, code, severity, message, hint }) => {
      const path = under(prefix, file);
      const command = severity === "warn" ? "warning" : severity === "note" ? "notice" : "error";
      const text = hint === "" ? message : `${message}\n${hint}`;
      const where = `file=${property(printable(path))},line=${String(line)},col=${String(column)},title=${property(code)}`;
      return `::${command} ${where}::${data(printable(text, true))}\n`;
    })
    .join("");
}

/**
 * GitLab's report (https://docs.gitlab.com/ci/testing/code_quality/). A fingerprint identifies a problem even if its line
 * moves; identical problems in one file are numbered.
 */
function asCodeQuality(problems: readonly ShownProblem[], prefix: string): string {
  const ranks = new Map<string, number>();
  const list = problems.map(({ file, line, code, severity, message, hint }) => {
    const path = under(prefix, file);
    const key = [code, path, message].join("\0");
    const rank = (ranks.get(key) ?? 0) + 1;
    ranks.set(key, rank);
    return {
      description: printable(hint === "" ? message : `${message} ${hint}`),
      check_name: code,
      fingerprint: createHash("sha256")
        .update(`${key}\0${String(rank)}`)
        .digest("hex")
        .slice(0, 32),
      severity: { error: "major", warn: "minor", note: "info" }[severity],
      location: { path: printable(path), lines: { begin: line } },
    };
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}

/** Path of a file of the site, from the repository's root. */
function under(prefix: string, file: string): string {
  const folder = prefix.replace(/^\.?\/+|\/+$/g, "");
  return folder === "" || folder === "." ? file : `${folder}/${file}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function indented(text: string, margin: string): string {
  return printable(text, true).replaceAll("\n", `\n${margin}`);
}
