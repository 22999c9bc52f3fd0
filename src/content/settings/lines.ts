// A refused setting → the line to paste instead of the one that contains it, with the same indentation.
// It is made from the owner's own value if that can be corrected, otherwise from an example. What is beside the value is never
// replaced.
import type * as Yaml from "yaml";
import { meantKey } from "../key-names.ts";
import { descend, parsedDocument, yamlPackage, type KeyPath } from "../yaml/locate.ts";
import { mended, type Wanted } from "../mend.ts";
import { keysAt, schemasAt } from "../schema-at.ts";
import { isMap, parseYaml } from "../yaml/parse.ts";
import { valueAt } from "../zod-problems.ts";

/** An example value for a path, as YAML; undefined if any example would say something that the owner did not. */
export type Examples = (path: KeyPath) => string | undefined;

export interface Refused extends Wanted {
  path: KeyPath;
  found: unknown;
}

/** The line to paste; empty if none would be right. */
export function settingLine(
  text: string,
  { path, found, ...wanted }: Refused,
  { schema, examples }: { schema: unknown; examples: Examples },
): string {
  const link = found === undefined ? asLink(text, path, schema) : undefined;
  if (link !== undefined) return lineWith(text, path.slice(0, -1), link);
  const misspelt = found === undefined ? otherName(text, path, schema) : undefined;
  if (misspelt !== undefined) return renamedLine(text, misspelt, String(path.at(-1)));
  const meant = found === undefined ? undefined : ownName(path, schema);
  if (meant !== undefined) return renamedLine(text, path, meant);
  const schemas = schemasAt(schema, path);
  const isFine = (value: unknown): boolean => schemas.some((one) => one.safeParse(value).success);
  const mend = mended(found, wanted).find((one) => isFine(one) && isMeant(one, found, { schema, path }));
  const value = mend === undefined ? examples(path) : yamlOf(mend);
  if (value !== undefined) return lineWith(text, path, value);
  // Commented out, the setting says nothing, which is allowed and never untrue.
  return found !== undefined && isFine(undefined) ? remark(text, path, found === null) : "";
}

/**
 * Where any key is allowed (the networks of a person), a map proposed instead of something else says what nobody meant, unless
 * its values are things with a label.
 */
function isMeant(
  proposed: unknown,
  found: unknown,
  { schema, path }: { schema: unknown; path: KeyPath },
): boolean {
  if (!isMap(proposed) || isMap(found)) return true;
  const known = keysAt(schema, path);
  const hasLabels = known.length === 0 && keysAt(schema, [...path, "*"]).includes("label");
  return Object.entries(proposed).every(([key, value]) => (hasLabels ? isMap(value) : known.includes(key)));
}

/** `Articles: /blog/` instead of a link with a `label` and a `url`. */
function asLink(text: string, path: KeyPath, schema: unknown): string | undefined {
  const above = path.slice(0, -1);
  const known = keysAt(schema, above);
  const read = parseYaml(text);
  const map = "data" in read ? valueAt(read.data, above) : undefined;
  const [pair, more] = isMap(map) ? Object.entries(map) : [];
  if (pair === undefined || more !== undefined || !known.includes("label") || !known.includes("url"))
    return undefined;
  const [label, url] = pair;
  const isLink = typeof url === "string" && url !== "" && meantKey(label, known) === undefined;
  return isLink && !known.includes(label) ? yamlOf({ label, url }) : undefined;
}

/**
 * The key that an unknown key was meant to be, in a map that also allows other keys: the languages of a term in `tags.yaml`.
 */
function ownName(path: KeyPath, schema: unknown): string | undefined {
  const known = keysAt(schema, path.slice(0, -1));
  const key = String(path.at(-1));
  return known.includes(key) ? undefined : meantKey(key, known);
}

/** An unknown key in the same map that was meant to be the missing one: `titre` for `title`. */
function otherName(text: string, path: KeyPath, schema: unknown): KeyPath | undefined {
  const above = path.slice(0, -1);
  const read = parseYaml(text);
  const map = "data" in read ? valueAt(read.data, above) : undefined;
  const known = keysAt(schema, above);
  const written = isMap(map) ? Object.keys(map).filter((key) => !known.includes(key)) : [];
  const other = written.find((key) => meantKey(key, known) === path.at(-1));
  return other === undefined ? undefined : [...above, other];
}

/** The line of a key with another name for the key, and with another value if one is given. */
export function renamedLine(text: string, path: KeyPath, key: string, value?: string): string {
  const spot = spotOf(text, path);
  if (spot === undefined) return value === undefined ? "" : `${key}: ${value}`;
  return value === undefined
    ? `${spot.head}${key}${lineEnd(text, spot.keyEnd)}`
    : `${spot.head}${key}: ${value}${spot.tail}`;
}

