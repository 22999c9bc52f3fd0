// Problems in the editor's language, and as printed: text for people, JSON for programs, annotations for a forge.
// Separate from `problems.ts`: threads that only find problems do not load the messages, which are many.
// File names and messages come from content: their control characters are escaped before they reach a terminal.
import { createHash } from "node:crypto";
import { addTo, groupBy } from "./iterate.ts";
import { codeOf, isError, type Place, type Problem, type Severity } from "./problems.ts";
import { filled } from "./strings/problems/message.ts";
import { catalogue, problemWords } from "./strings/problems.ts";
import { excerpt, printable, printableJson } from "./text.ts";
import type { UiLang } from "./ui-lang.ts";

/** A problem as a person or a program reads it, in the shape that `--format json` prints. */
export interface ShownProblem extends Place {
  code: string;
  severity: Severity;
  message: string;
  hint: string;
  /** What distinguishes it from others of its code: an address, a name. */
  value?: string;
}

interface ShowOptions {
  lang: UiLang;
  /** Severities set by the site, by code (`checks` in `site.yaml`). */
  checks?: Readonly<Record<string, Severity | "off">>;
  strict?: boolean;
}

/**
 * Problems with words and severities, ordered by file, line, column and code, without duplicates.
 * - A code that the site turned off is left out.
 * - An error in a draft that is left out becomes a warning, whatever its code: the site is sound without it.
 * - `strict` turns warnings into errors, including those.
 */
export function show(problems: readonly Problem[], options: ShowOptions): ShownProblem[] {
  const shown = problems.flatMap((one) => withWords(one, options) ?? []).sort(byPlace);
  return shown.filter((one, i) => {
    const following = shown[i + 1];
    return following === undefined || byPlace(one, following) !== 0;
  });
}

function withWords(one: Problem, { lang, checks, strict }: ShowOptions): ShownProblem | undefined {
  const { file, line, column, key, params, fix } = one;
  const message = catalogue[key];
  const code = codeOf(key);
  const set = checks && Object.hasOwn(checks, code) ? checks[code] : undefined;
  const { severity: usual = "warn", adjustable = usual !== "error" } = message;
  const severity = adjustable ? (set ?? usual) : usual;
  if (severity === "off") return undefined;
  const isLowered = severity === "error" && one.ofDraft === true && strict !== true;
  const sentence = filled(message[lang], params, lang);
  const advice = message.hint === undefined ? "" : filled(message.hint[lang], params, lang);
  const [name] = Object.keys(params);
  return {
    ...{ file, line, column, code },
    severity: isLowered ? "warn" : strict && severity === "warn" ? "error" : severity,
    // In front, since a line to paste may follow the message.
    message: isLowered ? `${problemWords[lang].ofDraft} ${sentence}` : sentence,
    hint: typeof fix === "object" ? fix[lang] : (fix ?? advice),
    ...(name !== undefined && { value: filled(`{${name}}`, params, lang) }),
  };
}

function byPlace(a: ShownProblem, b: ShownProblem): number {
  const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return (
    text(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    text(a.code, b.code) ||
    text(a.message, b.message)
  );
}

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
  const printed = options.quiet ? problems.filter(isError) : problems;
  if (options.format === "json") return asJson(printed);
  if (options.format === "gitlab") return asCodeQuality(printed, options.prefix ?? "");
  if (options.format === "github") return asAnnotations(printed, options.prefix ?? "");
  return asText(printed, options);
}

function asJson(problems: readonly ShownProblem[]): string {
  return printableJson(
    problems.map(({ file, line, column, code, severity, message, hint }) => ({
      ...{ file, line, column, code, severity, message, hint },
    })),
  );
}

/** How many warnings of one code are printed in full for a file, and how many more are named. */
const IN_FULL = 3;
const NAMED = 8;

/** `check` builds no pages: only the build can say what is wrong in them. */
const OF_BUILT_PAGES: ReadonlySet<string> = new Set(["html-link", "html-id", "blocked-resource"]);

