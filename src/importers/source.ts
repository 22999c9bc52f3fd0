// The folder of an old blog → its files, the front matter and body of a text, and the values of a data file.
// Nothing is run: YAML, TOML and JSON are data, and JavaScript is read only if it is nothing but a literal object.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { parse, TomlDate } from "smol-toml";
import { byCodeUnit } from "../content/text.ts";
import { placeAt, printable } from "../text.ts";
import type { Todo } from "./model.ts";
import { isMap, map, type Data } from "./values.ts";

export interface SourceFiles {
  root: string;
  /** Paths relative to the root, in code-unit order. */
  files: readonly string[];
  has: (file: string) => boolean;
  /** Undefined if there is no such file, or if it is too big to be a text. */
  read: (file: string) => string | undefined;
  todo: Todo[];
}

const LARGEST_TEXT = 10_000_000;

/** What generators and package managers make, in any folder, and at the root. */
const MADE = new Set([".git", ".jekyll-cache", ".sass-cache", ".bundle", ".cache", "node_modules"]);
const MADE_AT_ROOT: ReadonlySet<string> = new Set(["vendor", "_site", "resources"]);

/** Control characters, and bytes that are no UTF-8. */
const UNUSABLE = /[\u0000-\u001f\u007f\ufffd\\]/;

/** `output`: the folder to which the generator wrote. Symbolic links are named and never followed. */
export function listSource(root: string, output?: string): SourceFiles {
  const files: string[] = [];
  const todo: Todo[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (MADE.has(entry.name) || MADE_AT_ROOT.has(file) || file === output) continue;
      if (UNUSABLE.test(entry.name) || entry.isSymbolicLink())
        todo.push({ kind: "link", file: printable(file), found: printable(file) });
      else if (entry.isDirectory()) walk(file);
      else if (entry.isFile()) files.push(file);
    }
  };
  walk("");
  files.sort(byCodeUnit);
  const known = new Set(files);
  const read = (file: string): string | undefined =>
    known.has(file) && lstatSync(join(root, file)).size <= LARGEST_TEXT
      ? readFileSync(join(root, file), "utf8")
      : undefined;
  return { root, files, todo, has: (file) => known.has(file), read };
}

const MEDIA =
  /\.(png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|pdf|od[gpst]|rtf|docx?|xlsx?|pptx?|csv|geojson|gpx|kml|zip|7z|t?gz|tar|epub|mp3|ogg|oga|opus|flac|wav|m4a|mp4|webm|ogv|mov|vtt|srt|txt|ics)$/i;

/** True for what readers open or see: pictures, documents, audio, video; not for what only a theme uses. */
export const isMedia = (file: string): boolean =>
  MEDIA.test(file) && !/(^|\/)(README|LICENSE|CHANGELOG|robots)\.txt$/i.test(file);

/** True for a file that a host or a browser asks for by its name. */
export const isServed = (file: string): boolean =>
  isMedia(file) || /(^|\/)(CNAME|site\.webmanifest|\.well-known\/.*)$/.test(file);

export const TEXT = /\.(md|markdown|mkd|mkdn|mkdown|html?)$/i;

/** Texts that only other programs convert to HTML. */
export const isOtherMarkup = (file: string): boolean =>
  /\.(textile|rst|adoc|asciidoc|org|mdx|creole|mediawiki)$/i.test(file);

/** Files about the repository, which are no texts of a blog: only at its root, since a text may have any name. */
export const isAboutRepository = (file: string): boolean =>
  /^(?:readme|licen[cs]e|changelog|contributing|code[_-]of[_-]conduct|security|pull_request_template)(?:[._-]\w+)?$/i.test(
    file,
  ) || /^(Gemfile|Rakefile|package)[^/]*$/.test(file);

export interface SourceText {
  data: Data;
  /** With `\n` at the ends of lines. */
  body: string;
  /** False for a text without front matter. */
  isHeaded: boolean;
}

