// A setting that is refused → the line to paste in the place of the one that holds it, indented as it stands.
// It is made of the owner's own value where that can be mended, else of an example; what stands beside is never replaced.
import type * as Yaml from "yaml";
import { meantKey } from "../key-names.ts";
import { descend, parsedDocument, yamlPackage, type KeyPath } from "../yaml/locate.ts";
import { mended, type Wanted } from "../mend.ts";
import { keysAt, schemasAt } from "../schema-at.ts";
import { isMap, parseYaml } from "../yaml/parse.ts";
import { valueAt } from "../zod-problems.ts";

/** A value to show for a path, as YAML writes it; undefined where any would say what the owner did not. */
export type Examples = (path: KeyPath) => string | undefined;

export interface Refused extends Wanted {
  path: KeyPath;
  found: unknown;
}

/** The line to paste; empty where there is none that would be right. */
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
  const mend = mended(found, wanted).find(isFine);
  const value = mend === undefined ? examples(path) : yamlOf(mend);
  if (value !== undefined) return lineWith(text, path, value);
  // Without it the setting says nothing, which is always allowed and never untrue.
  return found !== undefined && isFine(undefined) ? remark(text, path, found === null) : "";
}

/** `Articles: /blog/`, where a link has a `label` and a `url`. */
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

/** The key of its map that a key was meant for, where others may be there too: the languages of a word of `tags.yaml`. */
function ownName(path: KeyPath, schema: unknown): string | undefined {
  const known = keysAt(schema, path.slice(0, -1));
  const key = String(path.at(-1));
  return known.includes(key) ? undefined : meantKey(key, known);
}

/** A key that nothing knows, in the same map, by which the missing one was meant: `titre` for `title`. */
function otherName(text: string, path: KeyPath, schema: unknown): KeyPath | undefined {
  const above = path.slice(0, -1);
  const read = parseYaml(text);
  const map = "data" in read ? valueAt(read.data, above) : undefined;
  const known = keysAt(schema, above);
  const written = isMap(map) ? Object.keys(map).filter((key) => !known.includes(key)) : [];
  const other = written.find((key) => meantKey(key, known) === path.at(-1));
  return other === undefined ? undefined : [...above, other];
}

/** The line of a key with another name for it, and another value where one is given. */
export function renamedLine(text: string, path: KeyPath, key: string, value?: string): string {
  const spot = spotOf(text, path);
  if (spot === undefined) return value === undefined ? "" : `${key}: ${value}`;
  return value === undefined
    ? `${spot.head}${key}${lineEnd(text, spot.keyEnd)}`
    : `${spot.head}${key}: ${value}${spot.tail}`;
}

/** The line that holds the value at a path, with this value; for a key that is not written, the line to add. */
export function lineWith(text: string, path: KeyPath, value: string): string {
  const spot = spotOf(text, path);
  if (spot === undefined) return newLine(text, path, value);
  return `${spot.head}${spot.key}${spot.key === "" ? "" : ": "}${value}${spot.tail}`.trimEnd();
}

/** A value as YAML writes it on one line. */
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
  /** What stands before the key, or before the item of a list. */
  head: string;
  /** As it is written; empty for an item. */
  key: string;
  /** What stands on the line behind the value. */
  tail: string;
  keyEnd: number;
  /** True for a line of a block that has other lines. */
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
  // A remark behind a key without a value is rather the value, cut off.
  const tail = end > start ? lineEnd(text, end) : isBlock ? "" : lineEnd(text, keyEnd).replace(/^\s*:?/, "");
  return { head, key: text.slice(offset, keyEnd), tail, keyEnd, hasOthers };
}

/** What is left of the line from an index on; nothing where the line before it has just ended. */
function lineEnd(text: string, index: number): string {
  if (text[index - 1] === "\n") return "";
  return /^[^\r\n]*/.exec(text.slice(index))?.[0] ?? "";
}

function parentOf(yaml: typeof Yaml, text: string, path: KeyPath): unknown {
  let node: unknown = parsedDocument(text).document.contents;
  for (const key of path.slice(0, -1)) node = descend(yaml, node, key)?.node;
  return node;
}

/** A key that is missing, in the map where it belongs. */
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
  // In a list between brackets, one key and its value make a map without braces.
  const bare = text[start] === "{" ? 0 : 1;
  const inside = " ".repeat(bare) + text.slice(start + 1 - bare, end - 1 + bare).replace(/[\s,]+$/, "");
  if (inside.includes("\n")) return line;
  const head = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return `${head}{${inside}${inside.trim() === "" ? "" : ","} ${line} }${lineEnd(text, end)}`;
}

/** The line as it is, as a remark, that of a key without a value too where `isEmpty`; nothing where it is not a line of its own, or its map would hold nothing else. */
export function remark(text: string, path: KeyPath, isEmpty = false): string {
  const spot = spotOf(text, path);
  if (spot === undefined || !spot.hasOthers || spot.head.trim() !== "") return "";
  const rest = lineEnd(text, spot.keyEnd);
  return /^\s*:\s*[^\s[{|>#]/.test(rest) || (isEmpty && /^\s*:\s*$/.test(rest))
    ? `${spot.head}# ${spot.key}${rest}`
    : "";
}
