// YAML text → a plain map of JSON-like values, or why not and what to type instead.
// The values are only maps, lists, text, numbers, true/false and null: no dates (the site's zone decides those), no aliases
// that share or repeat a value, no key that could reach an object's prototype.
import { YAMLException } from "js-yaml";
import { lineAt } from "../../lines.ts";
import { complexKey } from "./complex-keys.ts";
import { gluedItems } from "./glued-items.ts";
import { indentOf, keyBelowList, reindented, shiftedLine } from "./indentation.ts";
import { joinedKeys } from "./joined-keys.ts";
import { loadStrict } from "./strict.ts";
import { locate } from "./locate.ts";
import { noBreakKey } from "./no-break-keys.ts";
import type { OpenSign } from "./open-sign.ts";
import { repair, type Repair } from "./repair.ts";
import { aliasIn, dangerIn, type Danger } from "./unsafe-values.ts";

/** Why a YAML text was refused; `line` and `column` count from 1 inside the text. */
export interface YamlFailure {
  kind:
    | "tab"
    | "no-break"
    | "second-document"
    | "indent"
    | "align"
    | "glued-item"
    | "joined-keys"
    | "open-sign"
    | "hash-value"
    | "duplicate-key"
    | "duplicate-block"
    | "alias"
    | "dangerous-key"
    | "control"
    | "not-map"
    | "syntax"
    | "too-long";
  line: number;
  column: number;
  /** The text of the line. */
  found: string;
  /** The corrected line, if it is known. */
  fix?: string;
  /** The bracket or quote that is not closed. */
  sign?: OpenSign["sign"];
}

export type YamlMap = Record<string, unknown>;

const LONGEST = 1_000_000;

/** Parses one YAML map. Empty text is an empty map. */
export function parseYaml(text: string, longest = LONGEST): { data: YamlMap } | { failure: YamlFailure } {
  if (text.length > longest) return { failure: at(text, 1, "too-long") };
  let value: unknown;
  try {
    value = loadStrict(text);
  } catch (error) {
    return { failure: explain(text, error) };
  }
  const glued = gluedItems(text);
  if (glued) return { failure: { ...at(text, glued.line, glued.kind), fix: glued.fix } };
  const spaced = noBreakKey(text, value);
  if (spaced) return { failure: { kind: "no-break", ...spaced } };
  const complex = complexKey(text, value);
  if (complex) return { failure: { ...at(text, complex.line, "syntax"), fix: complex.fix } };
  if (value === undefined || value === null) return { data: {} };
  if (!isMap(value)) return { failure: wrongShape(text) };
  const danger = /__proto__|constructor|prototype|\\/.test(text) ? dangerIn(value) : undefined;
  if (danger !== undefined) return { failure: dangerAt(text, danger) };
  const alias = aliasIn(text, value);
  if (alias !== undefined) return { failure: at(text, lineAt(text, alias), "alias") };
  return { data: value };
}

/** True for a map as YAML makes it. */
export function isMap(value: unknown): value is YamlMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(text: string, line: number, kind: YamlFailure["kind"], found?: string): YamlFailure {
  const whole = text.split("\n")[line - 1] ?? "";
  return { kind, line, column: whole.length - whole.trimStart().length + 1, found: found ?? whole.trim() };
}