/** Splits a text, or says at which line it cannot be read. */
export function readText(written: string): SourceText | { broken: string } {
  const bad = /\0|\ufffd/.exec(written);
  if (bad !== null) return { broken: `${String(placeAt(written, bad.index).line)}: UTF-8` };
  const whole = written.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  // Hugo also reads JSON, which few write.
  if (/^\{\s*"/.test(whole)) return { broken: "1: {" };
  const [opening, fence = "", language = fence === "+++" ? "toml" : "yaml"] =
    /^(---|\+\+\+)[ \t]*([a-z]+)?[ \t]*\n/i.exec(whole) ?? [];
  if (opening === undefined) return { data: {}, body: whole, isHeaded: false };
  const closing = new RegExp(`^${fence === "---" ? "---" : "\\+\\+\\+"}[ \t]*(?:\n|$)`, "m").exec(
    whole.slice(opening.length),
  );
  if (closing === null) return { broken: `1: ${fence}` };
  const end = opening.length + closing.index;
  const read = readValues(language.toLowerCase(), whole.slice(opening.length, end));
  if ("broken" in read) return read;
  return { data: map(read.value), body: whole.slice(end + closing[0].length), isHeaded: true };
}

/** The value of a data file, by its extension; undefined if it cannot be read. */
export function readData(file: string, written: string | undefined): unknown {
  const extension = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
  if (/^[cm]?[jt]s$/.test(extension)) return literalObject(written ?? "");
  const read = readValues(extension, written ?? "");
  return "broken" in read ? undefined : read.value;
}

/** The values in a data folder, by file name, or by folder and file name; a file that cannot be read is named. */
export function dataIn(folder: string, { files, read, todo }: SourceFiles): Data {
  const all: Data = {};
  for (const file of files.filter((path) => path.startsWith(`${folder}/`))) {
    const path = file.slice(folder.length + 1);
    const [, group, name] = /^(?:([^/]+)\/)?([\w-]+)\.(?:json|ya?ml|toml|[cm]?[jt]s)$/.exec(path) ?? [];
    if (name === undefined) continue;
    const value = readData(file, read(file));
    if (value === undefined) todo.push({ kind: "code-data", file, found: name });
    else if (group === undefined) all[name] = value;
    else all[group] = { ...map(all[group]), [name]: value };
  }
  return all;
}

/** Line 1 of the front matter is line 2 of its file. */
function readValues(language: string, written: string): { value: unknown } | { broken: string } {
  try {
    if (language === "toml") return { value: plain(parse(written)) };
    if (language === "json") return { value: plain(JSON.parse(written)) };
    // A program cannot give values without being run.
    if (language !== "yaml" && language !== "yml") return { broken: `1: ${language}` };
    // Of two equal keys, the last counts, as in the generators.
    return { value: plain(load(written, { schema: CORE_SCHEMA, json: true })) };
  } catch (error) {
    const line = error instanceof YAMLException ? error.mark.line : 0;
    return { broken: `${String(line + 2)}: ${(written.split("\n")[line] ?? "").trim()}` };
  }
}

/** The same value as maps, lists and plain values. @throws for one that contains itself. */
function plain(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (!isMap(value)) return value;
  const safe = Object.entries(value).filter(([key]) => !/^(__proto__|constructor|prototype)$/.test(key));
  return Object.fromEntries(safe.map(([key, item]) => [key, plain(item)]));
}

/** The object that a module exports, if all its values are literals: such an object is also YAML. */
function literalObject(code: string): unknown {
  const bare = code.replace(/^\s*\/\/.*$|\/\*[^]*?\*\//gm, "");
  const [, object] = /^\s*(?:module\.exports\s*=|export\s+default)\s*(\{[^]*\})\s*;?\s*$/.exec(bare) ?? [];
  if (object === undefined || object.includes("\\")) return undefined;
  const around = object
    .replace(/"[^"\n]*"|'[^'\n]*'/g, "0")
    .replace(/\b\d+\b|\b(?:true|false|null)\b|[A-Za-z_$][\w$]*(?=\s*:)/g, "");
  return /^[\s{}[\],:.-]*$/.test(around) ? readData("literal.yaml", object) : undefined;
}
