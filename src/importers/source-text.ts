// A text of the old blog → its front matter, in any format, and its body.
// Nothing is evaluated: YAML, TOML and JSON are data, JavaScript only if it consists of literals, and any other opening line is
// rejected.
import { parseDocument, type Document } from "yaml";
import { isMap, type YamlMap } from "../content/yaml/parse.ts";
import { literalFrontMatter } from "./js-literals.ts";
import { parseToml } from "./toml.ts";
import { list, map } from "./values.ts";
import { lineAt } from "../lines.ts";
import { parsedJson } from "../files.ts";

export interface SourceText {
  format: "yaml" | "toml" | "json" | "js" | "none";
  data: YamlMap;
  /** Text between the delimiters, as it is in the file. */
  head: string;
  body: string;
  /** Line of the file on which `body` begins, from 1. */
  bodyLine: number;
  /** Duplicate keys, of which the last counts. */
  repeated: readonly string[];
  eol: "\n" | "\r\n";
  bom: boolean;
}

/** What is wrong with a text, and at which line. */
export interface Broken {
  line: number;
  found: string;
}

/** An opening line; in Eleventy, the name of a language may follow it. */
const FENCE = /^(---|\+\+\+)[ \t]*(json|toml|ya?ml|js|javascript|coffee|cson)?[ \t]*\r?\n/i;

/** Reads a text; what cannot be read is reported, never guessed. */
export function readText(written: string): { text: SourceText } | { broken: Broken } {
  if (written.includes("\0") || written.includes("\ufffd")) {
    const bad = Math.max(written.indexOf("\0"), written.indexOf("\ufffd"));
    return { broken: { line: lineAt(written, bad), found: "UTF-8" } };
  }
  const bom = written.startsWith("\ufeff");
  const whole = bom ? written.slice(1) : written;
  const eol = whole.includes("\r\n") ? "\r\n" : "\n";
  const base = { eol, bom, repeated: [] } as const;
  if (/^\{\s*["}]/.test(whole)) return readJson(whole, base);
  const fence = FENCE.exec(whole);
  if (fence === null)
    return { text: { ...base, format: "none", data: {}, head: "", body: whole, bodyLine: 1 } };
  const opening = fence[1] ?? "---";
  const language = (fence[2] ?? (opening === "---" ? "yaml" : "toml")).toLowerCase();
  const close = new RegExp(`^${opening === "---" ? "---" : "\\+\\+\\+"}[ \\t]*(?:\\r?\\n|$)`, "m");
  const rest = whole.slice(fence[0].length);
  const closing = close.exec(rest);
  if (closing === null) return { broken: { line: 1, found: opening } };
  const head = rest.slice(0, closing.index);
  const body = rest.slice(closing.index + closing[0].length);
  const bodyLine = head.split("\n").length + 2;
  const cut = { ...base, head, body, bodyLine };
  if (/^ya?ml$/.test(language)) return readYaml(head, cut);
  if (language === "toml") {
    const data = parseToml(head);
    return data === undefined
      ? { broken: { line: 2, found: "TOML" } }
      : { text: { ...cut, format: "toml", data } };
  }
  const constants = /^(js|javascript)$/.test(language) ? literalFrontMatter(head) : undefined;
  if (constants !== undefined) return { text: { ...cut, format: "js", data: constants } };
  // A program cannot give values without being run.
  if (language !== "json") return { broken: { line: 1, found: fence[0].trim() } };
  const data = parseJson(head);
  return data === undefined
    ? { broken: { line: 2, found: "JSON" } }
    : { text: { ...cut, format: "json", data, head: fence[0] + head } };
}

type Cut = Omit<SourceText, "format" | "data">;

function readYaml(head: string, cut: Cut): { text: SourceText } | { broken: Broken } {
  const document = parsedYaml(head);
  const [error] = document.errors;
  if (error !== undefined) {
    const lines = head.split("\n");
    let line = error.linePos?.[0].line ?? 1;
    // An unclosed construct is reported at the end of the text, where nothing is left: moves up to the last line with text.
    while (line > 1 && (lines[line - 1] ?? "").trim() === "") line--;
    return { broken: { line: line + 1, found: (lines[line - 1] ?? "").trim() } };
  }
  const data = yamlValue(document);
  if (data === undefined) return { broken: { line: 2, found: "&" } };
  if (data !== null && !isMap(data)) return { broken: { line: 2, found: head.trim().split("\n")[0] ?? "" } };
  const keys = [...head.matchAll(/^([\w-]+)[ \t]*:/gm)].map(([, key = ""]) => key);
  const repeated = [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))];
  return { text: { ...cut, format: "yaml", data: map(data), repeated } };
}

/** Of two equal keys, the last counts. */
export function parsedYaml(written: string): Document.Parsed {
  return parseDocument(written, { uniqueKeys: false, schema: "core" });
}

/** Undefined for a document with an error, or with an alias bomb. */
function yamlValue(document: Document.Parsed): unknown {
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function readJson(
  whole: string,
  base: Pick<SourceText, "eol" | "bom" | "repeated">,
): { text: SourceText } | { broken: Broken } {
  const end = endOfObject(whole);
  const head = whole.slice(0, end);
  const data = parseJson(head);
  if (data === undefined) return { broken: { line: 1, found: "{" } };
  const after = end + (/^[ \t]*(?:\r?\n|$)/.exec(whole.slice(end))?.[0].length ?? 0);
  const bodyLine = lineAt(whole, after);
  return { text: { ...base, format: "json", data, head, body: whole.slice(after), bodyLine } };
}

/** Index after the object that opens a text; the text's length if it is not closed. */
function endOfObject(whole: string): number {
  let depth = 0;
  for (const { 0: sign, index } of whole.matchAll(/"(?:\\.|[^"\\])*"|[{}]/gs)) {
    if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return index + 1;
  }
  return whole.length;
}

function parseJson(written: string): YamlMap | undefined {
  const value = parsedJson(written);
  return value === undefined ? undefined : map(value);
}

/** The items of a YAML or JSON file that is a list; empty for any other file. */
export function readList(written: string | undefined): readonly unknown[] {
  return list(yamlValue(parsedYaml(written ?? "")));
}

/** The map in a data file: YAML, JSON or TOML, by its extension. */
export function readData(file: string, written: string | undefined): YamlMap {
  return map(dataIn(file, written ?? ""));
}

/** The same, or the list that the file is. */
export function readDataOrList(file: string, written: string | undefined): YamlMap | readonly unknown[] {
  const data = dataIn(file, written ?? "");
  return Array.isArray(data) && data.length > 0 ? data : map(data);
}

const dataIn = (file: string, written: string): unknown =>
  /\.toml$/i.test(file) ? parseToml(written) : yamlValue(parsedYaml(written));
