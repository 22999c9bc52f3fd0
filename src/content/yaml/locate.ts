// Finds where a key or value is in a YAML text, for messages.
// Keys at the margin are found in one pass over the lines; the `yaml` package is loaded only for what is nested.
import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type { Place } from "../../problems.ts";

export type KeyPath = readonly PropertyKey[];

/** What a message is about: a key, or its value. */
export type Part = "key" | "value";

/**
 * Finds places in one file: that of the value if it begins on the line of its key, unless that of the key is requested. An absent
 * key has the place of the nearest thing above it.
 */
export type Places = (path: KeyPath, part?: Part) => Place;

/** A key at the margin, bare or in quotes, and what follows its colon. */
const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s#"'[{-][^#]*?))[ \t]*:(?=\s|$)[ \t]*(?=(\S?))/;

interface AtMargin {
  line: number;
  /** Column of the value, or of the key if its line has no value. */
  column: number;
}

/** `text` is read at the first question; its line 1 is line `firstLine` of `file`. */
export function placesIn(file: string, text: () => string, firstLine = 1): Places {
  let margin: ReadonlyMap<string, AtMargin> | undefined;
  let nested: ((path: KeyPath, part: Part) => Omit<Place, "file"> | undefined) | undefined;
  return (path, part = "value") => {
    const [key, ...deeper] = path;
    const above = key === undefined ? undefined : (margin ??= keysAtMargin(text())).get(String(key));
    const top = above && { line: above.line, column: part === "key" ? 1 : above.column };
    const place =
      above !== undefined && deeper.length === 0
        ? top
        : ((nested ??= nestedPlaces(text()))(path, part) ?? top);
    return { file, line: firstLine + (place?.line ?? 1) - 1, column: place?.column ?? 1 };
  };
}

function keysAtMargin(text: string): Map<string, AtMargin> {
  const keys = new Map<string, AtMargin>();
  for (const [index, line] of text.split("\n").entries()) {
    const [whole = "", double, single, bare, value = ""] = KEY.exec(line) ?? [];
    const key = double ?? single ?? bare;
    if (key === undefined || keys.has(key)) continue;
    keys.set(key, { line: index + 1, column: value === "" || value === "#" ? 1 : whole.length + 1 });
  }
  return keys;
}

function nestedPlaces(text: string): (path: KeyPath, part: Part) => Omit<Place, "file"> | undefined {
  // A run without such a problem does not pay for a second YAML parser.
  // oxlint-disable-next-line typescript/no-unsafe-assignment
  const yaml: typeof Yaml = createRequire(import.meta.url)("yaml");
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {
    lineCounter: lines,
    schema: "core",
    uniqueKeys: false,
    logLevel: "silent",
  });
  const startOf = (node: unknown): number | undefined => {
    const [start = 0, end = 0] = yaml.isNode(node) ? (node.range ?? []) : [];
    return end > start ? start : undefined;
  };
  const step = (node: unknown, key: PropertyKey): { node: unknown; at: number | undefined } | undefined => {
    if (yaml.isSeq(node) && typeof key === "number" && key in node.items)
      return { node: node.items[key], at: startOf(node.items[key]) };
    const pair = yaml.isMap(node) ? node.items.find((one) => String(one.key) === String(key)) : undefined;
    return pair && { node: pair.value, at: startOf(pair.key) };
  };
  return (path, part) => {
    let node: unknown = document.contents;
    let at: number | undefined;
    for (const [depth, key] of path.entries()) {
      const next = step(node, key);
      if (next === undefined) break;
      node = next.node;
      at = next.at ?? at;
      const own = part === "value" && depth === path.length - 1 ? startOf(node) : undefined;
      if (own !== undefined && at !== undefined && lines.linePos(own).line === lines.linePos(at).line)
        at = own;
    }
    if (at === undefined) return undefined;
    const { line, col } = lines.linePos(at);
    return { line, column: col };
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
