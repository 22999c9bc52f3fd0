// The text of a post → its front matter and its body, cut by gray-matter. Its engines read nothing: YAML is read by js-yaml, and no
// other language at all.
// Only a first line that is exactly `---` opens front matter, and only such a line closes it (blanks at its end do not count), so
// that front matter is never printed on a page, nor a text read as front matter.
import matter from "gray-matter";
import { excerpt } from "../text.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import { firstMark, holdsMark } from "./merge-marks.ts";
import { headingIn } from "./text.ts";
import { parseYaml, type YamlFailure, type YamlMap } from "./yaml/parse.ts";

export interface Split {
  /** Text between the two lines, without them; its first line is line 2 of the file. */
  head: string;
  /** Markdown, in UTF-8. */
  body: Buffer;
  /** Line of the file on which `body` begins, from 1. */
  bodyLine: number;
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
  if (end < 0 || !/^\n---[ \t]*(?:\n|$)/.test(text.slice(end, end + 100)))
    return { problem: problem("front-matter/unclosed", topOf(file), {}) };
  const cut = matter(text, { language: "yaml", engines: ENGINES });
  const head = cut.matter === "" ? "" : `${cut.matter.slice(cut.matter.indexOf("\n") + 1)}\n`;
  if (holdsMark(head)) {
    const line = firstMark(head.split("\n")) + 2;
    return { problem: problem("merge-conflict", { file, line, column: 1 }, {}) };
  }
  const body = Buffer.from(cut.content.replace(/^[ \t]+(?:\n|$)/, ""));
  return { split: { head, body, bodyLine: head.split("\n").length + 2 } };
}

/** Front matter under something else, or between other lines: `----`, `---toml`, `+++`. */
const LATE_HEAD =
  /^[ \t\u200b]*(?:---|\+{3})[^\n]*\n(?:[^\S\n]*\S[^\n]*\n){0,40}?[ \t{]*(["']?)title\1[ \t]*[:=]/m;

/** Reports a text without front matter, with the heading that it begins with as a title. */
function withoutHead(file: string, text: string): Problem {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  if (holdsMark(first)) return problem("merge-conflict", topOf(file), {});
  // Another front matter above it would print it, and publish a draft.
  if (LATE_HEAD.test(text.slice(0, LONGEST_HEAD))) return problem("front-matter/late", topOf(file), {});
  const title = excerpt(headingIn(first)?.replace(/\*\*|__/g, "") ?? "", 200);
  const fix = title === "" ? undefined : `---\ntitle: ${JSON.stringify(title)}\n---`;
  return problem("front-matter/none", topOf(file), {}, fix);
}

/** In characters. */
const LONGEST_HEAD = 64_000;

/**
 * Front matter as given to YAML, with an `@` handle in quotes: no YAML value may begin with `@`, but handles are written with it
 * everywhere else.
 */
export function legible(head: string): string {
  return head.replace(/^(twitter:[ \t]*)(@\w+)(?=[ \t]*$)/m, '$1"$2"');
}

/** The values of front matter. */
export function parseHead(file: string, head: string): { data: YamlMap } | { problem: Problem } {
  if (head.length > LONGEST_HEAD)
    return { problem: problem("too-big", topOf(file), { limit: LONGEST_HEAD / 1000 }) };
  const read = parseYaml(legible(head));
  return "data" in read ? read : { problem: yamlProblem(file, read.failure, 2) };
}

/** Both at once. */
export function parseText(file: string, bytes: Buffer): (Split & { data: YamlMap }) | { problem: Problem } {
  const cut = splitFrontMatter(file, bytes);
  if ("problem" in cut) return cut;
  const read = parseHead(file, cut.split.head);
  return "problem" in read ? read : { ...cut.split, ...read };
}

/** A YAML failure in a text whose line 1 is line `firstLine` of the file. */
export function yamlProblem(
  file: string,
  { key, line, column, found, fix }: YamlFailure,
  firstLine = 1,
): Problem {
  const place = { file, line: firstLine + line - 1, column };
  return key === "yaml"
    ? problem(key, place, { found: excerpt(found, 200) }, fix)
    : problem(key, place, { key: found });
}