/** Reports a list or a single value where a map is needed: often a colon without its space. */
function wrongShape(text: string): YamlFailure {
  const line = firstWith(text, /^\s*[^\s#]/);
  const fixed = repair(text);
  return fixed && (fixed.open ?? fixed.fix) ? mended(text, fixed) : at(text, line, "not-map");
}

function mended(text: string, { line, fix, open, hash }: Repair): YamlFailure {
  if (hash !== undefined) return { ...at(text, line, "hash-value"), column: hash, fix };
  if (open === undefined) return spaced(text, line, fix) ?? { ...at(text, line, "syntax"), fix };
  return { ...at(text, open.line, "open-sign"), column: open.column, sign: open.sign, fix };
}

/** A no-break space behind the colon of a key, if it is what the repair replaces. */
function spaced(text: string, line: number, fix: string): YamlFailure | undefined {
  const whole = text.split("\n")[line - 1] ?? "";
  const [head, key] = /^[ -]*([^\s:]+):(?=[\u00a0\u202f])/.exec(whole) ?? [];
  if (head === undefined || key === undefined || !fix.startsWith(`${head} `)) return undefined;
  return { kind: "no-break", line, column: head.length + 1, found: key, fix };
}

function explain(text: string, error: unknown): YamlFailure {
  if (!(error instanceof YAMLException)) return at(text, 1, "syntax");
  const mark = markOf(error.mark);
  const lines = text.split("\n");
  const line = Math.min(mark.line + 1, lines.length);
  if (error.reason.startsWith("duplicated mapping key")) {
    const name = /^\s*(?:- )?["']?([^:"']+)/.exec(lines[line - 1] ?? "")?.[1] ?? "";
    return at(text, line, holdsLines(text, line) ? "duplicate-block" : "duplicate-key", name.trim());
  }
  const tab = lines.findIndex((one) => /^ *\t/.test(one)) + 1;
  // Before the first key, YAML takes a tab for a blank, and refuses what comes after.
  if (tab > 0 && (error.reason.includes("tab") || /^\s*\t/.test(text))) {
    const whole = lines[tab - 1] ?? "";
    const column = whole.indexOf("\t") + 1;
    return { kind: "tab", line: tab, column, found: whole.trim(), fix: reindented(lines, tab - 1) };
  }
  const cut = error.reason.includes("single document") ? lineOfCut(text) : 0;
  if (cut > 0) return at(text, cut, "second-document");
  const joined = joinedKeys(text);
  if (joined) return { ...at(text, joined.line, "joined-keys", joined.key), fix: joined.fix };
  const shifted = shiftedLine(text);
  if (shifted) return { ...at(text, shifted.line, shifted.kind), column: 1, fix: shifted.fix };
  const glued = gluedItems(text);
  if (glued) return { ...at(text, glued.line, glued.kind), fix: glued.fix };
  const fixed = repair(text);
  if (fixed !== undefined) return mended(text, fixed);
  const below = keyBelowList(text);
  if (below) return { ...at(text, below.line, below.kind), column: 1, fix: below.fix };
  // The line that YAML reports may be a blank one after the text that breaks the map.
  const told = lines.slice(0, line).findLastIndex((one) => one.trim() !== "") + 1;
  return told === line ? { ...at(text, line, "syntax"), column: mark.column + 1 } : at(text, told, "syntax");
}

/** True if the key of a line contains the lines below it. */
function holdsLines(text: string, line: number): boolean {
  const [key = "", ...below] = text.split("\n").slice(line - 1);
  const next = below.find((one) => /^\s*[^\s#]/.test(one));
  return next !== undefined && indentOf(next) > indentOf(key);
}

/** The line that begins or ends a YAML document below the first line of text, from 1; 0 if there is none. */
function lineOfCut(text: string): number {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => /^\s*[^\s#]/.test(line));
  return lines.findIndex((line, i) => i > first && /^(?:---|\.\.\.)\s*$/.test(line)) + 1;
}

/** js-yaml gives no mark for a second document, whatever its types say. */
function markOf(mark?: { line: number; column: number }): { line: number; column: number } {
  return mark ?? { line: 0, column: 0 };
}

function dangerAt(text: string, { kind, path, part, found }: Danger): YamlFailure {
  const { line, column } = locate("", text, path, { part });
  return { kind, line, column, found };
}

/** The first line that matches, from 1; 1 if none does. */
function firstWith(text: string, pattern: RegExp): number {
  const index = text.split("\n").findIndex((line) => pattern.test(line));
  return Math.max(0, index) + 1;
}
