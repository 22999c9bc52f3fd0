// Finds where a key or value is in a YAML text, for messages.
// The usual case, a key at the margin, is found by a text search; the `yaml` package is used only for what is nested.
import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type { Place } from "../../problems.ts";

export type KeyPath = readonly PropertyKey[];

/** What a message is about: a key, or its value. */
export type Part = "key" | "value";

/** Finds places in one file: that of the value, unless that of the key is requested. */
export type Places = (path: KeyPath, part?: Part) => Place;

/**
 * The place of `path` in `text`, whose line 1 is line `firstLine` of `file`. A value that begins on the line of its key has its
 * own column. Any other value has the place of its key, and an absent key that of the nearest thing above it.
 */
export function locate(
  file: string,
  text: string,
  path: KeyPath,
  { firstLine = 1, part = "value" }: { firstLine?: number; part?: Part | undefined } = {},
): Place {
  const [key, ...deeper] = path;
  if (key === undefined) return { file, line: firstLine, column: 1 };
  const line = typeof key === "string" ? lineOfKey(text, key) : -1;
  if (line >= 0 && deeper.length === 0) {
    const column = part === "key" ? 1 : columnOfValue(text, line, String(key));
    return { file, line: firstLine + line, column };
  }
  const item =
    line >= 0 && deeper.length === 1 && typeof deeper[0] === "number"
      ? itemBelow(text, line, deeper[0])
      : undefined;
  if (item !== undefined) return { file, line: firstLine + item.line, column: item.column };
  return (
    parsedPlace(file, text, path, { firstLine, part }) ?? {
      file,
      line: firstLine + Math.max(0, line),
      column: 1,
    }
  );
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

/** Line, from 0, of a key at the margin; -1 if there is none. */
function lineOfKey(text: string, key: string): number {
  let line = 0;
  for (let from = 0; from <= text.length; line++) {
    if (
      text.startsWith(key, from) &&
      /^\s*:(\s|$)/.test(text.slice(from + key.length, from + key.length + 80))
    )
      return line;
    if (
      (text[from] === '"' || text[from] === "'") &&
      text.startsWith(key, from + 1) &&
      /^["']\s*:(\s|$)/.test(text.slice(from + key.length + 1, from + key.length + 80))
    )
      return line;
    const next = text.indexOf("\n", from);
    if (next < 0) return -1;
    from = next + 1;
  }
  return -1;
}

/** Column at which the value of a key at the margin begins; that of the key, 1, if its line has no value. */
function columnOfValue(text: string, line: number, key: string): number {
  const whole = text.split("\n", line + 1)[line] ?? "";
  const colon = whole.indexOf(":", key.length);
  const blank = /^[ \t]+(?=[^\s#])/.exec(whole.slice(colon + 1))?.[0].length;
  return blank === undefined ? 1 : colon + 1 + blank + 1;
}

/** An item of a simple list, on one line or with one item per line, under a key at the margin. */
function itemBelow(
  text: string,
  keyLine: number,
  index: number,
): { line: number; column: number } | undefined {
  const lines = text.split("\n");
  const flow = flowItem(lines[keyLine] ?? "", index);
  if (flow !== undefined) return { line: keyLine, column: flow };
  if (!/:[ \t]*$/.test(lines[keyLine] ?? "")) return undefined;
  for (let i = 0; i <= index; i++) {
    const [dash] = /^ *- +(?=\S)/.exec(lines[keyLine + 1 + i] ?? "") ?? [];
    if (dash === undefined) return undefined;
    if (i === index) return { line: keyLine + 1 + i, column: dash.length + 1 };
  }
  return undefined;
}

/** Column of an item of `key: [a, "b, c"]`, if the list is on one line and contains no other. */
function flowItem(line: string, index: number): number | undefined {
  const open = /^[^[\]{}"']*:[ \t]*\[(?=[^[\]{}]*\][ \t]*$)/.exec(line)?.[0].length;
  if (open === undefined) return undefined;
  let [item, quoted] = [0, ""];
  for (let i = open; i < line.length; i++) {
    const c = line.charAt(i);
    if (item === index && /[^\s,\]]/.test(c)) return i + 1;
    if (quoted !== "") quoted = c === quoted ? "" : quoted;
    else if (c === '"' || c === "'") quoted = c;
    else if (c === ",") item++;
  }
  return undefined;
}

/** Loaded at the first problem that needs it: a run without one does not pay for a second YAML parser. */
export function yamlPackage(): typeof Yaml {
  // oxlint-disable-next-line typescript/no-unsafe-return
  return createRequire(import.meta.url)("yaml");
}

interface Parsed {
  text: string;
  document: Yaml.Document.Parsed;
  lines: Yaml.LineCounter;
}

/** The last text parsed: in a text with many faults, each asks for it again. */
let last: Parsed | undefined;

/** A text as the `yaml` package parses it, faults included. */
export function parsedDocument(text: string): Parsed {
  if (last?.text === text) return last;
  const yaml = yamlPackage();
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {
    lineCounter: lines,
    schema: "core",
    uniqueKeys: false,
    logLevel: "silent",
  });
  last = { text, document, lines };
  return last;
}

function parsedPlace(
  file: string,
  text: string,
  path: KeyPath,
  { firstLine, part }: { firstLine: number; part: Part },
): Place | undefined {
  const yaml = yamlPackage();
  const { document, lines } = parsedDocument(text);
  let node: unknown = document.contents;
  let offset: number | undefined;
  let depth = 0;
  for (const key of path) {
    const step = descend(yaml, node, key);
    if (step === undefined) break;
    depth++;
    offset = step.offset ?? offset;
    node = step.node;
  }
  if (offset === undefined) return undefined;
  const { line, col } = lines.linePos(offset);
  const value = part === "value" && depth === path.length ? valueOffset(yaml, node) : undefined;
  const own = value === undefined ? undefined : lines.linePos(value);
  return { file, line: firstLine + line - 1, column: own?.line === line ? own.col : col };
}

/** Where a value begins; undefined if no value is written. */
function valueOffset(yaml: typeof Yaml, node: unknown): number | undefined {
  if (!yaml.isNode(node) || node.range === null || node.range === undefined) return undefined;
  const [start, end] = node.range;
  return end > start ? start : undefined;
}

/** One step into a YAML document: the node at a key or index, and where its key or item begins. */
export function descend(
  yaml: typeof Yaml,
  node: unknown,
  key: PropertyKey,
): { node: unknown; offset: number | undefined } | undefined {
  const startOf = (value: unknown): number | undefined => (yaml.isNode(value) ? value.range?.[0] : undefined);
  if (yaml.isSeq(node) && typeof key === "number") {
    const item = node.items[key];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!yaml.isMap(node)) return undefined;
  const pair = node.items.find((one) => String(one.key) === String(key));
  return pair === undefined ? undefined : { node: pair.value, offset: startOf(pair.key) };
}
