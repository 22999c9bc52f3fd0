// The text of a post → its front matter and its body, cut by gray-matter. Its engines read nothing: YAML is read by js-yaml, and no
// other language at all.
// Only a first line that is exactly `---` opens front matter, and only such a line closes it (blanks at its end do not count), so
// that front matter is never printed on a page, nor a text read as front matter.
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import matter from "gray-matter";
import { excerpt, placeAt } from "../text.ts";
import { errorCode, type SourceFile } from "../files.ts";
import { problem, topOf, type Place, type Problem } from "../problems.ts";
import { MARKDOWN } from "./file-names.ts";
import { firstMark, holdsMark } from "./merge-marks.ts";
import { headingIn } from "./text.ts";
import { parseYaml, type YamlMap } from "./yaml.ts";

export interface Split {
  /** Text between the two lines, without them; its first line is line 2 of the file. */
  head: string;
  /** Bytes of the Markdown, with which the text ends. */
  bodyLength: number;
  /** Line of the file on which `body` begins, from 1. */
  bodyLine: number;
}

/** Largest text and, since settings and the address book have a line for each old address, largest list; in bytes. */
const [LARGEST_TEXT, LARGEST_LIST] = [1_000_000, 5_000_000];

/**
 * The UTF-8 text of a listed file without byte-order mark, with `\n` line ends, or why it cannot be used; undefined if the file has
 * vanished since it was listed. Bytes that are not text are refused here, so that no later step sees a replacement character. It
 * stays bytes: as strings, the texts of a large site would be decoded, kept and encoded again for nothing.
 * @throws if the system refuses to read it.
 */
export function readUtf8({
  file,
  path,
  size,
}: SourceFile): { bytes: Buffer } | { problem: Problem } | undefined {
  const limit = MARKDOWN.test(file) ? LARGEST_TEXT : LARGEST_LIST;
  const bytes = size > limit ? undefined : bytesOf(path);
  if (size > limit || (bytes !== undefined && bytes.length > limit))
    return { problem: problem("too-big", topOf(file), { limit: limit / 1000 }) };
  if (bytes === undefined) return undefined;
  if (bytes.includes(0) || !isUtf8(bytes)) return { problem: problem("encoding", faultIn(file, bytes), {}) };
  const text = bytes.subarray(0, 3).equals(Buffer.from("\ufeff")) ? bytes.subarray(3) : bytes;
  return { bytes: text.includes("\r") ? Buffer.from(text.toString().replace(/\r\n?/g, "\n")) : text };
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** The first character that is not text; the top of a file that is no text at all, such as a picture or UTF-16. */
function faultIn(file: string, bytes: Buffer): Place {
  const text = bytes.toString();
  const [at = 0, ...others] = Array.from(text.matchAll(/[\0\ufffd]/g), ({ index }) => index);
  return at < 4 || others.length > text.length / 4 ? topOf(file) : { file, ...placeAt(text, at) };
}

const NOTHING = (): object => ({});
const ENGINES = { yaml: NOTHING, json: NOTHING, javascript: NOTHING, coffee: NOTHING };

/** Splits a UTF-8 text whose line ends are `\n`. */
export function splitFrontMatter(file: string, bytes: Buffer): { split: Split } | { problem: Problem } {
  const text = bytes.toString();
  if (!/^---[ \t]*\n/.test(text)) return { problem: withoutHead(file, text) };
  const end = text.indexOf("\n---");
  const mark = end < 0 ? firstMark(text.split("\n")) : -1;
  if (mark >= 0) return { problem: problem("merge-conflict", { file, line: mark + 1, column: 1 }, {}) };
  if (end < 0 || !/^\n---[ \t]*(?:\n|$)/.test(text.slice(end, end + 100))) {
    const last = end < 0 ? text.search(AFTER_HEAD) : end;
    const place = { file, ...placeAt(text, last < 0 ? text.length : last + 1) };
    return { problem: problem("front-matter/unclosed", place, {}) };
  }
  const cut = matter(text, { language: "yaml", engines: ENGINES });
  const head = cut.matter === "" ? "" : `${cut.matter.slice(cut.matter.indexOf("\n") + 1)}\n`;
  const bodyLength = Buffer.byteLength(cut.content.replace(/^[ \t]+(?:\n|$)/, ""));
  return { split: { head, bodyLength, bodyLine: head.split("\n").length + 2 } };
}

/** The end of a line before one that is no key, no item, no comment and no continued value. */
const AFTER_HEAD = /\n(?!["']?[\w-]+["']?[ \t]*:|[ \t]+\S|-[ \t]|#)/;

/** Front matter under something else, or between other lines: `----`, `---toml`, `+++`. */
const LATE_HEAD =
  /^[ \t\u200b]*(?:---|\+{3})[^\n]*\n(?:[^\S\n]*\S[^\n]*\n){0,40}?[ \t{]*(["']?)title\1[ \t]*[:=]/m;

/** Reports a text without front matter, with the heading that it begins with as a title. */
function withoutHead(file: string, text: string): Problem {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  if (holdsMark(first)) return problem("merge-conflict", topOf(file), {});
  // Another front matter above it would print it, and publish a draft.
  if (LATE_HEAD.test(text.slice(0, 64_000))) return problem("front-matter/late", topOf(file), {});
  const title = excerpt(headingIn(first)?.replace(/\*\*|__/g, "") ?? "", 200);
  const fix = title === "" ? undefined : `---\ntitle: ${JSON.stringify(title)}\n---`;
  return problem("front-matter/none", topOf(file), {}, fix);
}

/** In characters: YAML of a megabyte takes a second or more, at each build. */
const LONGEST_HEAD = 250_000;

/** The values of front matter. */
export function parseHead(file: string, head: string): { data: YamlMap } | { problem: Problem } {
  if (head.length > LONGEST_HEAD)
    return { problem: problem("too-big/head", topOf(file), { limit: LONGEST_HEAD / 1000 }) };
  return parseYaml(file, head, 2);
}