/** Errors and warnings by file, then notes on one line each, then the total; or errors, and how many warnings of each code. */
function asText(problems: readonly ShownProblem[], { lang, color, counted }: FormatOptions): string {
  const words = problemWords[lang];
  const all = counted ? problems.filter(({ severity }) => severity !== "note") : problems;
  const isInFull = ({ severity, code }: ShownProblem): boolean =>
    severity === "error" || (severity === "warn" && (!counted || OF_BUILT_PAGES.has(code)));
  const blocks = [...groupBy(all.filter(isInFull), ({ file }) => file).values()].map((group) =>
    faultsIn(group, IN_FULL)
      .map((fault) => inFull(fault, lang, color))
      .join("\n"),
  );
  const rest = all.filter((one) => !isInFull(one));
  const lines = counted
    ? [...groupBy(rest, ({ code }) => code)].map(
        ([code, some]) => `  ${code}: ${words.count("warn", some.length)}`,
      )
    : faultsIn(rest, 1).map((fault) => inLine(fault, lang, color));
  if (lines.length > 0) blocks.push([...lines, ...(counted ? [words.seeCheck] : [])].join("\n"));
  const files = new Set(all.map(({ file }) => file)).size;
  if (all.length > 0) blocks.push(painted("bold", words.inFiles(countsOf(all, lang), files), color));
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** A problem that is printed, the other lines of its file where it is too, and those of its code that are only named. */
interface Fault {
  one: ShownProblem;
  lines: number[];
  unprinted: readonly Fault[];
}

/** Every error; of the warnings and notes with one code in a file, each message once, and in full the first `most`. */
function faultsIn(problems: readonly ShownProblem[], most: number): Fault[] {
  const faults = new Map<string, Fault[]>();
  for (const one of problems) {
    const { file, severity, code, line, column, message } = one;
    const key = [file, severity, code, ...(isError(one) ? [line, column, message] : [])].join("\0");
    const same = faults.get(key)?.find((fault) => fault.one.message === message);
    if (same === undefined) addTo(faults, key, { one, lines: [], unprinted: [] });
    else if (line !== same.one.line && !same.lines.includes(line)) same.lines.push(line);
  }
  return [...faults.values()].flatMap((group) =>
    group
      .slice(0, most)
      .map((fault, i) => (i === most - 1 ? { ...fault, unprinted: group.slice(most) } : fault)),
  );
}

function inFull({ one, lines, unprinted }: Fault, lang: UiLang, color: boolean): string {
  const words = problemWords[lang];
  const also = lines.length === 0 ? "" : ` (${words.alsoAt(lines)})`;
  const text = [placed(one, lang, color), `  ${indented(one.message, "  ")}${also}`];
  if (one.hint !== "") text.push(`  → ${indented(one.hint, "    ")}`);
  if (unprinted.length > 0)
    text.push(`  ${words.others}`, ...named(unprinted, lang).map((each) => `    ${each}`));
  return text.join("\n");
}

function inLine({ one, lines, unprinted }: Fault, lang: UiLang, color: boolean): string {
  const words = problemWords[lang];
  const [hint = ""] = one.hint.split("\n");
  const text = `${one.message}${hint === "" ? "" : ` → ${hint}`}`.replace(/\s*\n\s*/g, " ");
  const also = [
    ...(lines.length === 0 ? [] : [words.alsoAt(lines)]),
    ...(unprinted.length === 0 ? [] : [`${words.others} ${named(unprinted, lang).join(", ")}`]),
  ];
  return `${placed(one, lang, color)}  ${printable(text)}${also.map((each) => ` (${each})`).join("")}`;
}

/** The lines of faults, with what distinguishes each. */
function named(faults: readonly Fault[], lang: UiLang): string[] {
  const words = problemWords[lang];
  const shown = faults
    .slice(0, NAMED)
    .map(({ one, lines }) =>
      words.at([one.line, ...lines], printable(excerpt(one.value ?? one.message, 120))),
    );
  return faults.length > NAMED ? [...shown, "…"] : shown;
}

function placed({ file, line, column, severity, code }: ShownProblem, lang: UiLang, color: boolean): string {
  const place = `${printable(file)}:${String(line)}:${String(column)}`;
  return `${place}  ${painted(severity, problemWords[lang].severity[severity], color)}  ${code}`;
}

const COLOURS: Readonly<Record<Severity | "bold", number>> = { error: 31, warn: 33, note: 36, bold: 1 };

/** Escape codes written by hand: in later Nodes, `styleText` checks the process's own output before it colours. */
function painted(style: Severity | "bold", text: string, color: boolean): string {
  return color ? `\u001B[${String(COLOURS[style])}m${text}\u001B[0m` : text;
}

/** The number of problems of each severity, in words. */
function countsOf(problems: readonly ShownProblem[], lang: UiLang): string {
  return (["error", "warn", "note"] as const)
    .map((severity) => ({ severity, count: problems.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => problemWords[lang].count(severity, count))
    .join(", ");
}

/** Workflow commands, escaped as https://github.com/actions/toolkit (packages/core) does. */
function asAnnotations(problems: readonly ShownProblem[], prefix: string): string {
  const data = (text: string): string =>
    text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return problems
    .map(({ file, line, column, code, severity, message, hint }) => {
      const command = { error: "error", warn: "warning", note: "notice" }[severity];
      const text = hint === "" ? message : `${message}\n${hint}`;
      const path = property(printable(under(prefix, file)));
      const place = `file=${path},line=${String(line)},col=${String(column)},title=${property(code)}`;
      return `::${command} ${place}::${data(printable(text, true))}\n`;
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
    const digest = createHash("sha256")
      .update(`${key}\0${String(rank)}`)
      .digest("hex");
    return {
      description: printable(hint === "" ? message : `${message} ${hint}`),
      check_name: code,
      fingerprint: digest.slice(0, 32),
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

function indented(text: string, margin: string): string {
  return printable(text, true).replaceAll("\n", `\n${margin}`);
}
