// The text of a post → the values of its front matter, and its body.
// gray-matter has one engine, YAML, under every engine name: nothing in a post can run.
import matter from "gray-matter";
import { problem, type Place, type Problem } from "../problems.ts";
import type { Example } from "../strings/problems-yaml.ts";
import { NEW_ADDRESS, OLD_ADDRESS } from "../strings/example-addresses.ts";
import { inEach } from "../strings/translated.ts";
import { splitFrontMatter, type Split } from "./entries/front-matter.ts";
import { readOn, type Readings } from "./yaml/mended.ts";
import type { YamlFailure, YamlMap } from "./yaml/parse.ts";

interface ParsedText {
  data: YamlMap;
  /** Text of the front matter; its first line is line 2 of the file. */
  head: string;
  /** Markdown, in UTF-8. */
  body: Buffer;
  bodyLine: number;
}

const LONGEST_FRONT_MATTER = 64_000;

export interface Parsed {
  /** Why the text is refused; empty if it is not. */
  problems: Problem[];
  /** What it says: for a refused text, once it is written as its problems propose, line for line; undefined if that is unknown. */
  parsed?: ParsedText;
}

/** Parses the UTF-8 text of a post, whose line ends are `\n`. */
export function parseText(file: string, bytes: Buffer): Parsed {
  const cut = splitFrontMatter(file, bytes);
  return "problem" in cut ? { problems: [cut.problem] } : parseSplit(file, cut.split);
}

/**
 * Front matter as given to YAML, with an `@` handle in quotes: no YAML value may begin with `@`, but handles are written with
 * it everywhere else.
 */
export function legible(head: string): string {
  return head.replace(/^(twitter:[ \t]*)(@\w+)(?=[ \t]*$)/m, '$1"$2"');
}

/** Parses a text that is already split. */
export function parseSplit(file: string, split: Split): Parsed {
  const { body, bodyLine } = split;
  const head = legible(split.head);
  let read: Readings = { failures: [], text: head };
  const engine = (yaml: string): YamlMap => {
    // gray-matter includes the line end of the opening `---`.
    read = readOn(yaml.replace(/^\n/, ""), LONGEST_FRONT_MATTER);
    return read.data ?? {};
  };
  const engines = { yaml: engine, javascript: engine, json: engine, coffee: engine };
  const { data } = matter(`---\n${head}---\n`, { language: "yaml", engines });
  const { failures, text } = read;
  if (failures.length === 0) return { problems: [], parsed: { data, head, body, bodyLine } };
  const problems = failures.map((failure) => frontMatterProblem(file, failure));
  return read.data === undefined ? { problems } : { problems, parsed: { data, head: text, body, bodyLine } };
}

/** Takes away what was found, from an index on, at lines that `refusals` name: it is about their corrections. */
export function forgetCorrected(problems: Problem[], refusals: readonly Problem[], from: number): void {
  if (refusals.length === 0) return;
  const told = problems.splice(from);
  const isCorrected = ({ file, line }: Problem): boolean =>
    refusals.some((one) => one.file === file && one.line === line);
  problems.push(...told.filter((one) => !isCorrected(one)));
}

function frontMatterProblem(file: string, failure: YamlFailure): Problem {
  return yamlProblem("front-matter", { file, line: failure.line + 1, column: failure.column }, failure);
}

/** A YAML failure as a problem in front matter or in a settings file. */
export function yamlProblem(code: "front-matter" | "settings", place: Place, failure: YamlFailure): Problem {
  const { kind, found, fix = "", sign = "[" } = failure;
  if (kind === "too-long") return problem("too-big/yaml", place, {});
  if (kind === "open-sign")
    return problem(`${code}/open-sign`, place, { line: place.line, found, sign, fix });
  if (kind === "not-map") return problem(`${code}/not-map`, place, { found, fix: LINES[place.file] ?? fix });
  return problem(`${code}/${kind}`, place, { found, fix });
}

/** An example line for a settings file that is not a map; the other files begin with a title. */
const LINES: Readonly<Record<string, Example | undefined>> = {
  "content/people.yaml": {
    fr: "equipe-du-programme: { name: L’équipe du programme }",
    en: "programme-team: { name: The programme’s team }",
  },
  "content/tags.yaml": "design: Design",
  "content/redirects.yaml": inEach((lang) => `${OLD_ADDRESS[lang]}: ${NEW_ADDRESS[lang]}`),
};
