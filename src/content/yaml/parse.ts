// YAML text → a plain map of JSON-like values, or its first fault and, where it is plain, the corrected line.
// The values are only maps, lists, text, numbers, true/false and null: no dates (the site's zone decides those), no aliases
// that share or repeat a value, no key that could reach an object's prototype.
import { CORE_SCHEMA, load, Type, YAMLException } from "js-yaml";
import { quote } from "./quoting.ts";

export type YamlMap = Record<string, unknown>;

/** Why a text was refused; `line` and `column` count from 1 inside the text. */
export interface YamlFailure {
  /** `yaml/twice` if a key is written twice. */
  key: "yaml" | "yaml/twice";
  line: number;
  column: number;
  /** The text of the line, or the key. */
  found: string;
  /** The corrected line, if it is known. */
  fix?: string;
}

/** Parses one YAML map. Empty text is an empty map. */
export function parseYaml(text: string): { data: YamlMap } | { failure: YamlFailure } {
  let value: unknown;
  try {
    value = loadYaml(text);
  } catch (error) {
    return { failure: explained(text, error) };
  }
  const unsafe = unsafeIn(text, value);
  if (unsafe !== undefined) return { failure: failureAt(text, lineWith(text, unsafe)) };
  if (value === undefined || value === null) return { data: {} };
  if (!isMap(value)) return { failure: withRepair(text, lineWith(text, "")) };
  // YAML takes a no-break space, as French keyboards type it, for a letter of the key.
  const spaced = Object.keys(value).find((key) =>
    /^[\u00a0\u202f]|[\u00a0\u202f]$|:[\u00a0\u202f]/.test(key),
  );
  if (spaced === undefined) return { data: value };
  const line = lineWith(text, spaced);
  const [fix] = repairsOf(text.split("\n")[line - 1] ?? "").reverse();
  return { failure: { ...failureAt(text, line), ...(fix !== undefined && { fix }) } };
}

/** True for a map as YAML makes it. */
export function isMap(value: unknown): value is YamlMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `08` and `2024.10` are names more often than numbers, and a number would lose their form. */
const SCHEMA = CORE_SCHEMA.extend({
  implicit: [numbers("int", /^-?\d+$/), numbers("float", /^-?\d+\.\d+$/)],
});

/** Reads a number only if it would be written in the same way; everything else is text. */
function numbers(name: string, pattern: RegExp): Type {
  return new Type(`tag:yaml.org,2002:${name}`, {
    kind: "scalar",
    resolve: (text: unknown) =>
      typeof text === "string" && pattern.test(text) && String(Number(text)) === text,
    construct: Number,
  });
}

/**
 * Parses YAML of any shape with Carnet's rules: dates and unusual numbers stay text.
 * @throws a `YAMLException` if the text is not YAML, or has a key twice.
 */
export function loadYaml(text: string): unknown {
  return load(text, { schema: SCHEMA, json: false });
}

/** Keys that reach an object's prototype. */
const DANGEROUS = new Set(["__proto__", "constructor", "prototype"]);
/** Not text in any file that is made from it: YAML's escapes can write what its lines may not contain. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

/**
 * What in the values of a text may go no further, as it stands in the text: a key that reaches an object's prototype, the code of
 * a control character, an alias (aliases can multiply without end, or contain themselves).
 */
export function unsafeIn(text: string, value: unknown): string | undefined {
  if (!/[&*\\]|__proto__|constructor|prototype/.test(text)) return undefined;
  const seen = new Set<object>();
  const within = (one: unknown): string | undefined => {
    if (typeof one === "string") return CONTROL.test(one) ? "\\" : undefined;
    if (typeof one !== "object" || one === null) return undefined;
    if (seen.has(one)) return "*";
    seen.add(one);
    for (const [key, inner] of Object.entries(one)) {
      const found = DANGEROUS.has(key) ? key : (within(key) ?? within(inner));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return within(value);
}

/** The first line that contains some text and is no comment, from 1. */
function lineWith(text: string, part: string): number {
  return (
    Math.max(
      0,
      text.split("\n").findIndex((line) => /^\s*[^\s#]/.test(line) && line.includes(part)),
    ) + 1
  );
}

function failureAt(text: string, line: number, column?: number): YamlFailure {
  const whole = text.split("\n")[line - 1] ?? "";
  const start = whole.length - whole.trimStart().length + 1;
  return { key: "yaml", line, column: column ?? start, found: whole.trim() };
}

function explained(text: string, error: unknown): YamlFailure {
  // js-yaml gives no mark for a second document, whatever its types say; a text nested too deep throws another error.
  const mark = (error instanceof YAMLException ? error.mark : undefined) as { line: number } | undefined;
  const line = Math.min((mark?.line ?? 0) + 1, text.split("\n").length);
  if (error instanceof YAMLException && error.reason.startsWith("duplicated mapping key")) {
    const at = failureAt(text, line);
    return {
      ...at,
      key: "yaml/twice",
      found: /^(?:- )?["']?([^:"']+)/.exec(at.found)?.[1]?.trim() ?? at.found,
    };
  }
  return withRepair(text, line);
}

/** Each trial parses the whole text. */
const MOST_LINES = 40;
const LONGEST_TRIED = 64_000;

/** The fault at the line that YAML reports, or at one above it if a repair of that one takes the fault away. */
function withRepair(text: string, line: number): YamlFailure {
  const lines = text.split("\n");
  const most = text.length > LONGEST_TRIED ? 2 : MOST_LINES;
  for (let at = line; at > Math.max(0, line - most); at--)
    for (const fix of repairsOf(lines[at - 1] ?? "")) {
      const fault = faultLine(lines.with(at - 1, fix).join("\n"));
      if (fault === undefined || fault > line) return { ...failureAt(text, at), fix };
    }
  const last = lines.slice(0, line).findLastIndex((one) => one.trim() !== "") + 1;
  return failureAt(text, Math.max(1, last));
}

/** The line at which a text ceases to be a YAML map; undefined if it is one. */
function faultLine(text: string): number | undefined {
  try {
    return isMap(loadYaml(text)) ? undefined : 1;
  } catch (error) {
    return error instanceof YAMLException ? ((error.mark as { line: number } | undefined)?.line ?? 0) : 0;
  }
}

/** A line as its author may have meant it: with plain spaces, a space after the colon, its value in quotes. */
function repairsOf(line: string): string[] {
  const spaced = line
    .replace(/^[\s-]+/, (blank) => blank.replace(/\t/g, "  ").replace(/[\u00a0\u202f]/g, " "))
    .replace(/^([^:]*?)[\u00a0\u202f ]*:[\u00a0\u202f]+/, "$1: ");
  const [, head = "", value = ""] =
    /^(\s*(?:- )?[\p{L}\p{N}_-]+\s*:)[ \t]*(\S.*)$/u.exec(spaced) ?? /^(\s*-) +(\S.*)$/.exec(spaced) ?? [];
  const valued = value === "" ? [] : [`${head} ${value}`, `${head} ${quote(value)}`];
  const tabbed = /^\s*\t/.test(line) ? [line.trimStart()] : [];
  return [spaced, ...tabbed, ...valued].filter((one) => one !== line);
}
