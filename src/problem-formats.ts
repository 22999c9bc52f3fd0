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
  /** As text, only count warnings by code, and leave notes out: what `check` is for. */
  counted?: boolean;
  /** Path from the repository's root to the site root, for annotations: `sites/blog`. */
  prefix?: string;
}

/** The whole output, which ends with a line feed; empty as text or annotations if there is nothing to report. */
export function formatProblems(problems: readonly ShownProblem[], options: FormatOptions): string {
  const kept = options.quiet ? problems.filter(isError) : problems;
  if (options.format === "json") return asJson(kept);
  if (options.format === "gitlab") return asCodeQuality(kept, options.prefix ?? "");
  if (options.format === "github") return asAnnotations(kept, options.prefix ?? "");
  return asText(kept, options);
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

/** How many warnings of one code are printed for a file. */
const SAME_CODE = 3;

/** `check` builds no pages: only the build can say what is wrong in them. */
const OF_BUILT_PAGES: ReadonlySet<string> = new Set(["html-link", "html-id", "blocked-resource"]);

/** Errors and warnings by file, then notes on one line each, then the total; or errors, and how many warnings of each code. */
function asText(problems: readonly ShownProblem[], { lang, color, counted }: FormatOptions): string {
  const words = problemWords[lang];
  const paint = painter(color);
  const all = counted ? problems.filter(({ severity }) => severity !== "note") : problems;
  const isInFull = ({ severity, code }: ShownProblem): boolean =>
    severity === "error" || (severity === "warn" && (!counted || OF_BUILT_PAGES.has(code)));
  const files = [...groupBy(all.filter(isInFull), ({ file }) => file).values()];
  const blocks = files.map((group) =>
    occurrences(group, SAME_CODE)
      .map((some) => inFull(some, lang, paint))
      .join("\n"),
  );
  const rest = all.filter((one) => !isInFull(one));
  const lines = counted
    ? [...groupBy(rest, ({ code }) => code)].map(
        ([code, some]) => `  ${code}: ${words.count("warn", some.length)}`,
      )
    : occurrences(rest, 1).map((some) => inLine(some, lang, paint));
  if (lines.length > 0) blocks.push([...lines, ...(counted ? [words.seeCheck] : [])].join("\n"));
  if (all.length > 0) blocks.push(paint("bold", summary(all, lang)));
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** A problem, and the lines of those like it in the same file that are not printed. */
interface Occurrence {
  one: ShownProblem;
  others: readonly number[];
}

/** Every error; of warnings and notes with the same code in the same file, the first `most`. */
function occurrences(problems: readonly ShownProblem[], most: number): Occurrence[] {
  const groups = groupBy(problems.entries(), ([i, one]) =>
    isError(one) ? String(i) : [one.file, one.severity, one.code].join("\0"),
  );
  return [...groups.values()].flatMap((group) => {
    const hidden = group.slice(most).map(([, { line }]) => line);
    const printed = group.slice(0, most).map(([, one]) => one);
    return printed.map((one, i) => ({ one, others: i === most - 1 ? [...new Set(hidden)] : [] }));
  });
}

function inFull({ one, others }: Occurrence, lang: UiLang, paint: Paint): string {
  const lines = [placed(one, lang, paint), `  ${indented(one.message, "  ")}`];
  if (one.hint !== "") lines.push(`  → ${indented(one.hint, "    ")}`);
  if (others.length > 0) lines.push(`  ${problemWords[lang].alsoAt(others)}`);
  return lines.join("\n");
}

function inLine({ one, others }: Occurrence, lang: UiLang, paint: Paint): string {
  const also = others.length > 0 ? ` ${problemWords[lang].alsoAt(others)}` : "";
  const [hint = ""] = one.hint.split("\n");
  const text = `${one.message}${hint === "" ? "" : ` → ${hint}`}`.replace(/\s*\n\s*/g, " ");
  return `${placed(one, lang, paint)}  ${printable(text)}${also}`;
}

function placed({ file, line, column, severity, code }: ShownProblem, lang: UiLang, paint: Paint): string {
  const place = `${printable(file)}:${String(line)}:${String(column)}`;
  return `${place}  ${paint(severity, problemWords[lang].severity[severity])}  ${code}`;
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