/** The line that contains the value at a path, with this value instead; for a missing key, the line to add. */
export function lineWith(text: string, path: KeyPath, value: string): string {
  const spot = spotOf(text, path);
  if (spot === undefined) return newLine(text, path, value);
  return `${spot.head}${spot.key}${spot.key === "" ? "" : ": "}${value}${spot.tail}`.trimEnd();
}

/** A value as YAML on one line. */
export function yamlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(", ")}]`;
  if (isMap(value))
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${yamlOf(one)}`)
      .join(", ")} }`;
  if (typeof value !== "string") return String(value);
  const read = parseYaml(`a: { b: ${value} }`);
  const isPlain = "data" in read && JSON.stringify(read.data) === JSON.stringify({ a: { b: value } });
  return isPlain ? value : JSON.stringify(value);
}

/** The line of a value, in parts. */
interface Spot {
  /** What precedes the key, or the item of a list. */
  head: string;
  /** As written; empty for an item. */
  key: string;
  /** What follows the value on the line. */
  tail: string;
  keyEnd: number;
  /** True if the line is in a block with other lines. */
  hasOthers: boolean;
}

function spotOf(text: string, path: KeyPath): Spot | undefined {
  const yaml = yamlPackage();
  const parent = parentOf(yaml, text, path);
  const key = path.at(-1);
  if (parent === undefined || key === undefined) return undefined;
  const step = descend(yaml, parent, key);
  if (step?.offset === undefined) return undefined;
  const { node, offset } = step;
  const head = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const isBlock = yaml.isCollection(parent) && parent.flow !== true;
  const hasOthers = isBlock && parent.items.length > 1;
  const [start = 0, end = 0] = yaml.isNode(node) ? (node.range ?? []) : [];
  if (yaml.isSeq(parent)) return { head, key: "", tail: lineEnd(text, end), keyEnd: offset, hasOthers };
  const pair = yaml.isMap(parent) ? parent.items.find((one) => String(one.key) === String(key)) : undefined;
  const keyEnd = yaml.isNode(pair?.key) ? (pair.key.range?.[1] ?? offset) : offset;
  // A comment after a key without a value is probably the value, cut off.
  const tail = end > start ? lineEnd(text, end) : isBlock ? "" : lineEnd(text, keyEnd).replace(/^\s*:?/, "");
  return { head, key: text.slice(offset, keyEnd), tail, keyEnd, hasOthers };
}

/** The rest of the line from an index on; empty if the previous line has just ended. */
function lineEnd(text: string, index: number): string {
  if (text[index - 1] === "\n") return "";
  return /^[^\r\n]*/.exec(text.slice(index))?.[0] ?? "";
}

function parentOf(yaml: typeof Yaml, text: string, path: KeyPath): unknown {
  let node: unknown = parsedDocument(text).document.contents;
  for (const key of path.slice(0, -1)) node = descend(yaml, node, key)?.node;
  return node;
}

/** The line that adds a missing key to its map. */
function newLine(text: string, path: KeyPath, value: string): string {
  const yaml = yamlPackage();
  const line = `${String(path.at(-1))}: ${value}`;
  const map = parentOf(yaml, text, path);
  if (!yaml.isMap(map) || !map.range) return line;
  const [start, end] = map.range;
  const first = map.items[0]?.key;
  if (map.flow !== true) {
    const at = yaml.isNode(first) ? (first.range?.[0] ?? 0) : 0;
    return " ".repeat(at - text.lastIndexOf("\n", at - 1) - 1) + line;
  }
  // In a list in brackets, one key and its value make a map without braces.
  const bare = text[start] === "{" ? 0 : 1;
  const inside = " ".repeat(bare) + text.slice(start + 1 - bare, end - 1 + bare).replace(/[\s,]+$/, "");
  if (inside.includes("\n")) return line;
  const head = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return `${head}{${inside}${inside.trim() === "" ? "" : ","} ${line} }${lineEnd(text, end)}`;
}

/**
 * The line commented out; with `isEmpty`, also that of a key without a value. Empty if it is not a line of its own, or if its
 * map would have nothing left.
 */
export function remark(text: string, path: KeyPath, isEmpty = false): string {
  const spot = spotOf(text, path);
  if (spot === undefined || !spot.hasOthers || spot.head.trim() !== "") return "";
  const rest = lineEnd(text, spot.keyEnd);
  return /^\s*:\s*[^\s[{|>#]/.test(rest) || (isEmpty && /^\s*:\s*$/.test(rest))
    ? `${spot.head}# ${spot.key}${rest}`
    : "";
}
