// Front matter ↔ its values, and front matter with the value of one key replaced: all other lines stay as they are.
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Pair,
  type Scalar,
  type Tags,
} from "yaml";

export type Values = Readonly<Record<string, unknown>>;

/** The values of front matter, as far as it can be parsed. */
export function readHead(head: string): Values {
  try {
    return dataOf(parsed(head));
  } catch {
    // An alias refers to an anchor that does not exist.
    return {};
  }
}

/** True if every line is known to belong to a key. Otherwise, a change to one key could lose another. */
export function canChange(head: string): boolean {
  return isLegible(parsed(head));
}

/** Front matter with the value of one key changed, or the key removed, in lines that end with `lineEnd`. */
export function withChange(head: string, [key, value]: readonly [string, unknown], lineEnd: string): string {
  const document = parsed(head);
  const wanted = { ...dataOf(document), [key]: value };
  const changed = withLine(document, head, [key, inLines(lineOf(document, key, value), lineEnd)]);
  if (canChange(changed) && isSame(readHead(changed), wanted)) return changed;
  return inLines(rewritten(document, key, value), lineEnd);
}

const inLines = (text: string, lineEnd: string): string => text.replaceAll("\n", lineEnd);

/**
 * Parsed as Carnet does: dates, `oui`, and numbers that would be rewritten differently are strings; duplicate keys are
 * rejected.
 */
function parsed(head: string): Document.Parsed {
  // In YAML no value may begin with `@`, but Carnet accepts a handle (content/parse.ts). The substitute keeps all positions.
  const legible = head.replace(/^(twitter:[ \t]*)@(?=\w+[ \t]*\r?$)/m, "$1_");
  const document = parseDocument(legible, { logLevel: "silent", customTags: withPlainNumbers });
  const handle = legible === head ? undefined : pairOf(document, "twitter")?.value;
  if (isScalar(handle)) handle.value = String(handle.value).replace("_", "@");
  return document;
}

function withPlainNumbers(tags: Tags): Tags {
  const others = tags.filter((one) => typeof one === "string" || !/:(?:int|float)$/.test(one.tag));
  const resolve = (text: string): unknown => (String(Number(text)) === text ? Number(text) : text);
  const identify = (value: unknown): boolean => typeof value === "number";
  return [
    ...others,
    { tag: "tag:yaml.org,2002:float", default: true, test: /^-?\d+(?:\.\d+)?$/, resolve, identify } as const,
  ];
}

function isLegible({ contents, errors }: Document.Parsed): boolean {
  return errors.length === 0 && (contents === null || isMap(contents) || isNothing(contents));
}

function isNothing(node: unknown): boolean {
  return isScalar(node) && node.value === null;
}

function dataOf(document: Document.Parsed): Values {
  const data: unknown = document.toJS();
  return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Values) : {};
}

/** Compares regardless of the order of keys. */
function isSame(one: Values, other: Values): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
}

/** Replaces the lines of the key, or appends a line if it has none. */
function withLine(document: Document.Parsed, head: string, [key, line]: readonly [string, string]): string {
  const pair = pairOf(document, key);
  if (pair === undefined) return head + line;
  const [from, to, last] = extentOf(pair, head);
  return head.slice(0, from) + withRemark(line, head.slice(0, to).slice(last)) + head.slice(to);
}

/** Keeps the comment that follows a value on its line. */
function withRemark(line: string, afterValue: string): string {
  const [, remark] = /^[ \t]*(#[^\n]*?)\r?(?:\n|$)/.exec(afterValue) ?? [];
  return line === "" || remark === undefined ? line : line.replace(/\r?\n$/, (end) => ` ${remark}${end}`);
}

function pairOf({ contents }: Document.Parsed, key: string): Pair | undefined {
  return isMap(contents) ? contents.items.find((one) => nameOf(one) === key) : undefined;
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

/**
 * From the beginning of a key to the beginning of the line after its value, and where the value itself ends: a comment may
 * follow it.
 */
function extentOf({ key, value }: Pair, head: string): [start: number, end: number, last: number] {
  const ofKey = isScalar(key) ? key.range : undefined;
  const ofValue = isScalar(value) || isSeq(value) || isMap(value) ? value.range : undefined;
  const [start = 0, afterKey = 0] = ofKey ?? [];
  const last = Math.max(afterKey, ofValue?.[1] ?? 0);
  // The value of a block list or block scalar ends with its last line.
  const end = head[last - 1] === "\n" ? last : head.indexOf("\n", last) + 1;
  return [start, end === 0 ? head.length : end, last];
}

/** Lists are written on one line, as in the guide. A string keeps the quotation marks that it had. */
function lineOf(known: Document.Parsed, key: string, value: unknown): string {
  if (value === undefined) return "";
  const document = new Document({ [key]: value });
  const written = document.get(key, true);
  const old = pairOf(known, key)?.value;
  if (isSeq(written)) written.flow = true;
  if (isScalar(written) && isScalar(old) && (old.type === "QUOTE_DOUBLE" || old.type === "QUOTE_SINGLE"))
    written.type = old.type;
  visit(document, { Scalar: inOneLine });
  return document.toString(WRITING);
}

/** On lines of their own, words of a string could be mistaken for items or keys. */
function inOneLine(_: unknown, node: Scalar): void {
  if (typeof node.value === "string" && /[\n\r]/.test(node.value)) node.type = "QUOTE_DOUBLE";
}

const WRITING = { lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: Infinity };

/**
 * Rewrites all of the front matter, when a key has no lines of its own: in braces, indented, or with an anchor that others
 * refer to.
 * Comments and values are kept.
 */
function rewritten(document: Document.Parsed, key: string, value: unknown): string {
  visit(document, { Alias: (_, node) => document.createNode(node.toJS(document)) });
  visit(document, {
    Node: (_, node) => {
      if ("anchor" in node) delete node.anchor;
    },
  });
  const node = document.createNode(value);
  if (isSeq(node)) node.flow = true;
  if (value === undefined) document.delete(key);
  else document.set(key, node);
  visit(document, { Scalar: inOneLine });
  return document.toString(WRITING);
}
