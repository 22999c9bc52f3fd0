// YAML text → a plain map of JSON-like values, or its first fault with, where it is plain, the corrected line. Also finds where a
// value is written, for messages, and writes values on one line.
// The values are only maps, lists, text, numbers, true/false and null: no dates (the site's zone decides those), no aliases
// that share or repeat a value, no key that could reach an object's prototype.
import { CORE_SCHEMA, load, Type, YAMLException } from "js-yaml";
import * as yaml from "yaml";
import { excerpt } from "../text.ts";
import { problem, type Fix, type Place, type Problem } from "../problems.ts";
import { firstMark } from "./merge-marks.ts";

export type YamlMap = Record<string, unknown>;

/** Parses one YAML map, of which line 1 is line `firstLine` of the file. Empty text is an empty map. */
export function parseYaml(
  file: string,
  text: string,
  firstLine = 1,
): { data: YamlMap } | { problem: Problem } {
  const lines = text.split("\n");
  const lineOf = (line: number): string => lines[line - 1] ?? "";
  const placeOf = (line: number): Place => ({
    ...{ file, line: firstLine + line - 1 },
    column: lineOf(line).length - lineOf(line).trimStart().length + 1,
  });
  const refused = ({ line, fix }: Repair): { problem: Problem } => {
    const mark = firstMark(lines) + 1;
    if (mark > 0) return { problem: problem("merge-conflict", placeOf(mark), {}) };
    return { problem: problem("yaml", placeOf(line), { found: excerpt(lineOf(line), 200) }, fix) };
  };
  /** The first line that contains some text and is no comment. */
  const lineWith = (part: string): number =>
    Math.max(
      0,
      lines.findIndex((line) => /^\s*[^\s#]/.test(line) && line.includes(part)),
    ) + 1;

  let value: unknown;
  try {
    value = loadYaml(text);
  } catch (error) {
    // js-yaml gives no mark for a second document, whatever its types say; a text nested too deep throws another error.
    const mark = (error instanceof YAMLException ? error.mark : undefined) as { line: number } | undefined;
    const line = Math.min((mark?.line ?? 0) + 1, lines.length);
    if (!(error instanceof YAMLException && error.reason.startsWith("duplicated mapping key")))
      return refused(repaired(lines, line));
    const key = /^\s*(?:- )?["']?([^:"']+)/.exec(lineOf(line))?.[1]?.trim() ?? lineOf(line);
    return { problem: problem("yaml/twice", placeOf(line), { key }) };
  }
  const unsafe = unsafeIn(text, value);
  if (unsafe !== undefined) {
    const line = lineWith(unsafe);
    return { problem: problem("yaml/unsafe", placeOf(line), { found: excerpt(lineOf(line), 200) }) };
  }
  if (value === undefined || value === null) return { data: {} };
  if (!isMap(value))
    return refused({ fix: { fr: "clé: valeur", en: "key: value" }, ...repaired(lines, lineWith("")) });
  // YAML takes a no-break space, as French keyboards type it, for a letter of the key.
  const spaced = Object.keys(value).find((key) =>
    /^[\u00a0\u202f]|[\u00a0\u202f]$|:[\u00a0\u202f]/.test(key),
  );
  if (spaced === undefined) return { data: value };
  const line = lineWith(spaced);
  return refused({ line, fix: repairsOf(lineOf(line)).at(-1) });
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
function unsafeIn(text: string, value: unknown): string | undefined {
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

/** The line of a fault, and the corrected line if it is known. */
interface Repair {
  line: number;
  fix?: Fix | undefined;
}

/** Each trial parses the whole text. */
const MOST_LINES = 40;
const LONGEST_TRIED = 64_000;

/** The fault at the line that YAML reports, or at one above it if a repair of that one takes the fault away, or moves it down. */
function repaired(lines: readonly string[], line: number): Repair {
  const most = lines.join("\n").length > LONGEST_TRIED ? 2 : MOST_LINES;
  for (let at = line; at > Math.max(0, line - most); at--) {
    const written = lines[at - 1] ?? "";
    // A quotation mark that opens a value and does not close it may let YAML read on to any later line.
    const least = /:\s+["'][^"']*$/.test(written) ? at : line;
    const tried = repairsOf(written).map((fix) => ({
      fix,
      fault: faultLine(lines.with(at - 1, fix).join("\n")),
    }));
    const [best] = tried.filter(({ fault }) => fault > least).sort((a, b) => b.fault - a.fault);
    if (best !== undefined) return { line: at, fix: best.fix };
  }
  return { line: Math.max(1, lines.slice(0, line).findLastIndex((one) => one.trim() !== "") + 1) };
}

/** The line at which a text ceases to be a YAML map; beyond its last if it is one. */
function faultLine(text: string): number {
  try {
    return isMap(loadYaml(text)) ? Number.MAX_SAFE_INTEGER : 1;
  } catch (error) {
    return error instanceof YAMLException ? ((error.mark as { line: number } | undefined)?.line ?? 0) + 1 : 1;
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

/** A value in double quotes, without the quotes, straight or typographic, that failed to enclose it. */
function quote(value: string): string {
  const text = value.trim();
  const [, inner] = /^(?:["“”]([^"“”]*)["“”]?|'(.*)'|‘(.*)’)$/.exec(text) ?? [];
  const single = /^['‘](.*?)['’]?$/.exec(text)?.[1];
  const open = /^([^"“”]*\S)["”]$/.exec(text)?.[1];
  return JSON.stringify(inner ?? single?.replaceAll("''", "'") ?? open ?? text);
}

/** What YAML reads as text without quotes, also in a list or a map on one line. */
const PLAIN =
  /^(?!(?:true|false|yes|no|on|off|null|oui|non)$)(?:\p{L}[\p{L}\p{N} '’._/-]*|\/[\w./:#?=-]*|https?:\/\/[\w./?=&%@+~-]+)$/iu;

/** A value as YAML on one line. */
export function yamlOf(value: unknown): string {
  if (typeof value === "string")
    return PLAIN.test(value) && !/\s$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(", ")}]`;
  if (!isMap(value)) return String(value);
  const pairs = Object.entries(value).map(([key, one]) => `${key}: ${yamlOf(one)}`);
  return `{ ${pairs.join(", ")} }`;
}

export type KeyPath = readonly PropertyKey[];

/**
 * Finds places in one file: that of the value if it begins on the line of its key, unless that of the key is requested. An absent
 * key has the place of the nearest thing above it.
 */
export type Places = (path: KeyPath, part?: "key" | "value") => Place;

/** `text` is read at the first question; its line 1 is line `firstLine` of `file`. */
export function placesIn(file: string, text: () => string, firstLine = 1): Places {
  let find: ReturnType<typeof finder> | undefined;
  return (path, part = "value") => {
    const { line = 1, col = 1 } = (find ??= finder(text()))(path, part) ?? {};
    return { file, line: firstLine + line - 1, column: col };
  };
}

function finder(
  text: string,
): (path: KeyPath, part: "key" | "value") => { line: number; col: number } | undefined {
  const lineCounter = new yaml.LineCounter();
  const { contents } = yaml.parseDocument(text, {
    ...{ lineCounter, schema: "core", uniqueKeys: false, logLevel: "silent" },
  });
  // Settings may have thousands of keys.
  const top = new Map(yaml.isMap(contents) ? contents.items.map((pair) => [String(pair.key), pair]) : []);
  const step = (node: unknown, key: PropertyKey): { key: unknown; value: unknown } | undefined => {
    if (yaml.isSeq(node) && typeof key === "number" && key in node.items)
      return { key: node.items[key], value: node.items[key] };
    if (node === contents) return top.get(String(key));
    return yaml.isMap(node) ? node.items.find((one) => String(one.key) === String(key)) : undefined;
  };
  const placeOf = (node: unknown): { line: number; col: number } | undefined => {
    const [start = 0, end = 0] = yaml.isNode(node) ? (node.range ?? []) : [];
    return end > start ? lineCounter.linePos(start) : undefined;
  };
  return (path, part) => {
    let node: unknown = contents;
    let found: ReturnType<typeof placeOf>;
    for (const [depth, key] of path.entries()) {
      const next = step(node, key);
      if (next === undefined) break;
      node = next.value;
      found = placeOf(next.key) ?? found;
      const own = part === "value" && depth === path.length - 1 ? placeOf(node) : undefined;
      if (own?.line === found?.line) found = own ?? found;
    }
    return found;
  };
}

/** A place that is computed only when it is read: thousands of redirects need none. */
export function lazyPlace(file: string, find: () => Place): Place {
  let place: Place | undefined;
  const found = (): Place => (place ??= find());
  return {
    file,
    get line() {
      return found().line;
    },
    get column() {
      return found().column;
    },
  };
}
